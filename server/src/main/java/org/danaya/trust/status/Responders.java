package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.Certificate;
import org.danaya.base.DurableFiles;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.authority.Authority;

/**
 * The delegated responders of this machine: a key in the edge's token and, beside the published
 * files, its certificate under the same name. The name tells the authority and the second in which
 * it was made.
 *
 * <p>For one thread.
 */
final class Responders {

    private static final String PREFIX = "ocsp-";
    private static final String SUFFIX = ".cer";

    private final Token token;
    private final Path folder;
    private final Standing standing;
    private final boolean byName;

    /** By authority, the label of the responder that answers for it now. */
    private final Map<Integer, String> used = new HashMap<>();

    /**
     * @param folder where their certificates lie
     * @param byName whether answers name them by their subject
     */
    Responders(Token token, Path folder, Standing standing, boolean byName) {
        this.token = token;
        this.folder = folder;
        this.standing = standing;
        this.byName = byName;
    }

    /** Lets the youngest responder of each authority answer for it. */
    void load(List<Authority> authorities, Instant now) {
        List<String> labels = token.labels();
        for (Authority authority : authorities) {
            List<String> own = own(labels, authority);
            for (int i = own.size() - 1; i >= 0; i--) {
                if (use(authority, own.get(i), now)) {
                    break;
                }
            }
        }
    }

    /** Whether an authority needs a new responder: it has none, or half of its time is over. */
    boolean isDue(Authority authority, Instant now) {
        Responder responder = standing.responder(authority.id());
        return responder == null
                || now.getEpochSecond() >= (responder.from() + responder.until()) / 2;
    }

    /**
     * Makes a new responder and lets it answer.
     *
     * @param issue gives the certificate for a key, in DER
     */
    void renew(Authority authority, Instant now, Function<TokenKey, byte[]> issue) {
        String label = PREFIX + authority.code() + "-" + now.getEpochSecond();
        TokenKey key = token.make(label, KeyAlgorithm.EC_P256);
        boolean kept = false;
        try {
            byte[] certificate = issue.apply(key);
            DurableFiles.createFolders(folder);
            DurableFiles.replace(file(label), certificate, DurableFiles.ALL_READ);
            DurableFiles.syncFolder(folder);
            kept = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            key.close();
            if (!kept) {
                token.destroy(label);
            }
        }
        use(authority, label, now);
        forget(authority, now);
    }

    private boolean use(Authority authority, String label, Instant now) {
        if (label.equals(used.get(authority.id()))) {
            return true;
        }
        if (Files.notExists(file(label)) || ended(label, now)) {
            return false;
        }
        try {
            byte[] certificate = Files.readAllBytes(file(label));
            TokenKey key = token.find(label).orElseThrow();
            standing.responder(authority.id(), Responder.of(key, certificate, byName));
            used.put(authority.id(), label);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Destroys the keys whose certificates have expired. */
    private void forget(Authority authority, Instant now) {
        for (String label : own(token.labels(), authority)) {
            if (!label.equals(used.get(authority.id())) && ended(label, now)) {
                token.destroy(label);
                try {
                    Files.deleteIfExists(file(label));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private boolean ended(String label, Instant now) {
        try {
            return Files.notExists(file(label))
                    || Certificate.getInstance(Files.readAllBytes(file(label)))
                            .getEndDate()
                            .getDate()
                            .toInstant()
                            .isBefore(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its labels, the oldest first. */
    private static List<String> own(List<String> labels, Authority authority) {
        String start = PREFIX + authority.code() + "-";
        List<String> own = new ArrayList<>();
        for (String label : labels) {
            if (label.startsWith(start) && label.substring(start.length()).matches("[0-9]{1,12}")) {
                own.add(label);
            }
        }
        own.sort(null);
        return own;
    }

    private Path file(String label) {
        return folder.resolve(label + SUFFIX);
    }
}

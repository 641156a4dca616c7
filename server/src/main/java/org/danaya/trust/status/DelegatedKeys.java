package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.Certificate;
import org.danaya.base.DurableFiles;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;

/**
 * Keys that authorities delegate something to: each in the edge's token and, in a folder that
 * anybody may read, its certificate under the same name. The name is a purpose, a hyphen, and the
 * second in which it was made. A key without a certificate was left by a crash, and is never used.
 *
 * <p>For one thread.
 */
public final class DelegatedKeys {

    private static final String SUFFIX = ".cer";

    private final Token token;
    private final Path folder;

    /**
     * @param folder where the certificates lie
     */
    public DelegatedKeys(Token token, Path folder) {
        this.token = token;
        this.folder = folder;
    }

    /**
     * A key with its certificate.
     *
     * @param certificate DER
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Delegated(
            String label, TokenKey key, byte[] certificate, Instant from, Instant until) {

        /** Whether a part of its time is over, such as 0.5 for half of it. */
        public boolean isPast(double part, Instant now) {
            long millis = (long) (Duration.between(from, until).toMillis() * part);
            return !now.isBefore(from.plusMillis(millis));
        }
    }

    /** The label of the youngest key of a purpose that hasn't expired. */
    Optional<String> youngest(String purpose, Instant now) {
        List<String> own = own(purpose);
        return own.reversed().stream().filter(label -> !ended(label, now)).findFirst();
    }

    /**
     * The youngest key of a purpose that hasn't expired, ready to sign.
     *
     * @param purpose lower-case letters, digits and hyphens
     */
    public Optional<Delegated> find(String purpose, Instant now) {
        return youngest(purpose, now).map(this::open);
    }

    /**
     * Makes a key, and destroys those of the same purpose that have expired.
     *
     * @param issue gives the certificate for it, in DER; where it throws, no key stays
     */
    public Delegated make(String purpose, Instant now, Function<TokenKey, byte[]> issue) {
        String label = purpose + "-" + now.getEpochSecond();
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
        for (String old : own(purpose)) {
            if (ended(old, now)) {
                forget(old);
            }
        }
        return open(label);
    }

    Delegated open(String label) {
        try {
            byte[] certificate = Files.readAllBytes(file(label));
            Certificate read = Certificate.getInstance(certificate);
            return new Delegated(
                    label,
                    token.find(label).orElseThrow(),
                    certificate,
                    read.getStartDate().getDate().toInstant(),
                    read.getEndDate().getDate().toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String label) {
        token.destroy(label);
        try {
            Files.deleteIfExists(file(label));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** The labels of a purpose, the oldest first. */
    private List<String> own(String purpose) {
        String start = purpose + "-";
        List<String> own = new ArrayList<>();
        for (String label : token.labels()) {
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

package org.danaya.trust.ceremony;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;

/**
 * The keys that a first ceremony makes in the installation's token, written down in its folder as
 * {@code key LABEL SHA256-OF-THE-PUBLIC-KEY}: what was cut short can then be cleared away, and
 * nothing else with it.
 */
record Begun(CeremonyFolder folder) {

    private static final String FILE = "begun.txt";
    private static final String KEY = "key";
    private static final int WORDS = 3;

    /** The label of an authority's key. */
    static String label(String code) {
        return "ca-" + code;
    }

    /**
     * That no key of these authorities exists yet.
     *
     * @throws Fault {@link CeremonyFault#KEYS_LEFT}
     */
    static void requireNone(Token token, List<String> codes, String suffix) {
        List<String> known = token.labels();
        List<String> left = codes.stream().map(Begun::label).filter(known::contains).toList();
        if (!left.isEmpty()) {
            throw new Fault(CeremonyFault.KEYS_LEFT, String.join(", ", left), suffix);
        }
    }

    /** A first ceremony begins. */
    void open() {
        write(List.of());
    }

    /** A key was made. */
    void note(TokenKey key) {
        List<String> lines = new ArrayList<>(lines());
        lines.add(KEY + " " + key.label() + " " + hash(key.publicKey()));
        write(lines);
    }

    /** The ceremony is complete: nothing is left to clear away. */
    void close() {
        folder.remove(FILE);
    }

    /** Whether a first ceremony was begun here and not completed. */
    boolean isOpen() {
        return Files.exists(folder.path().resolve(FILE));
    }

    /**
     * The labels of the keys that were made here and are still there.
     *
     * @param handed where ceremonies hand over: what an authority there has is never named
     * @param published where certificates of authorities are published, likewise
     */
    List<String> left(Token token, Path handed, Path published) {
        List<String> left = new ArrayList<>();
        made().forEach(
                        (label, hash) -> {
                            Optional<TokenKey> key = token.find(label);
                            if (key.isPresent()
                                    && hash.equals(hash(key.get().publicKey()))
                                    && !inService(label, handed, published)) {
                                left.add(label);
                            }
                        });
        return List.copyOf(left);
    }

    private static boolean inService(String label, Path handed, Path published) {
        String code = label.substring(label("").length());
        return Files.exists(published.resolve("aia").resolve(code + ".cer"))
                || HandoverDesk.all(handed).stream()
                        .anyMatch(folder -> Files.exists(folder.resolve(code + ".cer")));
    }

    private Map<String, String> made() {
        Map<String, String> made = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            if (words.length != WORDS || !words[0].equals(KEY)) {
                throw new Fault(CeremonyFault.FILE, folder.path().resolve(FILE), line);
            }
            made.put(words[1], words[2]);
        }
        return made;
    }

    private List<String> lines() {
        return new String(folder.read(FILE), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void write(List<String> lines) {
        folder.write(FILE, CeremonyFolder.text(lines));
    }

    private static String hash(PublicKey key) {
        return Sha256.hexOf(key.getEncoded());
    }
}

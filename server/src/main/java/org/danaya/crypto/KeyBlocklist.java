package org.danaya.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keys whose private half is known, from a folder of text files with one key on a line and remarks
 * after {@code #}. A line is either the whole SHA-256 of the SubjectPublicKeyInfo, 64 digits; or
 * the last 20 digits of the SHA-1 of {@code Modulus=HEX} and a line feed, as the Debian package
 * openssl-blacklist has them.
 */
public final class KeyBlocklist {

    private static final int SHA_256_DIGITS = 64;
    private static final int DEBIAN_DIGITS = 20;

    private final Set<String> digests;

    private KeyBlocklist(Set<String> digests) {
        this.digests = digests;
    }

    /** One that lists nothing. */
    public static KeyBlocklist empty() {
        return new KeyBlocklist(Set.of());
    }

    /**
     * The lists of a folder.
     *
     * @throws IOException where one can't be read, or has a line of another form
     */
    public static KeyBlocklist read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Set<String> digests = new HashSet<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String digest = line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
                if (!digest.isEmpty()) {
                    digests.add(checked(file, digest));
                }
            }
        }
        return new KeyBlocklist(digests);
    }

    /** How many keys are listed. */
    public int size() {
        return digests.size();
    }

    boolean lists(PublicKey key) {
        return digests.contains(hex("SHA-256", key.getEncoded()))
                || (key instanceof RSAPublicKey rsa && digests.contains(debian(rsa.getModulus())));
    }

    private static String debian(BigInteger modulus) {
        String line = "Modulus=" + modulus.toString(16).toUpperCase(Locale.ROOT) + "\n";
        String digest = hex("SHA-1", line.getBytes(StandardCharsets.US_ASCII));
        return digest.substring(digest.length() - DEBIAN_DIGITS);
    }

    private static String checked(Path file, String digest) throws IOException {
        boolean sized = digest.length() == SHA_256_DIGITS || digest.length() == DEBIAN_DIGITS;
        if (!sized || !digest.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IOException(file + " has a line that is no key: " + digest);
        }
        return digest;
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.danaya.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/**
 * Makes the secrets that people carry (the tokens of links, recovery codes) and the form in which
 * they are stored.
 *
 * <p>They are stored as HMAC-SHA-256 under a key that lies outside the database. A slow hash would
 * add nothing: every secret is drawn here with 100 bits or more, so there is no likely one to try
 * first. The key does add something: who can only read or write the database can neither check a
 * guess nor plant a link of their own. And because equal secrets have equal forms, one is found by
 * an index: no comparison of ours takes time that depends on a secret.
 */
public final class Secrets {

    /** Crockford's base 32: no letter that is taken for a digit. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final SecureRandom random;

    private Secrets(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.random = random;
    }

    /** With the key in this file, which is made if it isn't there. */
    static Secrets open(Path file, SecureRandom random) {
        try {
            if (Files.notExists(file)) {
                write(file, random);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IOException("not " + KEY_BYTES + " bytes in hexadecimal");
            }
            return new Secrets(key, random);
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(e, AccessFault.KEY_UNUSABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /** Under another name first, so that no start ever finds half a key. */
    private static void write(Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path made =
                Files.createTempFile(
                        file.resolveSibling(""),
                        "access",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made, HexFormat.of().formatHex(key), StandardOpenOption.SYNC);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A new secret of so many letters, each worth 5 bits.
     *
     * @param letters at least 20
     */
    public Secret draw(int letters) {
        if (letters < 20) {
            throw new IllegalArgumentException("Too short: " + letters);
        }
        StringBuilder text = new StringBuilder(letters);
        for (int i = 0; i < letters; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Secret.of(text.toString());
    }

    /** A secret as a person typed it, in its one form: no blanks, no hyphens, no lookalikes. */
    public static Secret typed(String text) {
        return Secret.of(
                text.replaceAll("[\\s-]", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'));
    }

    /**
     * The form in which a secret is stored.
     *
     * @param use what the secret is for, so that one is never taken for another
     */
    public byte[] stored(String use, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((use + "\0").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(secret.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}

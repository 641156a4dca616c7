package org.danaya.programs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.danaya.access.Secrets;
import org.danaya.base.Secret;

/**
 * How a key is written: {@code danaya_}, 40 letters of chance (200 bits) and 7 that check them, all
 * of Crockford's base 32. A program that searches files for lost secrets finds one by its beginning
 * and tells a real one by its end, without asking anybody.
 */
final class KeyText {

    /** With what every key begins. */
    static final String BEGINNING = "danaya_";

    /** How a scanner recognises one. */
    static final Pattern FORM = Pattern.compile("danaya_([0-9A-HJKMNP-TV-Z]{40})([0-9A-Z]{7})");

    private static final int LETTERS = 40;
    private static final int CHECK_LETTERS = 7;
    private static final int BITS = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private KeyText() {}

    /** A new key. */
    static Secret draw(Secrets secrets) {
        String chance = secrets.draw(LETTERS).reveal();
        return Secret.of(BEGINNING + chance + check(chance));
    }

    /** The part of chance of a key that is well formed, for its stored form. */
    static Optional<Secret> chance(Secret key) {
        var found = FORM.matcher(key.reveal());
        return found.matches() && check(found.group(1)).equals(found.group(2))
                ? Optional.of(Secret.of(found.group(1)))
                : Optional.empty();
    }

    private static String check(String chance) {
        CRC32 crc = new CRC32();
        crc.update(chance.getBytes(StandardCharsets.US_ASCII));
        long value = crc.getValue();
        StringBuilder letters = new StringBuilder(CHECK_LETTERS);
        for (int i = CHECK_LETTERS - 1; i >= 0; i--) {
            letters.append(ALPHABET.charAt((int) ((value >>> (i * BITS)) & 0x1f)));
        }
        return letters.toString();
    }
}

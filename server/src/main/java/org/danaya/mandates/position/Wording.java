package org.danaya.mandates.position;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.danaya.base.Sha256;

/**
 * What a position says, in one language. Lines end with LF.
 *
 * @param subject 1 to {@value #LONGEST_SUBJECT} characters, on one line
 * @param text 1 to {@value #LONGEST_TEXT} characters
 */
public record Wording(String subject, String text) {

    /** The longest subject. */
    public static final int LONGEST_SUBJECT = 200;

    /** The longest text. */
    public static final int LONGEST_TEXT = 12_000;

    /** SHA-256 of the text in UTF-8, in hexadecimal: what is signed and logged. */
    public String sha256() {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What stands against it; nothing where it can be written. */
    Optional<Trouble> trouble() {
        if (subject.isBlank() || length(subject) > LONGEST_SUBJECT || hides(subject, false)) {
            return Optional.of(Trouble.SUBJECT);
        }
        return text.isBlank() || length(text) > LONGEST_TEXT || hides(text, true)
                ? Optional.of(Trouble.TEXT)
                : Optional.empty();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether something in it isn't seen, or turns what is seen around. */
    private static boolean hides(String text, boolean lines) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t')))
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.SURROGATE
                                        || Character.getType(c) == Character.PRIVATE_USE);
    }
}

package org.danaya.consultation.edit;

import java.util.regex.Pattern;

/**
 * Lines that somebody types.
 *
 * @param base the hash of the lines from which they began, in hexadecimal
 * @param follows the hash of the lines that were kept of the same page before; of nothing at first
 */
public record Typing(String base, String lines, String follows) {

    /** What XML can't hold, and no keyboard gives. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\ufffe\uffff&&[^\t\n]]");

    /** As browsers send lines, and as they are kept. */
    public Typing {
        String plain = lines.replace("\r\n", "\n").replace('\r', '\n').replace('\u000b', '\n');
        lines = FORBIDDEN.matcher(plain).replaceAll("").stripTrailing();
    }

    /** What nobody kept anything of before. */
    public static Typing first(String base, String lines) {
        return new Typing(base, lines, "");
    }

    /** By what they are known again. */
    public String hash() {
        return DraftEditing.hash(lines);
    }
}

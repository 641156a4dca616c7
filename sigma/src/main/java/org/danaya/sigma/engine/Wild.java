package org.danaya.sigma.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.Part;

/** A pattern over text compared byte by byte: the judge where a literal alone doesn't decide. */
final class Wild {

    /** Not the 0 of a literal. */
    private static final byte RUN = 1;

    private static final byte ONE = 2;

    private final byte[] kinds;
    private final byte[][] literals;
    private final boolean cased;

    Wild(List<Part> parts, boolean cased) {
        this.cased = cased;
        kinds = new byte[parts.size()];
        literals = new byte[parts.size()][];
        for (int i = 0; i < kinds.length; i++) {
            literals[i] = new byte[0];
            switch (parts.get(i)) {
                case Part.Literal(String text) ->
                        literals[i] =
                                (cased ? text : Fold.fold(text)).getBytes(StandardCharsets.UTF_8);
                case Part.AnyRun unused -> kinds[i] = RUN;
                case Part.AnyOne unused -> kinds[i] = ONE;
            }
        }
    }

    boolean fits(Text text) {
        return cased
                ? fits(text.plain(), text.plainLength())
                : fits(text.folded(), text.foldedLength());
    }

    /** Greedy with one place to come back to, which is enough for runs of any characters. */
    private boolean fits(byte[] text, int length) {
        int part = 0;
        int at = 0;
        int backPart = -1;
        int backAt = 0;
        while (true) {
            if (part == kinds.length) {
                if (at == length) {
                    return true;
                }
            } else if (kinds[part] == RUN) {
                backPart = ++part;
                backAt = at;
                if (part == kinds.length) {
                    return true;
                }
                continue;
            } else {
                int next = step(part, text, at, length);
                if (next >= 0) {
                    at = next;
                    part++;
                    continue;
                }
            }
            if (backPart < 0 || backAt >= length) {
                return false;
            }
            backAt = after(text, backAt, length);
            at = backAt;
            part = backPart;
        }
    }

    private int step(int part, byte[] text, int at, int length) {
        if (kinds[part] == ONE) {
            return at < length ? after(text, at, length) : -1;
        }
        byte[] literal = literals[part];
        int end = at + literal.length;
        return end <= length && Arrays.equals(literal, 0, literal.length, text, at, end) ? end : -1;
    }

    /** The place after the character at a place. */
    private static int after(byte[] text, int at, int length) {
        int next = at + 1;
        if (text[at] < 0) {
            while (next < length && (text[next] & 0xC0) == 0x80) {
                next++;
            }
        }
        return next;
    }
}

package org.danaya.sigma.engine;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.danaya.sigma.rule.Addresses;
import org.danaya.sigma.rule.Numbers;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * A value's text, out of its escapes, as it is and without its case; what else it can be read as is
 * read when it is asked for. One object for all values, one after the other.
 */
final class Text {

    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_ADDRESS = 64;

    private byte[] source = new byte[0];
    private int from;
    private int to;
    private boolean json;

    private byte[] plain = new byte[1024];
    private byte[] folded = new byte[2048];
    private int plainLength;
    private int foldedLength;
    private boolean number;

    private @Nullable String string;
    private boolean numberRead;
    private @Nullable BigDecimal numeric;
    private boolean addressRead;
    private byte @Nullable [] address;

    /**
     * Takes a value of an event, with {@link Words#PADDING} behind, for as long as it stays there.
     */
    void take(byte[] bytes, int start, int end, byte kind) {
        source = bytes;
        from = start;
        to = end;
        json = kind == Kind.JSON_TEXT;
        number = kind == Kind.NUMBER;
        plainLength = -1;
        string = null;
        numberRead = false;
        addressRead = false;
        if (folded.length < Folding.room(end - start)) {
            folded = new byte[Folding.room(end - start) * 2];
        }
        foldedLength = json ? JsonText.fold(bytes, start, end, folded) : -1;
        if (foldedLength < 0) {
            foldedLength = Folding.fold(plain(), plainLength, folded);
        }
    }

    /** As it is; {@link #plainLength} of these bytes. */
    byte[] plain() {
        if (plainLength < 0) {
            int length = to - from;
            if (plain.length < length + Words.PADDING) {
                plain = new byte[(length + Words.PADDING) * 2];
            }
            if (json) {
                plainLength = JsonText.decode(source, from, to, plain);
            } else {
                System.arraycopy(source, from, plain, 0, length);
                plainLength = length;
            }
        }
        return plain;
    }

    int plainLength() {
        plain();
        return plainLength;
    }

    byte[] folded() {
        return folded;
    }

    int foldedLength() {
        return foldedLength;
    }

    /** Whether it is a number, not a text that can be read as one. */
    boolean isNumber() {
        return number;
    }

    String string() {
        String known = string;
        if (known == null) {
            known = new String(plain(), 0, plainLength, StandardCharsets.UTF_8);
            string = known;
        }
        return known;
    }

    /** The number that it is or can be read as. */
    @Nullable BigDecimal numeric() {
        if (!numberRead) {
            numeric = mayBeNumber() ? Numbers.read(string()) : null;
            numberRead = true;
        }
        return numeric;
    }

    private boolean mayBeNumber() {
        if (foldedLength == 0 || foldedLength > LONGEST_NUMBER) {
            return false;
        }
        byte first = folded[0];
        byte last = folded[foldedLength - 1];
        return (isDigit(first) || first == '-' || first == '+' || first == '.')
                && (isDigit(last) || last == '.');
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The address that it can be read as: 4 or 16 bytes. */
    byte @Nullable [] address() {
        if (!addressRead) {
            address = foldedLength <= LONGEST_ADDRESS ? Addresses.read(string()) : null;
            addressRead = true;
        }
        return address;
    }
}

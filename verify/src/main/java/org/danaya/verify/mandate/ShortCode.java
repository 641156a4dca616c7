package org.danaya.verify.mandate;

import org.danaya.verify.Reason;

/**
 * A mandate's name that a person can type: twelve characters of Crockford's base32, shown {@code
 * XXXX-XXXX-XXXX}.
 *
 * <p>Ten characters are data, two are a Reed–Solomon check over GF(32) (x⁵ + x² + 1, roots 1 and
 * α). Of any one wrong character the place is known and the right one; of any two it is known that
 * something is wrong.
 */
public final class ShortCode {

    /** How many characters a code has, without its hyphens. */
    public static final int CHARACTERS = 12;

    /** How many of them are data. */
    public static final int DATA = 10;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int ORDER = 31;
    private static final int[] EXP = new int[2 * ORDER];
    private static final int[] LOG = new int[ORDER + 1];

    static {
        int value = 1;
        for (int i = 0; i < ORDER; i++) {
            EXP[i] = value;
            EXP[i + ORDER] = value;
            LOG[value] = i;
            value <<= 1;
            if (value > ORDER) {
                value ^= 0b100101;
            }
        }
    }

    private final String characters;

    private ShortCode(String characters) {
        this.characters = characters;
    }

    /**
     * The code of ten random characters.
     *
     * @param random 50 bits from a secure source
     * @throws IllegalArgumentException where it has more
     */
    public static ShortCode of(long random) {
        if (random >>> (DATA * BITS) != 0) {
            throw new IllegalArgumentException("50 bits at most");
        }
        StringBuilder data = new StringBuilder();
        for (int i = DATA - 1; i >= 0; i--) {
            data.append(ALPHABET.charAt((int) (random >>> (i * BITS)) & ORDER));
        }
        return ofData(data.toString());
    }

    /**
     * The code of these data characters.
     *
     * @throws IllegalArgumentException where {@link #isData} says no
     */
    public static ShortCode ofData(String data) {
        if (!isData(data)) {
            throw new IllegalArgumentException("Not the data of a short code");
        }
        // The check characters c1 (of x) and c0 (of 1) make both syndromes zero:
        // c0 + c1 = S(1) and c0 + α c1 = S(α), where S is over the data alone.
        int[] symbols = new int[CHARACTERS];
        for (int i = 0; i < DATA; i++) {
            symbols[i] = ALPHABET.indexOf(data.charAt(i));
        }
        int s0 = syndrome(symbols, 0);
        int s1 = syndrome(symbols, 1);
        int c1 = multiply(s0 ^ s1, EXP[ORDER - LOG[1 ^ EXP[1]]]);
        return new ShortCode(data + ALPHABET.charAt(c1) + ALPHABET.charAt(s0 ^ c1));
    }

    /** Whether the text could be a code's ten data characters. */
    public static boolean isData(String text) {
        return text.length() == DATA && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    private static int multiply(int a, int b) {
        return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
    }

    private static int syndrome(int[] symbols, int root) {
        int sum = 0;
        for (int symbol : symbols) {
            sum = multiply(sum, EXP[root]) ^ symbol;
        }
        return sum;
    }

    /** What a person typed. */
    public sealed interface Reading {

        /** A code whose check characters are right. */
        record Good(ShortCode code) implements Reading {}

        /**
         * One character is wrong, if no more than one is.
         *
         * @param place counted from 1, without hyphens and spaces
         * @param typed the doubtful character as it was understood
         * @param perhaps what should stand there
         * @param suggestion the whole code then
         */
        record Doubtful(int place, char typed, char perhaps, ShortCode suggestion)
                implements Reading {}

        /**
         * Not a code.
         *
         * @param reason {@link Reason#CODE_LENGTH}, {@link Reason#CODE_CHARACTER} or {@link
         *     Reason#CODE_WRONG}
         * @param place of the character that no code has, counted from 1; or how many characters
         *     there are, where their number is wrong; else 0
         */
        record Wrong(Reason reason, int place) implements Reading {}
    }

    /**
     * Reads what a person typed: in any case, with hyphens and spaces anywhere, I and L for 1, O
     * for 0.
     */
    public static Reading read(String typed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length() && text.length() <= 64; i++) {
            char c = typed.charAt(i);
            if (c != '-' && c != '\u2010' && c != '\u2011' && c != '\u2013' && !blank(c)) {
                text.append(understood(c));
            }
        }
        int[] symbols = new int[CHARACTERS];
        for (int i = 0; i < text.length() && i < CHARACTERS; i++) {
            symbols[i] = ALPHABET.indexOf(text.charAt(i));
            if (symbols[i] < 0) {
                return new Reading.Wrong(Reason.CODE_CHARACTER, i + 1);
            }
        }
        if (text.length() != CHARACTERS) {
            return new Reading.Wrong(Reason.CODE_LENGTH, text.length());
        }
        return corrected(text.toString(), symbols);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u202f' || c == '\n' || c == '\r';
    }

    private static char understood(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        return upper == 'I' || upper == 'L' ? '1' : upper == 'O' ? '0' : upper;
    }

    private static Reading corrected(String text, int[] symbols) {
        int s0 = syndrome(symbols, 0);
        int s1 = syndrome(symbols, 1);
        if (s0 == 0 && s1 == 0) {
            return new Reading.Good(new ShortCode(text));
        }
        if (s0 == 0 || s1 == 0) {
            return new Reading.Wrong(Reason.CODE_WRONG, 0);
        }
        int power = (LOG[s1] - LOG[s0] + ORDER) % ORDER;
        int at = CHARACTERS - 1 - power;
        if (at < 0) {
            return new Reading.Wrong(Reason.CODE_WRONG, 0);
        }
        char right = ALPHABET.charAt(symbols[at] ^ s0);
        return new Reading.Doubtful(
                at + 1,
                text.charAt(at),
                right,
                new ShortCode(text.substring(0, at) + right + text.substring(at + 1)));
    }

    /** The ten data characters, which seal and register hold. */
    public String data() {
        return characters.substring(0, DATA);
    }

    /** As people read it: {@code XXXX-XXXX-XXXX}. */
    @Override
    public String toString() {
        return characters.substring(0, 4)
                + "-"
                + characters.substring(4, 8)
                + "-"
                + characters.substring(8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShortCode that && characters.equals(that.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }
}

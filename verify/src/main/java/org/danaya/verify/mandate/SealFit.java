package org.danaya.verify.mandate;

import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Whether a mandate's facts fit a seal, and what had to be shortened for it. */
public sealed interface SealFit {

    /** What may be shortened, in the order in which it is. */
    enum Field {
        LIMIT,
        FUNCTION,
        STRUCTURE,
        GIVEN_NAMES
    }

    /**
     * They fit.
     *
     * @param mandate as the seal says it
     * @param shortened what ends in an ellipsis
     */
    record Fits(SealedMandate mandate, Set<Field> shortened, Unsigned unsigned) implements SealFit {

        public Fits {
            shortened = Set.copyOf(shortened);
        }
    }

    /**
     * What may not be shortened (structure's identifier, family name) is too long.
     *
     * @param bytes by which it is
     */
    record TooLong(int bytes) implements SealFit {}

    /** A seal that waits for its signature. */
    final class Unsigned {

        private final CoseSign1.Unsigned cose;
        private final KeyId key;
        private final SealedMandate mandate;

        private Unsigned(KeyId key, SealedMandate mandate) {
            this.cose = CoseSign1.unsigned(key, MandateSeal.payload(mandate));
            this.key = key;
            this.mandate = mandate;
        }

        /** The exact bytes that the key has to sign with ECDSA over their SHA-256. */
        public byte[] toBeSigned() {
            return cose.toBeSigned();
        }

        /**
         * The seal. The signature is not checked: {@link MandateSeal#check(P256Key)} does.
         *
         * @param raw r and s, 64 bytes; {@link EcdsaSignature#rawOfDer} makes them of DER
         * @throws IllegalArgumentException where it is not 64 bytes
         */
        public MandateSeal signed(byte[] raw) {
            return MandateSeal.of(cose.signed(raw), key, mandate);
        }

        private int over() {
            return cose.length() - MandateSeal.MAX_BYTES;
        }
    }

    /**
     * Fits the facts into the seal's 276 bytes: shortens the limit, then the function, the
     * structure's short name and the given names, each to a readable beginning first and to the
     * ellipsis alone only where that is not enough. A limit never vanishes.
     */
    static SealFit of(SealedMandate mandate, KeyId key) {
        SealedMandate fitted = mandate;
        Set<Field> shortened = EnumSet.noneOf(Field.class);
        Unsigned unsigned = new Unsigned(key, fitted);
        for (int least : new int[] {16, 0}) {
            for (Field field : Field.values()) {
                int over = unsigned.over();
                if (over <= 0) {
                    return new Fits(fitted, shortened, unsigned);
                }
                SealedMandate shorter = Shortening.shorter(fitted, field, over, least);
                if (!shorter.equals(fitted)) {
                    shortened.add(field);
                    fitted = shorter;
                    unsigned = new Unsigned(key, fitted);
                }
            }
        }
        return unsigned.over() <= 0
                ? new Fits(fitted, shortened, unsigned)
                : new TooLong(unsigned.over());
    }

    /** Cuts texts where a person would: never within a character with its accents. */
    final class Shortening {

        private static final String ELLIPSIS = "…";

        private Shortening() {}

        private static SealedMandate shorter(SealedMandate from, Field field, int over, int least) {
            return switch (field) {
                case LIMIT ->
                        with(
                                from,
                                from.name(),
                                from.function(),
                                from.structure(),
                                cut(from.limit(), over, least));
                case FUNCTION ->
                        with(
                                from,
                                from.name(),
                                cut(from.function(), over, least),
                                from.structure(),
                                from.limit());
                case STRUCTURE ->
                        with(
                                from,
                                from.name(),
                                from.function(),
                                cut(from.structure(), over, least),
                                from.limit());
                case GIVEN_NAMES ->
                        with(
                                from,
                                cutGivenNames(from.name(), over, least / 4),
                                from.function(),
                                from.structure(),
                                from.limit());
            };
        }

        private static SealedMandate with(
                SealedMandate from, String name, String function, String structure, String limit) {
            return new SealedMandate(
                    from.kind(),
                    from.number(),
                    from.code(),
                    name,
                    function,
                    from.structureId(),
                    structure,
                    from.powers(),
                    limit,
                    from.index(),
                    from.from(),
                    from.until());
        }

        /** The text with at least {@code over} bytes less, if so many characters may go. */
        static String cut(String text, int over, int least) {
            String bare = text.endsWith(ELLIPSIS) ? text.substring(0, text.length() - 1) : text;
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(bare);
            int floor = least == 0 ? 0 : characters.isBoundary(0) ? at(characters, least) : 0;
            int end = bare.length();
            String best = text;
            while (end > floor && bytes(text) - bytes(best) < over) {
                end = characters.preceding(end);
                String shorter = bare.substring(0, end).stripTrailing() + ELLIPSIS;
                if (bytes(shorter) < bytes(text)) {
                    best = shorter;
                }
            }
            return best;
        }

        private static int at(BreakIterator characters, int count) {
            characters.first();
            int at = characters.next(count);
            return at == BreakIterator.DONE ? characters.last() : at;
        }

        /**
         * The given names are what stands before the family name: the last words in capitals, or
         * the last word.
         */
        static String cutGivenNames(String name, int over, int least) {
            int family = name.lastIndexOf(' ') + 1;
            while (family > 1) {
                int before = name.lastIndexOf(' ', family - 2) + 1;
                String word = name.substring(before, family - 1);
                if (!word.equals(word.toUpperCase(Locale.ROOT))
                        || word.endsWith(ELLIPSIS)
                        || before == 0) {
                    break;
                }
                family = before;
            }
            return family < 2
                    ? name
                    : cut(name.substring(0, family - 1), over, least) + name.substring(family - 1);
        }

        private static int bytes(String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }
    }
}

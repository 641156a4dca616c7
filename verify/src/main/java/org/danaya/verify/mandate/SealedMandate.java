package org.danaya.verify.mandate;

import java.time.Instant;
import java.util.regex.Pattern;
import org.danaya.verify.Strict;

/**
 * What a seal says of a mandate: all that the public sees of it.
 *
 * @param number the register's
 * @param code the data characters of its short code
 * @param name the bearer's
 * @param function the bearer's, "" for none
 * @param structureId the identifier of the structure in whose name the bearer acts
 * @param structure its short name
 * @param limit of the powers, as a person reads it, "" for none
 * @param index its place in the status lists: list {@code index >> 20}, entry the 20 bits below
 * @param from the first instant at which it holds, whole seconds
 * @param until the first instant at which it doesn't any more, whole seconds: the start of the day
 *     after the last
 */
public record SealedMandate(
        SealKind kind,
        long number,
        String code,
        String name,
        String function,
        String structureId,
        String structure,
        Powers powers,
        String limit,
        long index,
        Instant from,
        Instant until) {

    /** The greatest number that a register gives: what JavaScript still counts. */
    public static final long MAX_NUMBER = (1L << 53) - 1;

    /** The greatest place in the status lists: 4,096 lists. */
    public static final long MAX_INDEX = (1L << 32) - 1;

    /** 9999-12-31T23:59:59Z. */
    static final long MAX_SECONDS = 253_402_300_799L;

    /** Control characters, and those that turn the direction of what follows. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    /**
     * A mandate's facts.
     *
     * @throws IllegalArgumentException where one breaks the format's rules
     */
    public SealedMandate {
        String wrong = wrong(number, code, name, function, structureId, structure, limit, index);
        if (wrong.isEmpty()) {
            wrong = wrongDates(from, until);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String wrong(
            long number,
            String code,
            String name,
            String function,
            String structureId,
            String structure,
            String limit,
            long index) {
        if (number < 0 || number > MAX_NUMBER || index < 0 || index > MAX_INDEX) {
            return "a number out of its range";
        }
        if (!ShortCode.isData(code)) {
            return "a short code of another form";
        }
        if (name.isBlank() || structureId.isBlank()) {
            return "no name, or no structure";
        }
        for (String text : new String[] {name, function, structureId, structure, limit}) {
            if (UNPRINTABLE.matcher(text).find() || !Strict.encodable(text)) {
                return "a character that cannot be printed";
            }
        }
        return "";
    }

    private static String wrongDates(Instant from, Instant until) {
        if (from.getNano() != 0 || until.getNano() != 0) {
            return "a date with a part of a second";
        }
        boolean sound =
                from.getEpochSecond() >= 0
                        && until.getEpochSecond() <= MAX_SECONDS
                        && from.isBefore(until);
        return sound ? "" : "dates that are not in their order";
    }

    /** The same with these powers. */
    SealedMandate with(Powers others) {
        return new SealedMandate(
                kind,
                number,
                code,
                name,
                function,
                structureId,
                structure,
                others,
                limit,
                index,
                from,
                until);
    }

    /** Which status list says how it stands. */
    public int statusList() {
        return (int) (index >>> StatusList.INDEX_BITS);
    }

    /** Its entry in that list. */
    public int statusEntry() {
        return (int) index & (StatusList.MAX_ENTRIES - 1);
    }
}

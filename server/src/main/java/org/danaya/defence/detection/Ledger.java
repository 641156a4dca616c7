package org.danaya.defence.detection;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The account of a run: what came in was evaluated, or was set aside for a cause, or lies outside
 * of the asked time; {@code events} is their sum.
 *
 * @param events what came in
 * @param evaluated by rules
 * @param undated how many of the evaluated say no time, where a time is asked for; 0 where none is
 * @param outside by the time that {@code --from} and {@code --to} ask for
 * @param setAside how many, by the cause's code
 * @param unreadable files that couldn't be read, or hold something else than events
 * @param leftOut what was named, or lies below what was, and was not to be read
 * @param files how many were read
 * @param bytes how many came in, before decompression
 * @param rules how many were evaluated, correlations too
 * @param refused rules and files of rules that couldn't be used
 * @param blind rules for fields that no event of their log source had
 * @param idle how many rules no event concerned
 * @param uncorrelated how many matches correlations couldn't take into account as they should, by
 *     the cause's code
 * @param elapsed how long it took
 */
public record Ledger(
        long events,
        long evaluated,
        long undated,
        long outside,
        Map<String, Long> setAside,
        List<Unreadable> unreadable,
        List<LeftOut> leftOut,
        int files,
        long bytes,
        int rules,
        List<Refused> refused,
        List<Blind> blind,
        int idle,
        Map<String, Long> uncorrelated,
        Duration elapsed) {

    /** Why something that is neither a log nor text wasn't read. */
    public static final String UNKNOWN_FORMAT = "format.unknown";

    /** Why text below a folder was left out: it looks like no log. */
    public static final String UNKNOWN_TEXT = "text.unknown";

    /** A file, and why it couldn't be read: a stable code, and what the system says. */
    public record Unreadable(String file, String cause, String detail) {

        /** Whether it should have been read, rather than being something else than events. */
        public boolean isFailure() {
            return !cause.equals(UNKNOWN_FORMAT);
        }
    }

    /**
     * A file or folder, and why it was left out.
     *
     * @param cause a stable code
     * @param files how many files that are
     */
    public record LeftOut(String file, String cause, int files) {}

    /** A document that is no usable rule, with a stable code and its sentence. */
    public record Refused(String file, int line, String title, String cause, String detail) {}

    /** A rule that can't match, because no event of its log source has any of these fields. */
    public record Blind(String rule, String title, long events, List<String> fields) {}
}

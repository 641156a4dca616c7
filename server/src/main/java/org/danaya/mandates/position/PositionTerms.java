package org.danaya.mandates.position;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What a position says, and to whom, from when to when.
 *
 * @param structure in whose name
 * @param french the words
 * @param english the same in English, where there are such
 * @param matter what it is about, in the words of the mandates of those who may speak of it; empty
 *     for anything: then only a power without limits of matter signs it. 1 to 120 characters
 * @param embargo the instant before which nobody is told
 * @param from its first day; nobody is told before it either
 * @param until the first day on which it doesn't hold any more; empty for no end
 * @param supersedes the position that it takes the place of
 */
public record PositionTerms(
        PositionKind kind,
        UUID structure,
        Wording french,
        Optional<Wording> english,
        Audience audience,
        Optional<String> matter,
        Optional<Instant> embargo,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<UUID> supersedes) {

    /** The longest matter. */
    public static final int LONGEST_MATTER = 120;

    /** As exactly as it is kept. */
    public PositionTerms {
        embargo = embargo.map(each -> each.truncatedTo(ChronoUnit.MICROS));
    }

    /** The last day on which it holds, where it has one. */
    public Optional<LocalDate> last() {
        return until.map(day -> day.minusDays(1));
    }
}

package org.danaya.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.danaya.page.Language;

/**
 * A structure of the State, or one that the State deals with.
 *
 * @param id its key in the program
 * @param identifier its key for people and files: 2 to 40 of a–z, 0–9 and hyphens; never changes
 * @param version counts what was recorded about it; an edit names the version that it began from
 * @param validFrom the day since which the details hold; {@link LocalDate#MIN} for its beginning
 * @param details its attributes today
 */
public record Structure(
        UUID id, String identifier, int version, LocalDate validFrom, StructureDetails details) {

    /** Its name in a language; the French one where it has no other. */
    public String name(Language language) {
        String english = details.nameEn();
        return language == Language.ENGLISH && english != null ? english : details.nameFr();
    }

    /** Its acronym where it has one, its name otherwise. */
    public String shortName(Language language) {
        String acronym = details.acronym();
        return acronym == null ? name(language) : acronym;
    }

    /**
     * What was recorded about a structure at one time.
     *
     * @param version the structure's version that it made
     * @param validFrom the day since which it holds; {@link LocalDate#MIN} for its beginning
     * @param recordedAt when it was recorded
     * @param supersededAt when a correction took its place, if one did
     * @param details what was recorded
     */
    public record Recorded(
            int version,
            LocalDate validFrom,
            Instant recordedAt,
            Optional<Instant> supersededAt,
            StructureDetails details) {}
}

package org.danaya.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a structure.
 *
 * @param kind its kind
 * @param nameFr its name in French, 1 to 300 characters
 * @param nameEn its name in English, if it has one
 * @param acronym its acronym, if it has one
 * @param parent the structure above it, if there is one
 * @param planned whether it is yet to be created
 * @param from the day of its creation, or foreseen for it, if known
 * @param until the first day on which it doesn't exist any more
 * @param foundingAct the reference of the act that creates it
 * @param endingAct the reference of the act that ends it
 * @param source where these attributes were read
 */
public record StructureDetails(
        StructureKind kind,
        String nameFr,
        @Nullable String nameEn,
        @Nullable String acronym,
        @Nullable UUID parent,
        boolean planned,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String foundingAct,
        @Nullable String endingAct,
        @Nullable String source) {

    /** Whether it exists on a day. */
    public Existence on(LocalDate day) {
        if (planned || (from != null && day.isBefore(from))) {
            return new Existence.Planned(from);
        }
        return until != null && !day.isBefore(until)
                ? new Existence.Ended(from, until)
                : new Existence.Active(from, until);
    }

    StructureDetails under(@Nullable UUID other) {
        return new StructureDetails(
                kind,
                nameFr,
                nameEn,
                acronym,
                other,
                planned,
                from,
                until,
                foundingAct,
                endingAct,
                source);
    }

    /** The same, ended; a planned one that is given up never began. */
    StructureDetails ended(LocalDate day, String act) {
        LocalDate began = from == null || planned ? null : from;
        return new StructureDetails(
                kind, nameFr, nameEn, acronym, parent, false, began, day, foundingAct, act, source);
    }
}

package org.danaya.mandates.asof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Scope;
import org.danaya.verify.mandate.Powers;

/**
 * Somebody who could.
 *
 * @param by what let them
 * @param person the name; empty for an office that nobody held
 * @param function as what, in French
 * @param acting whether they only stood in for the position's holder
 * @param powers all that they had by the same
 * @param until the first day on which it doesn't hold any more
 * @param basis the act that an office rests on, or the mandate does, in words
 * @param references the leaves of the public log that show it, the last grantor's first
 */
public record Able(
        By by,
        String person,
        String function,
        boolean acting,
        Powers powers,
        Scope scope,
        LocalDate from,
        LocalDate until,
        String basis,
        List<String> references) {

    /** Keeps a copy. */
    public Able {
        references = List.copyOf(references);
    }

    /**
     * An office or a mandate.
     *
     * @param number the register's, of a mandate
     */
    public record By(UUID id, Optional<Long> number) {

        /** {@code office} or {@code mandate}. */
        public String kind() {
            return number.isPresent() ? "mandate" : "office";
        }
    }
}

package org.danaya.mandates.asof;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Query;
import org.danaya.log.LogProofs;
import org.danaya.mandates.Days;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.Power;

/** Reads a question out of an address, within the reach of who asks, and answers it. */
final class Asking {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private final WhoCould who;
    private final Structures structures;
    private final LogProofs proofs;
    private final Days days;

    Asking(WhoCould who, Structures structures, LogProofs proofs, Days days) {
        this.who = who;
        this.structures = structures;
        this.proofs = proofs;
        this.days = days;
    }

    /** What was read. */
    sealed interface Read {

        /** A question. */
        record Whole(WhoCould.Question question) implements Read {}

        /** The structure is unknown, or out of reach, which isn't told apart. */
        record Unknown() implements Read {}

        /** A part is missing or isn't what it should be. */
        record Partial() implements Read {}
    }

    Read read(Query query) {
        Optional<Power> power = power(query.text("power"));
        Optional<LocalDate> on = day(query.text("on"));
        String typed = query.text("known");
        Optional<LocalDate> known = day(typed);
        if (power.isEmpty() || on.isEmpty() || (known.isEmpty() && !typed.isEmpty())) {
            return new Read.Partial();
        }
        return structures
                .meant(query.text("structure"))
                .filter(each -> Rights.current().hold(Right.READ_MANDATES, each.id()))
                .<Read>map(
                        each ->
                                new Read.Whole(
                                        new WhoCould.Question(
                                                each.id(), power.get(), on.get(), known)))
                .orElseGet(Read.Unknown::new);
    }

    /** The day that it is in the country. */
    LocalDate today() {
        return days.today();
    }

    WhoCould.Answer find(WhoCould.Question question) {
        return who.find(question);
    }

    Structure structure(WhoCould.Question question) {
        return structures.get(question.structure());
    }

    Proofs.Told told(WhoCould.Question question) {
        return Proofs.told(
                find(question),
                structure(question),
                reference -> new String(proofs.open(reference).toBytes(), StandardCharsets.UTF_8));
    }

    private static Optional<Power> power(String text) {
        return Arrays.stream(Power.values())
                .filter(power -> power.code().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Days that calendars and databases have. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}

package org.danaya.mandates.status;

import java.time.LocalDate;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Period;
import org.danaya.mandates.Terms;
import org.danaya.mandates.WholeRegister;
import org.danaya.mandates.Worth;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.Standing;

/**
 * How mandates stand, as verifiers are told: one function for the register's own verdicts and for
 * the status lists.
 */
public final class Standings {

    private Standings() {}

    /** How a mandate stands at the instant of which it is known. */
    public static Standing of(Known known) {
        return switch (known.mandate()) {
            case Mandate.Draft _, Mandate.Approved _, Mandate.Withdrawn _ -> new Standing.Absent();
            case Mandate.Signed _,
                    Mandate.InForce _,
                    Mandate.Suspended _,
                    Mandate.Revoked _,
                    Mandate.Replaced _,
                    Mandate.Expired _ -> {
                Terms terms = known.head().terms();
                yield of(terms.powers(), terms.period(), known.worth(), known.day());
            }
        };
    }

    /** How a mandate stands on a day; one that was never signed is none. */
    static Standing of(WholeRegister.Line line, LocalDate day) {
        return line.signed()
                ? of(line.granted(), line.said(), line.worth(), day)
                : new Standing.Absent();
    }

    /**
     * How a mandate stands on a day. Its own dates, which its seal says, are the verifier's to
     * judge; days that it lost since are told here.
     *
     * @param granted the powers that it says
     * @param said the days that it says
     */
    private static Standing of(Powers granted, Period said, Worth worth, LocalDate day) {
        return switch (worth.hold()) {
            case REVOKED -> new Standing.Revoked();
            case SUSPENDED ->
                    isCut(said, worth, day) ? new Standing.Revoked() : new Standing.Suspended();
            // It may be good one day, so that "revoked", which is for ever, would be a lie.
            case PENDING -> new Standing.Suspended();
            case NONE -> {
                if (isCut(said, worth, day)) {
                    yield new Standing.Revoked();
                }
                if (day.isBefore(worth.period().from()) && !day.isBefore(said.from())) {
                    yield new Standing.Suspended();
                }
                yield worth.powers().covers(granted)
                        ? new Standing.InForce()
                        : new Standing.Reduced(worth.powers());
            }
        };
    }

    /** Whether it ended before the day that it says. */
    private static boolean isCut(Period said, Worth worth, LocalDate day) {
        return worth.period().until().isBefore(said.until())
                && !day.isBefore(worth.period().until());
    }
}

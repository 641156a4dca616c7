package org.danaya.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Mandate.Held;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;

/**
 * All that happened to a mandate.
 *
 * @param events in the order in which they happened
 */
public record History(Mandate.Head head, List<MandateEvent> events) {

    /** Keeps a copy. */
    public History {
        events = List.copyOf(events);
    }

    /**
     * The mandate as it was at an instant: what was recorded later doesn't count.
     *
     * @param zone the country's, in which days begin
     */
    public Mandate at(Instant instant, ZoneId zone) {
        Mandate mandate = new Mandate.Draft(head);
        for (MandateEvent event : events) {
            if (event.at().isAfter(instant)) {
                break;
            }
            mandate = after(mandate, event);
        }
        return switch (mandate) {
            case Mandate.InForce(_, Held held, _) -> inTime(mandate, held, instant, zone);
            case Mandate.Suspended(_, Held held, _, _) -> inTime(mandate, held, instant, zone);
            case Mandate.Draft _,
                    Mandate.Approved _,
                    Mandate.Signed _,
                    Mandate.Revoked _,
                    Mandate.Replaced _,
                    Mandate.Expired _,
                    Mandate.Withdrawn _ ->
                    mandate;
        };
    }

    /** Who signed it, and how; empty where nobody did. */
    public Optional<MandateEvent.Signed> signature() {
        return events.stream()
                .filter(MandateEvent.Signed.class::isInstance)
                .map(MandateEvent.Signed.class::cast)
                .findFirst();
    }

    private static Mandate inTime(Mandate mandate, Held held, Instant instant, ZoneId zone) {
        Instant end = held.period().until().atStartOfDay(zone).toInstant();
        return instant.isBefore(end) ? mandate : new Mandate.Expired(mandate.head(), held, end);
    }

    private static Mandate after(Mandate mandate, MandateEvent event) {
        Mandate.Head head = mandate.head();
        return switch (event) {
            case MandateEvent.Approved(Instant at, _, _) -> new Mandate.Approved(head, at);
            case MandateEvent.Transferred _ -> mandate;
            case MandateEvent.Withdrawn(Instant at, _, String reason) ->
                    new Mandate.Withdrawn(head, reason, at);
            case MandateEvent.Signed(Instant at, _, _, _) -> new Mandate.Signed(head, at);
            case MandateEvent.Effective(Instant at, _) ->
                    mandate instanceof Mandate.Signed
                            ? new Mandate.InForce(head, mandate.left(), at)
                            : mandate;
            case MandateEvent.Suspended(Instant at, _, String reason) ->
                    new Mandate.Suspended(head, mandate.left(), reason, at);
            case MandateEvent.Resumed(Instant at, _) ->
                    new Mandate.InForce(head, mandate.left(), at);
            case MandateEvent.PowerRevoked(_, _, Power power, _) ->
                    with(
                            mandate,
                            new Held(
                                    mandate.left().powers().without(Powers.of(power)),
                                    mandate.left().period()));
            case MandateEvent.Shortened(_, LocalDate until, _) ->
                    with(
                            mandate,
                            new Held(
                                    mandate.left().powers(),
                                    new Period(mandate.left().period().from(), until)));
            case MandateEvent.Revoked(Instant at, _, Mandate.EndCause cause, String reason) ->
                    new Mandate.Revoked(head, cause, reason, at);
            case MandateEvent.Replaced(Instant at, UUID by) -> new Mandate.Replaced(head, by, at);
        };
    }

    private static Mandate with(Mandate mandate, Held held) {
        return switch (mandate) {
            case Mandate.InForce(Mandate.Head head, _, Instant since) ->
                    new Mandate.InForce(head, held, since);
            case Mandate.Suspended(Mandate.Head head, _, String reason, Instant since) ->
                    new Mandate.Suspended(head, held, reason, since);
            case Mandate.Draft _,
                    Mandate.Approved _,
                    Mandate.Signed _,
                    Mandate.Revoked _,
                    Mandate.Replaced _,
                    Mandate.Expired _,
                    Mandate.Withdrawn _ ->
                    mandate;
        };
    }
}

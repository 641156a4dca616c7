package org.danaya.mandates.position;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.danaya.mandates.position.OfficialPosition.Publication;

/**
 * All that happened to a position.
 *
 * @param events in the order in which they happened
 */
public record PositionHistory(Head head, List<PositionEvent> events) {

    /** Keeps a copy. */
    public PositionHistory {
        events = List.copyOf(events);
    }

    /** The position as it was at an instant: what was recorded later doesn't count. */
    public OfficialPosition at(Instant instant) {
        OfficialPosition position = new OfficialPosition.Draft(head);
        for (PositionEvent event : events) {
            if (event.at().isAfter(instant)) {
                break;
            }
            position = after(position, event);
        }
        return position;
    }

    /** The position as all that happened left it. */
    public OfficialPosition now() {
        return events.stream()
                .reduce(
                        (OfficialPosition) new OfficialPosition.Draft(head),
                        PositionHistory::after,
                        (_, last) -> last);
    }

    /** Who signed it, and how; empty where nobody did. */
    public Optional<PositionEvent.Signed> signature() {
        return events.stream()
                .filter(PositionEvent.Signed.class::isInstance)
                .map(PositionEvent.Signed.class::cast)
                .findFirst();
    }

    private static OfficialPosition after(OfficialPosition position, PositionEvent event) {
        Head head = position.head();
        return switch (event) {
            case PositionEvent.Validated(Instant at, _, _) ->
                    new OfficialPosition.Validated(head, at);
            case PositionEvent.Signed(Instant at, _, _, _, _, _) ->
                    new OfficialPosition.Embargoed(head, at);
            case PositionEvent.Published(Instant at, long number, long leaf) ->
                    new OfficialPosition.InForce(head, new Publication(number, leaf, at));
            case PositionEvent.Replaced(Instant at, UUID by) ->
                    new OfficialPosition.Replaced(
                            head, position.publication().orElseThrow(), by, at);
            case PositionEvent.Withdrawn(Instant at, _, String reason) ->
                    new OfficialPosition.Withdrawn(head, position.publication(), reason, at);
        };
    }
}

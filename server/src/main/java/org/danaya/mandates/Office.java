package org.danaya.mandates;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.verify.mandate.Powers;

/**
 * The powers that go with a position by law or by statute: where every mandate begins.
 *
 * @param position the position, whoever holds it
 * @param structure the position's structure
 * @param depth how often what it grants may be passed on
 * @param basis the act that gives the position these powers, in words
 * @param period the days on which they go with it
 * @param proposedBy the account
 */
public record Office(
        UUID id,
        UUID position,
        UUID structure,
        Powers powers,
        Scope scope,
        Period period,
        int depth,
        String basis,
        UUID proposedBy,
        Instant proposedAt,
        State state) {

    /** What has become of it. Words under {@code mandates.office.state.CODE}. */
    public sealed interface State {

        /** It waits for another person. */
        record Proposed() implements State {}

        /** Another person approved it with a passkey: it counts. */
        record Recorded(UUID by, Instant at, UUID evidence) implements State {}

        /** Another person refused it. */
        record Refused(UUID by, Instant at, String reason) implements State {}

        /** It doesn't count any more from an instant on. */
        record Ended(UUID by, Instant at, String reason, Recorded before) implements State {}

        /** Its stable code. */
        default String code() {
            return getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }

    /** The reference of the leaf that says it was recorded. */
    public String recordedReference() {
        return "mandates:office:" + id + ":recorded";
    }

    /** Whether it counted at an instant, whatever the day. */
    boolean counts(Instant instant) {
        return switch (state) {
            case State.Proposed _, State.Refused _ -> false;
            case State.Recorded(_, Instant since, _) -> !instant.isBefore(since);
            case State.Ended(_, Instant end, _, State.Recorded(_, Instant since, _)) ->
                    !instant.isBefore(since) && instant.isBefore(end);
        };
    }

    /** What it could grant at an instant; nothing where it didn't count. */
    Optional<Worth> worth(Instant instant) {
        return counts(instant)
                ? Optional.of(new Worth(powers, scope, period, depth + 1, Worth.Hold.NONE))
                : Optional.empty();
    }
}

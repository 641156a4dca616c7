package org.danaya.consultation.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that happened to a referral. It is appended, in the order of time, never edited. */
public sealed interface ReferralEvent {

    /** The structure was asked. */
    record Asked(Instant at, UUID account, Instant deadline) implements ReferralEvent {}

    /** It has more time. */
    record Extended(Instant at, UUID account, Instant deadline, String reason)
            implements ReferralEvent {}

    /**
     * Its correspondents were reminded.
     *
     * @param hours before the deadline
     * @param deadline that was then
     */
    record Reminded(Instant at, int hours, Instant deadline) implements ReferralEvent {}

    /** Nothing had come at the deadline. */
    record Silent(Instant at) implements ReferralEvent {}

    /** Observations came. */
    record Submitted(Instant at, UUID account, UUID batch) implements ReferralEvent {}

    /** The structure said that it has none. */
    record Nothing(Instant at, UUID account, UUID batch) implements ReferralEvent {}

    /** When. */
    Instant at();

    /** The stable code of its kind; words under {@code observation.event.CODE}. */
    default String code() {
        return switch (this) {
            case Asked _ -> "asked";
            case Extended _ -> "extended";
            case Reminded _ -> "reminded";
            case Silent _ -> "silent";
            case Submitted _ -> "submitted";
            case Nothing _ -> "none";
        };
    }

    /** Who did it; nobody where the clock did. */
    default Optional<UUID> who() {
        return switch (this) {
            case Asked asked -> Optional.of(asked.account());
            case Extended extended -> Optional.of(extended.account());
            case Submitted submitted -> Optional.of(submitted.account());
            case Nothing nothing -> Optional.of(nothing.account());
            case Reminded _, Silent _ -> Optional.empty();
        };
    }
}

package org.danaya.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.danaya.verify.mandate.Power;

/** Something that happened to a mandate. It is appended, in the order of time, and never edited. */
public sealed interface MandateEvent {

    /** When, as recorded: never earlier than what came before. */
    Instant at();

    /** Another person approved its content with a passkey. */
    record Approved(Instant at, UUID account, UUID evidence) implements MandateEvent {}

    /**
     * It was given up before it was signed.
     *
     * @param account empty where a rule did it; then the reason is the code of an {@link
     *     Mandate.EndCause}
     */
    record Withdrawn(Instant at, Optional<UUID> account, String reason) implements MandateEvent {}

    /**
     * Its grantor signed its content with a passkey.
     *
     * @param under the mandate or the office under which the grantor signed
     */
    record Signed(Instant at, UUID account, UUID evidence, Grantor under) implements MandateEvent {}

    /** Its leaf is in a published checkpoint. */
    record Effective(Instant at, long leaf) implements MandateEvent {}

    /**
     * It follows another that was held in the position before, and is a draft as any other.
     *
     * @param from that mandate
     */
    record Transferred(Instant at, UUID from) implements MandateEvent {}

    /** Somebody stopped it for now. */
    record Suspended(Instant at, UUID account, String reason) implements MandateEvent {}

    /** Somebody let it go on. */
    record Resumed(Instant at, UUID account) implements MandateEvent {}

    /** One power was taken from it, for good. */
    record PowerRevoked(Instant at, UUID account, Power power, String reason)
            implements MandateEvent {}

    /**
     * It ends earlier than it says, as the capacity does in which it is held.
     *
     * @param until the first day on which it doesn't hold any more
     */
    record Shortened(Instant at, LocalDate until, Mandate.EndCause cause) implements MandateEvent {}

    /**
     * It was ended for good.
     *
     * @param account empty where a rule ended it
     */
    record Revoked(Instant at, Optional<UUID> account, Mandate.EndCause cause, String reason)
            implements MandateEvent {}

    /** Another took its place. */
    record Replaced(Instant at, UUID by) implements MandateEvent {}
}

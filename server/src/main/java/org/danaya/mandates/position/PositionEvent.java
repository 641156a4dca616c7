package org.danaya.mandates.position;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Grantor;

/** Something that happened to a position. It is appended, in the order of time, never edited. */
public sealed interface PositionEvent {

    /** When, as recorded: never earlier than what came before. */
    Instant at();

    /** Another person validated its content with a passkey. */
    record Validated(Instant at, UUID account, UUID evidence) implements PositionEvent {}

    /**
     * Somebody who may speak for the structure signed its content with a passkey.
     *
     * @param under the office or the mandate that gave the power
     * @param signer the name
     * @param function as which they signed
     */
    record Signed(
            Instant at, UUID account, UUID evidence, Grantor under, String signer, String function)
            implements PositionEvent {}

    /** It is known from now on. */
    record Published(Instant at, long number, long leaf) implements PositionEvent {}

    /** Another took its place. */
    record Replaced(Instant at, UUID by) implements PositionEvent {}

    /**
     * It was given up, or taken back.
     *
     * @param account empty where a rule did it
     */
    record Withdrawn(Instant at, Optional<UUID> account, String reason) implements PositionEvent {}
}

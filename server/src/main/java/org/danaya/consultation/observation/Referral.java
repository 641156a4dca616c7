package org.danaya.consultation.observation;

import java.time.Instant;
import java.util.UUID;

/** A structure that is asked about a version. */
public sealed interface Referral {

    /**
     * What all have.
     *
     * @param deadline the first instant that isn't in time any more; it can be extended
     */
    record Head(
            UUID id,
            UUID version,
            Structure structure,
            UUID askedBy,
            Instant askedAt,
            Instant deadline) {}

    /**
     * Who is asked.
     *
     * @param name what it was called, in French
     * @param identifier its key for people
     */
    record Structure(UUID id, String name, String identifier) {}

    /** Nothing has come, and the deadline hasn't passed. */
    record Awaited(Head head) implements Referral {}

    /**
     * Observations came.
     *
     * @param receipt of the first batch that held any
     */
    record Received(Head head, Receipt receipt, Instant at) implements Referral {}

    /** The structure said that it has no observation. */
    record Nothing(Head head, Receipt receipt, Instant at) implements Referral {}

    /** Nothing came before the deadline: that is all that is known. */
    record Silent(Head head, Instant since) implements Referral {}

    /** What all have. */
    Head head();

    /** Its id. */
    default UUID id() {
        return head().id();
    }

    /** The stable code of its state; words under {@code observation.referral.CODE}. */
    default String code() {
        return switch (this) {
            case Awaited _ -> "awaited";
            case Received received -> received.receipt().code();
            case Nothing nothing -> nothing.receipt() == Receipt.LATE ? "none-late" : "none";
            case Silent _ -> "silent";
        };
    }

    /** What acts on a referral name as their subject. */
    static String subject(UUID referral) {
        return "text-referral:" + referral;
    }
}

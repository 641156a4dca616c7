package org.danaya.consultation.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a structure says about a version, as whoever looks may see it. */
public sealed interface Observation {

    /**
     * What an observation is from the beginning.
     *
     * @param structure whose it is
     * @param author the account that wrote it first
     */
    record Head(
            UUID id,
            UUID referral,
            UUID version,
            Referral.Structure structure,
            UUID author,
            Instant createdAt) {}

    /**
     * What it says.
     *
     * @param words empty for whoever may not read them, which only happens where it is confidential
     */
    record Said(ObservationKind kind, Anchor anchor, boolean confidential, Optional<Words> words) {}

    /**
     * Its words. The comment or the proposal isn't empty.
     *
     * @param comment at most {@link #LONGEST} characters; may be empty where a wording is proposed
     * @param proposal the wording that is proposed
     * @param legalBasis on which law it rests
     */
    record Words(String comment, Optional<String> proposal, Optional<String> legalBasis) {

        /** How long a comment or a proposal may be, in characters. */
        public static final int LONGEST = 20_000;

        /** How long a legal basis may be, in characters. */
        public static final int LONGEST_BASIS = 2_000;
    }

    /**
     * It is being written, in its structure.
     *
     * @param revision counts its changes, from 1
     * @param row where it stood in a form, if it came in one
     */
    record Draft(
            Head head,
            Said said,
            int revision,
            UUID changedBy,
            Instant changedAt,
            Optional<String> row)
            implements Observation {}

    /** Its structure gave it up before anybody else saw it. */
    record Withdrawn(Head head, Said said, UUID by, Instant since) implements Observation {}

    /**
     * It was handed in, and never changes any more.
     *
     * @param number within its version, from 1, without a gap
     */
    record Submitted(
            Head head, Said said, int number, UUID batch, Receipt receipt, Instant submittedAt)
            implements Observation {}

    /** What it is from the beginning. */
    Head head();

    /** What it says. */
    Said said();

    /** Its id. */
    default UUID id() {
        return head().id();
    }

    /** The stable code of its state; words under {@code observation.state.CODE}. */
    default String code() {
        return switch (this) {
            case Draft _ -> "draft";
            case Withdrawn _ -> "withdrawn";
            case Submitted _ -> "submitted";
        };
    }

    /** What acts on an observation name as their subject. */
    static String subject(UUID observation) {
        return "observation:" + observation;
    }
}

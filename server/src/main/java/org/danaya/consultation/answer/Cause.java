package org.danaya.consultation.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * Why words changed.
 *
 * @param former the frozen version with which the change is compared
 * @param change what is explained
 * @param act what was said at once has one
 */
public record Cause(
        UUID id, UUID former, Changed change, Source source, UUID act, UUID account, Instant at) {

    /** How long the words of a note may be, in characters. */
    public static final int LONGEST_NOTE = 2_000;

    /**
     * A change as it was when it was explained.
     *
     * @param hunk its id
     * @param kind what changed
     * @param part the lasting name of its part
     * @param former the words that went, cut where they are long
     * @param later the words that came, cut where they are long
     */
    public record Changed(String hunk, String kind, String part, String former, String later) {}

    /** What explains it. Words under {@code answer.source.CODE}. */
    public sealed interface Source {

        /** The stable code of its kind. */
        default String code() {
            return switch (this) {
                case OfObservation _ -> "observation";
                case OfDecision _ -> "decision";
                case OfRecommendation _ -> "recommendation";
                case Editorial _ -> "editorial";
            };
        }
    }

    /** An observation that was accepted, wholly or partly. */
    public record OfObservation(UUID observation) implements Source {}

    /** What a session decided. */
    public record OfDecision(UUID decision) implements Source {}

    /** What the Council recommended. */
    public record OfRecommendation(UUID decision) implements Source {}

    /** Whoever writes says that it changes no meaning, and what it is. */
    public record Editorial(String note) implements Source {}
}

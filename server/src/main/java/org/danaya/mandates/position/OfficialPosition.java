package org.danaya.mandates.position;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** An official position or a communiqué as it was at an instant. */
public sealed interface OfficialPosition {

    /**
     * What never changes once another person validated it.
     *
     * @param code the ten data characters of its short code
     * @param draftedBy the account that wrote it last
     */
    record Head(
            UUID id,
            String code,
            PositionTerms terms,
            Names names,
            UUID draftedBy,
            Instant draftedAt) {

        /**
         * The exact content that is validated, signed and logged: lines of text. The words stand in
         * it by the hash of their bytes.
         */
        public byte[] content() {
            StringBuilder text = new StringBuilder("danaya position v1\n");
            line(text, "code", code);
            line(text, "kind", terms.kind().code());
            line(text, "structure", terms.structure() + " " + names.structure());
            words(text, "fr", terms.french());
            terms.english().ifPresent(each -> words(text, "en", each));
            line(
                    text,
                    "audience",
                    terms.audience().isPublic()
                            ? "public"
                            : String.join(" ", terms.audience().codes()));
            terms.matter().ifPresent(each -> line(text, "matter", each));
            terms.embargo().ifPresent(each -> line(text, "embargo", each.toString()));
            line(text, "from", terms.from().toString());
            terms.until().ifPresent(each -> line(text, "until", each.toString()));
            terms.supersedes().ifPresent(each -> line(text, "supersedes", each.toString()));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static void words(StringBuilder text, String language, Wording wording) {
            line(text, "subject-" + language, wording.subject());
            line(text, "text-" + language + "-sha256", wording.sha256());
        }

        private static void line(StringBuilder text, String name, String value) {
            text.append(name).append(' ').append(value.replaceAll("\\s+", " ")).append('\n');
        }
    }

    /**
     * What the structure was called.
     *
     * @param identifier its key for people
     * @param brief its acronym where it has one
     */
    record Names(String structure, String identifier, String brief) {}

    /**
     * Its public existence.
     *
     * @param number of its series, from 1: that of everybody's, or that of the others
     * @param leaf its place in the public log
     * @param since when it came in force
     */
    record Publication(long number, long leaf, Instant since) {}

    /** It is being written. */
    record Draft(Head head) implements OfficialPosition {}

    /** Another person validated it; nobody has signed. */
    record Validated(Head head, Instant since) implements OfficialPosition {}

    /** It is signed; its leaf, its embargo or its first day is awaited. */
    record Embargoed(Head head, Instant since) implements OfficialPosition {}

    /** It is known, and holds from its first day to its last. */
    record InForce(Head head, Publication known) implements OfficialPosition {}

    /** Another took its place. */
    record Replaced(Head head, Publication known, UUID by, Instant since)
            implements OfficialPosition {}

    /**
     * It was given up, or taken back.
     *
     * @param known empty where nobody was ever told
     */
    record Withdrawn(Head head, Optional<Publication> known, String reason, Instant since)
            implements OfficialPosition {}

    /** What never changes. */
    Head head();

    /** Its id. */
    default UUID id() {
        return head().id();
    }

    /** The stable code of its state; words under {@code positions.state.CODE}. */
    default String code() {
        return switch (this) {
            case Draft _ -> "draft";
            case Validated _ -> "validated";
            case Embargoed _ -> "embargoed";
            case InForce _ -> "in-force";
            case Replaced _ -> "replaced";
            case Withdrawn _ -> "withdrawn";
        };
    }

    /** Its public existence; empty where it never came in force. */
    default Optional<Publication> publication() {
        return switch (this) {
            case Draft _, Validated _, Embargoed _ -> Optional.empty();
            case InForce(_, Publication known) -> Optional.of(known);
            case Replaced(_, Publication known, _, _) -> Optional.of(known);
            case Withdrawn(_, Optional<Publication> known, _, _) -> known;
        };
    }

    /** Whether everybody may know of it. */
    default boolean isPublic() {
        return publication().isPresent() && head().terms().audience().isPublic();
    }

    /** Whether it holds on a day. */
    default boolean holds(LocalDate day) {
        return this instanceof InForce
                && head().terms().until().filter(end -> !day.isBefore(end)).isEmpty();
    }
}

package org.danaya.mandates;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.verify.mandate.Powers;

/**
 * A mandate as it was at an instant.
 *
 * <p>Whether it is any good then depends on its grantor too: see {@link Worth}.
 */
public sealed interface Mandate {

    /**
     * What never changes once somebody approved it.
     *
     * @param number the register's, from 1
     * @param code the ten data characters of its short code
     * @param draftedBy the account
     */
    record Head(
            UUID id,
            long number,
            String code,
            Terms terms,
            Names names,
            UUID draftedBy,
            Instant draftedAt) {

        /** Its place in the status lists, from 0. */
        public int index() {
            return Math.toIntExact(number - 1);
        }

        /**
         * The exact content that is approved, signed and logged: lines of text, always the same for
         * the same mandate.
         */
        public byte[] content() {
            StringBuilder text = new StringBuilder("danaya mandate v1\n");
            line(text, "number", Long.toString(number));
            line(text, "code", code);
            line(text, "index", Integer.toString(index()));
            line(text, "kind", terms.kind().code());
            line(text, "structure", terms.structure() + " " + names.structure());
            line(
                    text,
                    terms.grantor() instanceof Grantor.OfOffice ? "office" : "mandate",
                    terms.grantor().id() + " " + names.grantor());
            line(text, "holder", terms.person() + " " + names.holder());
            line(text, "function", names.function());
            line(text, "home", names.home());
            terms.capacity().ifPresent(each -> line(text, "capacity", each.toString()));
            line(text, "powers", terms.powers().toString());
            terms.scope().lines().forEach(each -> line(text, "scope", each));
            line(text, "from", terms.period().from().toString());
            line(text, "until", terms.period().until().toString());
            line(text, "depth", Integer.toString(terms.depth()));
            line(text, "basis", terms.basis());
            terms.replaces().ifPresent(each -> line(text, "replaces", each.toString()));
            terms.group().ifPresent(each -> line(text, "delegation", each.toString()));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static void line(StringBuilder text, String name, String value) {
            text.append(name).append(' ').append(value.replaceAll("\\s+", " ")).append('\n');
        }
    }

    /** It is being written. */
    record Draft(Head head) implements Mandate {}

    /** Another person approved it, and its grantor hasn't signed. */
    record Approved(Head head, Instant since) implements Mandate {}

    /** Its grantor signed; its leaf isn't public yet. */
    record Signed(Head head, Instant since) implements Mandate {}

    /**
     * What is left of a mandate.
     *
     * @param powers none where it is over
     * @param period the days on which it holds
     */
    record Held(Powers powers, Period period) {}

    /** It holds, from the first day of its period on. */
    record InForce(Head head, Held held, Instant since) implements Mandate {}

    /** It doesn't hold for now. */
    record Suspended(Head head, Held held, String reason, Instant since) implements Mandate {}

    /** It is over for good. */
    record Revoked(Head head, EndCause cause, String reason, Instant since) implements Mandate {}

    /** Another took its place. */
    record Replaced(Head head, UUID by, Instant since) implements Mandate {}

    /** Its days are over. */
    record Expired(Head head, Held held, Instant since) implements Mandate {}

    /** It was given up before it was signed. */
    record Withdrawn(Head head, String reason, Instant since) implements Mandate {}

    /** Why a mandate was revoked. Words under {@code mandates.cause.CODE}. */
    enum EndCause {
        /** Whoever may, ended it. */
        DECIDED,
        /** Its last power was revoked. */
        EMPTIED,
        /** The holder doesn't hold the position any more in which it was given. */
        INCUMBENCY_ENDED,
        /** The structure in whose name it was doesn't exist any more. */
        STRUCTURE_ENDED;

        /** Its stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What never changes. */
    Head head();

    /** Its id. */
    default UUID id() {
        return head().id();
    }

    /** The stable code of its state; words under {@code mandates.state.CODE}. */
    default String code() {
        return switch (this) {
            case Draft _ -> "draft";
            case Approved _ -> "approved";
            case Signed _ -> "signed";
            case InForce _ -> "in-force";
            case Suspended _ -> "suspended";
            case Revoked _ -> "revoked";
            case Replaced _ -> "replaced";
            case Expired _ -> "expired";
            case Withdrawn _ -> "withdrawn";
        };
    }

    /** What is left of it at this instant, whatever its grantor has. */
    default Held left() {
        return switch (this) {
            case InForce(_, Held held, _) -> held;
            case Suspended(_, Held held, _, _) -> held;
            case Expired(_, Held held, _) -> held;
            case Draft _, Approved _, Signed _ ->
                    new Held(head().terms().powers(), head().terms().period());
            case Revoked _, Replaced _, Withdrawn _ ->
                    new Held(Powers.NONE, head().terms().period());
        };
    }

    /** Since when it is so; empty for a draft. */
    default Optional<Instant> from() {
        return switch (this) {
            case Draft _ -> Optional.empty();
            case Approved(_, Instant since) -> Optional.of(since);
            case Signed(_, Instant since) -> Optional.of(since);
            case InForce(_, _, Instant since) -> Optional.of(since);
            case Suspended(_, _, _, Instant since) -> Optional.of(since);
            case Revoked(_, _, _, Instant since) -> Optional.of(since);
            case Replaced(_, _, Instant since) -> Optional.of(since);
            case Expired(_, _, Instant since) -> Optional.of(since);
            case Withdrawn(_, _, Instant since) -> Optional.of(since);
        };
    }
}

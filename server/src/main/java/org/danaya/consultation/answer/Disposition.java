package org.danaya.consultation.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What becomes of an observation. Words under {@code answer.disposition.CODE}. */
public sealed interface Disposition {

    /** How long a reason may be, in characters. */
    int LONGEST_REASON = 4_000;

    /** How long the name of another text may be, in characters. */
    int LONGEST_TARGET = 300;

    /** The codes of all, in the order in which they are offered. */
    List<String> CODES =
            List.of(
                    "accepted",
                    "partly-accepted",
                    "rejected",
                    "moot",
                    "duplicate",
                    "postponed",
                    "to-arbitrate",
                    "to-examine");

    /** The codes of those that need a reason. */
    List<String> REASONED = List.of("partly-accepted", "rejected", "moot", "postponed");

    /**
     * Nobody has decided it yet, or it is opened again.
     *
     * @param reason what is said about it; may be empty
     */
    record ToExamine(String reason) implements Disposition {}

    /**
     * The text is changed as it asks.
     *
     * @param reason what is said about it; may be empty
     */
    record Accepted(String reason) implements Disposition {}

    /** The text is changed, not wholly as it asks. */
    record PartlyAccepted(String reason) implements Disposition {}

    /** The text isn't changed. */
    record Rejected(String reason) implements Disposition {}

    /** What it is about is gone, or was never there. */
    record Moot(String reason) implements Disposition {}

    /**
     * Another one says the same, and is answered for both.
     *
     * @param of one that is no duplicate itself
     * @param reason what is said about it; may be empty
     */
    record Duplicate(UUID of, String reason) implements Disposition {}

    /**
     * Another text takes it up.
     *
     * @param text what that text is called
     */
    record Postponed(String text, String reason) implements Disposition {}

    /**
     * Others decide it.
     *
     * @param reason what is said about it; may be empty
     */
    record ToArbitrate(Level level, String reason) implements Disposition {}

    /** Where something is arbitrated. Words under {@code answer.level.CODE}. */
    enum Level {
        /** A workshop. */
        WORKSHOP,
        /** An interministerial meeting. */
        INTERMINISTERIAL,
        /** The cabinet council. */
        CABINET;

        /** Its stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Level> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /** The same to whoever may not read why: its reason may quote what is confidential. */
    default Disposition masked() {
        return switch (this) {
            case ToExamine _ -> new ToExamine("");
            case Accepted _ -> new Accepted("");
            case PartlyAccepted _ -> new PartlyAccepted("");
            case Rejected _ -> new Rejected("");
            case Moot _ -> new Moot("");
            case Duplicate(UUID of, String _) -> new Duplicate(of, "");
            case Postponed(String _, String _) -> new Postponed("", "");
            case ToArbitrate(Level level, String _) -> new ToArbitrate(level, "");
        };
    }

    /** Why; may be empty where it needn't be said. */
    String reason();

    /** Its stable code. */
    default String code() {
        return switch (this) {
            case ToExamine _ -> "to-examine";
            case Accepted _ -> "accepted";
            case PartlyAccepted _ -> "partly-accepted";
            case Rejected _ -> "rejected";
            case Moot _ -> "moot";
            case Duplicate _ -> "duplicate";
            case Postponed _ -> "postponed";
            case ToArbitrate _ -> "to-arbitrate";
        };
    }

    /** Whether the observation is answered with it. */
    default boolean isFinal() {
        return switch (this) {
            case ToExamine _, ToArbitrate _ -> false;
            case Accepted _, PartlyAccepted _, Rejected _, Moot _, Duplicate _, Postponed _ -> true;
        };
    }

    /** Whether the text changes because of it. */
    default boolean changesText() {
        return switch (this) {
            case Accepted _, PartlyAccepted _ -> true;
            case ToExamine _, Rejected _, Moot _, Duplicate _, Postponed _, ToArbitrate _ -> false;
        };
    }
}

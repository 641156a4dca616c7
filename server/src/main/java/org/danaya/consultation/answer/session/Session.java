package org.danaya.consultation.answer.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A meeting about a version of a text. */
public sealed interface Session {

    /** How long a title may be, in characters. */
    int LONGEST_TITLE = 300;

    /** How long the name of a place may be, in characters. */
    int LONGEST_PLACE = 200;

    /** How long an agenda may be, in characters. */
    int LONGEST_AGENDA = 8_000;

    /** The most people of one, and the most decisions. */
    int MOST = 500;

    /**
     * What it is from the beginning.
     *
     * @param version the version that it is about
     * @param number within its dossier, from 1
     */
    record Head(UUID id, UUID dossier, UUID version, int number, UUID openedBy, Instant openedAt) {}

    /**
     * What is told of it beforehand.
     *
     * @param agenda its items
     */
    record Terms(
            SessionKind kind,
            String title,
            String place,
            Instant begins,
            Instant ends,
            List<String> agenda) {

        /** Keeps a copy. */
        public Terms {
            agenda = List.copyOf(agenda);
        }
    }

    /** What its minutes say. */
    record Content(Terms terms, List<Attendance> attendance, List<Decision> decisions) {

        /** Keeps copies. */
        public Content {
            attendance = List.copyOf(attendance);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Its minutes are being written.
     *
     * @param revision counts their changes, from 1
     */
    record Open(Head head, Content content, int revision, Instant changedAt) implements Session {}

    /**
     * Its minutes are closed for ever.
     *
     * @param sha256 of the minutes as PDF, in hexadecimal
     * @param evidence of the passkey
     */
    record Closed(
            Head head,
            Content content,
            String sha256,
            UUID approvedBy,
            UUID evidence,
            Instant closedAt)
            implements Session {}

    /** It didn't take place, or was noted by mistake. */
    record Cancelled(Head head, Content content, Instant since, String reason) implements Session {}

    /** What it is from the beginning. */
    Head head();

    /** What its minutes say. */
    Content content();

    /** Its id. */
    default UUID id() {
        return head().id();
    }

    /** The stable code of its state; words under {@code answer.session.state.CODE}. */
    default String code() {
        return switch (this) {
            case Open _ -> "open";
            case Closed _ -> "closed";
            case Cancelled _ -> "cancelled";
        };
    }

    /** What acts on a session name as their subject. */
    static String subject(UUID session) {
        return "text-session:" + session;
    }
}

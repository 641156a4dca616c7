package org.danaya.mandates.delegation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateEvent;
import org.danaya.mandates.MandateKind;

/**
 * A delegation, with its members as they are at an instant.
 *
 * @param number the register's, from 1
 * @param structure in whose name it goes
 * @param grantor who grants its members their places; empty where it never had one
 * @param basis the act it rests on, in words
 * @param version counts the changes of its facts
 * @param clashReason why some are in another delegation on the same days, once it was declared
 * @param members all whose place isn't withdrawn, by number; those whose place was revoked too
 * @param report what came of it, once somebody reported
 * @param abandoned why nobody goes, once that was decided
 */
public record Delegation(
        UUID id,
        long number,
        UUID structure,
        Optional<Grantor> grantor,
        Occasion occasion,
        String basis,
        UUID draftedBy,
        Instant draftedAt,
        int version,
        Optional<String> clashReason,
        List<Known> members,
        Optional<Report> report,
        Optional<Abandoned> abandoned) {

    /**
     * What somebody reported after the event.
     *
     * @param text may be empty where there is a file
     * @param file the ending of the file's name, such as {@code pdf}
     */
    public record Report(String text, UUID by, Instant at, Optional<String> file) {}

    /** Somebody decided that nobody goes. */
    public record Abandoned(String reason, UUID by, Instant at) {}

    /** How far it has come. Words under {@code mandates.delegation.state.CODE}. */
    public enum State {
        /** Its members are drafts. */
        CONSTITUTED,
        /** It is in force. */
        NOTIFIED,
        /** Its days have begun. */
        ON_MISSION,
        /** Its days are over, and nobody reported. */
        REPORT_DUE,
        /** Somebody reported. */
        CLOSED,
        /** Nobody goes. */
        ABANDONED;

        /** Whether members can still join and leave it. */
        public boolean isOpen() {
            return switch (this) {
                case CONSTITUTED, NOTIFIED, ON_MISSION -> true;
                case REPORT_DUE, CLOSED, ABANDONED -> false;
            };
        }

        /** Its stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps a copy. */
    public Delegation {
        members =
                members.stream()
                        .filter(each -> !(each.mandate() instanceof Mandate.Withdrawn))
                        .toList();
    }

    /** Its head, if its place isn't withdrawn. */
    public Optional<Known> head() {
        return members.stream().filter(Delegation::leads).findFirst();
    }

    /** Whether a member leads it. */
    public static boolean leads(Known member) {
        return member.head().terms().kind() == MandateKind.HEAD;
    }

    /** Those whose place isn't lost. */
    public List<Known> alive() {
        return members.stream().filter(Delegation::isAlive).toList();
    }

    /** Those whose place is still a draft. */
    public List<Known> drafts() {
        return members.stream().filter(each -> each.mandate() instanceof Mandate.Draft).toList();
    }

    /** Those whose place waits for the grantor's signature. */
    public List<Known> approved() {
        return members.stream().filter(each -> each.mandate() instanceof Mandate.Approved).toList();
    }

    private static boolean isAlive(Known member) {
        return switch (member.mandate()) {
            case Mandate.Draft _,
                    Mandate.Approved _,
                    Mandate.Signed _,
                    Mandate.InForce _,
                    Mandate.Suspended _,
                    Mandate.Expired _ ->
                    true;
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Withdrawn _ -> false;
        };
    }

    /** Whether the public may know of it: some member's place has been in force. */
    public boolean isPublic() {
        return members.stream().anyMatch(Delegation::wasInForce);
    }

    /** Whether its grantor signed a place in it: what it is for doesn't change any more. */
    public boolean isSigned() {
        return members.stream().anyMatch(each -> each.history().signature().isPresent());
    }

    /**
     * All that it says of itself besides its members' mandates, as whoever approves confirms it:
     * lines of text.
     */
    public byte[] content() {
        StringBuilder text = new StringBuilder("danaya delegation v1\n");
        line(text, "number", Long.toString(number));
        line(text, "structure", structure.toString());
        grantor.ifPresent(each -> line(text, "grantor", each.id().toString()));
        line(text, "event-fr", occasion.nameFr());
        occasion.nameEn().ifPresent(each -> line(text, "event-en", each));
        occasion.organiser().ifPresent(each -> line(text, "organiser", each));
        line(text, "place", occasion.place());
        line(text, "country", occasion.country());
        line(text, "from", occasion.period().from().toString());
        line(text, "until", occasion.period().until().toString());
        line(text, "languages", String.join(" ", occasion.languages()));
        line(text, "basis", basis);
        clashReason.ifPresent(each -> line(text, "clash", each));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(' ').append(value.replaceAll("\\s+", " ")).append('\n');
    }

    /** As the public may know it: without those whose place was never in force. */
    public Delegation inPublic() {
        return new Delegation(
                id,
                number,
                structure,
                grantor,
                occasion,
                basis,
                draftedBy,
                draftedAt,
                version,
                clashReason,
                members.stream()
                        .filter(Delegation::wasInForce)
                        .filter(each -> !(each.mandate() instanceof Mandate.Replaced))
                        .toList(),
                report,
                abandoned);
    }

    /** How far it has come at the instant of its members. */
    public State state() {
        if (abandoned.isPresent()) {
            return State.ABANDONED;
        }
        if (report.isPresent()) {
            return State.CLOSED;
        }
        if (!isPublic()) {
            return State.CONSTITUTED;
        }
        var today = members.getFirst().day();
        if (today.isBefore(occasion.period().from())) {
            return State.NOTIFIED;
        }
        return today.isBefore(occasion.period().until()) ? State.ON_MISSION : State.REPORT_DUE;
    }

    private static boolean wasInForce(Known member) {
        return member.history().events().stream()
                .anyMatch(MandateEvent.Effective.class::isInstance);
    }
}

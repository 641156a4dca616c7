package org.danaya.mandates.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.form.Form;
import org.danaya.page.Tone;

/** What the pages about delegations show. */
public final class DelegationViews {

    private DelegationViews() {}

    /** A delegation in a list. */
    public record Line(
            String path,
            String nameFr,
            String nameEn,
            String place,
            String country,
            LocalDate from,
            LocalDate last,
            Delegation.State state) {

        /** How its state looks. */
        public Tone tone() {
            return switch (state) {
                case CONSTITUTED, CLOSED -> Tone.NEUTRAL;
                case ABANDONED -> Tone.DANGER;
                case NOTIFIED, REPORT_DUE -> Tone.INFO;
                case ON_MISSION -> Tone.SUCCESS;
            };
        }
    }

    /** All that the public may know of. */
    public record All(List<Line> lines) {}

    /** Whether somebody still is a member. Words under {@code mandates.delegation.member.CODE}. */
    public enum Standing {
        MEMBER,
        SUSPENDED,
        NO_MORE;

        /** Its stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** How it looks. */
        public Tone tone() {
            return switch (this) {
                case MEMBER -> Tone.SUCCESS;
                case SUSPENDED -> Tone.WARNING;
                case NO_MORE -> Tone.DANGER;
            };
        }
    }

    /**
     * A member as the public sees them.
     *
     * @param powers the keys of their words; none for whoever isn't a member any more
     */
    public record Member(
            String name,
            String function,
            String home,
            List<String> powers,
            Standing standing,
            boolean leads) {}

    /** The members of one structure. */
    public record Home(String name, List<Member> members) {}

    /**
     * What somebody asked, and whom the name may mean.
     *
     * @param incomplete whether it is too little of a name to say that nobody has it
     */
    public record Answered(String name, List<Member> found, boolean incomplete) {}

    /** One delegation. */
    public record One(
            Line line,
            String structure,
            String grantor,
            String organiser,
            String basis,
            Optional<Member> head,
            List<Home> homes,
            Form form,
            Optional<Answered> answered) {}
}

package org.danaya.access;

import java.time.Instant;
import java.util.List;
import org.danaya.form.Form;
import org.danaya.people.Person;
import org.jspecify.annotations.Nullable;

/** What the pages of accounts and roles show. */
public final class AccessViews {

    private AccessViews() {}

    /**
     * The list of accounts.
     *
     * @param state the state that is shown; empty for all
     * @param older the address of those before; empty where there are none
     * @param person whose accounts alone are shown; null for everybody's
     */
    public record Listed(
            List<Row> accounts,
            String state,
            String older,
            boolean mayInvite,
            @Nullable Person person) {

        /** Whether the person has an account in use already. */
        public boolean inUse() {
            return accounts.stream().anyMatch(row -> !(row.account() instanceof Account.Closed));
        }
    }

    /**
     * The form with which a person is invited.
     *
     * @param homonyms those who have the same name, to be told apart before anybody is invited
     */
    public record Inviting(Form form, List<Homonym> homonyms) {}

    /**
     * Somebody who has the same name.
     *
     * @param account their newest account; null where there is none that the person who looks sees
     */
    public record Homonym(Person person, @Nullable Account account) {}

    /** An account and the roles that it holds now. */
    public record Row(Account account, List<Held> roles) {}

    /** A role as a page names it: of what it is held is a name, empty for the whole platform. */
    public record Held(RoleAssignment assignment, String structure) {}

    /** What the person who looks may do to an account. */
    public record May(boolean link, boolean manage, boolean propose) {}

    /**
     * One account.
     *
     * @param reset the last reset, if there ever was one
     */
    public record One(
            Account account, List<Held> roles, May may, Form reason, @Nullable Reset reset) {

        /** Whether it waits for a link because it was reset. */
        public boolean opensAnew() {
            return account instanceof Account.Invited && reset instanceof Reset.Approved;
        }
    }

    /**
     * A link, shown this once.
     *
     * @param mailed the address that it was sent to; empty where it was not
     */
    public record Link(
            String name, String address, Instant expires, String mailed, boolean mailFailed) {}

    /** A proposal as a page shows it, with the names of its people. */
    public record Proposal(
            RoleProposal proposal,
            String holder,
            String structure,
            String proposer,
            String decider,
            boolean mayDecide,
            boolean mayWithdraw) {

        /** The state's code: its words are under {@code access.proposal.CODE}. */
        public String code() {
            return switch (proposal) {
                case RoleProposal.Pending _ -> "pending";
                case RoleProposal.Approved _ -> "approved";
                case RoleProposal.Refused _ -> "refused";
                case RoleProposal.Withdrawn _ -> "withdrawn";
            };
        }

        /** Why it was refused; null where it wasn't. */
        public @Nullable String why() {
            return proposal instanceof RoleProposal.Refused refused ? refused.reason() : null;
        }
    }

    /** The form with which a reset is asked for. */
    public record Resetting(Account account, Form form) {}

    /** A reset as a page shows it, with the names of its people. */
    public record Wished(
            Reset reset,
            Account account,
            String asker,
            String decider,
            boolean mayDecide,
            boolean mayWithdraw,
            Form refusal) {

        /** The state's code: its words are under {@code access.proposal.CODE}. */
        public String code() {
            return switch (reset) {
                case Reset.Pending _ -> "pending";
                case Reset.Approved _ -> "approved";
                case Reset.Refused _ -> "refused";
                case Reset.Withdrawn _ -> "withdrawn";
            };
        }

        /** Why it was refused; null where it wasn't. */
        public @Nullable String why() {
            return reset instanceof Reset.Refused refused ? refused.reason() : null;
        }
    }

    /** A reset that waits, with the name of whose account it is. */
    public record Waiting(Reset.Asked asked, String name) {}

    /**
     * The proposals, and the resets that wait.
     *
     * @param approvable whether somebody can approve them now
     */
    public record Proposals(List<Proposal> proposals, List<Waiting> resets, boolean approvable) {}

    /** One proposal, and the form with which it is refused. */
    public record Decision(Proposal proposal, Form refusal) {}

    /**
     * The form with which a role is proposed.
     *
     * @param approvable whether somebody can approve it now
     */
    public record Proposing(Account account, Form form, boolean approvable) {}
}

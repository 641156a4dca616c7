package org.danaya.access;

/** How a proposal or a decision about a role ended. */
public sealed interface RoleOutcome {

    /** It waits for somebody else's decision. */
    record Proposed(RoleProposal.Pending proposal) implements RoleOutcome {}

    /** The role was given. */
    record Granted(RoleAssignment assignment) implements RoleOutcome {}

    /** The proposal was refused or taken back, as asked. */
    record Ended(RoleProposal proposal) implements RoleOutcome {}

    /** A rule forbids it. */
    record Forbidden(Rule rule) implements RoleOutcome {}

    /** The rules. Their words are under {@code access.rule.CODE}. */
    enum Rule {
        /** None of the person's own roles may give this role in this scope. */
        NOT_YOURS_TO_GIVE("not-yours-to-give"),
        /** Who proposed it, or whom it favours, may not decide. */
        OWN_PROPOSAL("own-proposal"),
        /** The account holds a role that must stay apart from this one. */
        MUST_STAY_APART("must-stay-apart"),
        /** The account holds this role in this scope already, or it is already proposed. */
        ALREADY("already"),
        /** The role can't be given for this scope. */
        WRONG_SCOPE("wrong-scope"),
        /** The account isn't active. */
        NOT_ACTIVE("not-active"),
        /** The end isn't after the beginning, or already past. */
        WRONG_DATES("wrong-dates"),
        /** The proposal was decided by somebody else meanwhile. */
        DECIDED("decided");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }
}

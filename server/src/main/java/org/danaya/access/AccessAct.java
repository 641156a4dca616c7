package org.danaya.access;

import org.danaya.base.ActType;

/** The privileged acts on accounts and roles. Subjects are {@code account:ID}. */
public enum AccessAct implements ActType {
    /** A link was made for a person who has no account yet. Facts: homonyms-confirmed. */
    INVITED("access.invited"),
    /** An invitation was taken back. */
    INVITATION_WITHDRAWN("access.invitation-withdrawn"),
    /** A link for a first administrator was made at start. */
    FIRST_LINK_MADE("access.first-link-made"),
    /** The operator made a link at the machine. Facts: role. */
    OPERATOR_LINK_MADE("access.operator-link-made"),
    /** An account became active. */
    ENROLLED("access.enrolled"),
    /** An account was suspended. Facts: reason. */
    SUSPENDED("access.suspended"),
    /** A suspension ended. */
    RESUMED("access.resumed"),
    /** An account was closed for good. Facts: reason. */
    CLOSED("access.closed"),
    /** A role was proposed. Facts: role, scope, proposal. */
    ROLE_PROPOSED("access.role-proposed"),
    /** A role was given. Facts: role, scope, proposal, how. */
    ROLE_GRANTED("access.role-granted"),
    /** A proposal was refused. Facts: role, scope, proposal, reason. */
    ROLE_REFUSED("access.role-refused"),
    /** A proposal was taken back by who made it. Facts: role, scope, proposal. */
    PROPOSAL_WITHDRAWN("access.proposal-withdrawn"),
    /** A role was taken. Facts: role, scope. */
    ROLE_ENDED("access.role-ended"),
    /** Somebody asked that an account be opened anew. Facts: reason, reset. */
    RESET_ASKED("access.reset-asked"),
    /** A reset was approved: keys, codes and sessions of the account are void. Facts: reset. */
    RESET_APPROVED("access.reset-approved"),
    /** A reset was refused. Facts: reason, reset. */
    RESET_REFUSED("access.reset-refused"),
    /** A reset was taken back by who asked for it. Facts: reset. */
    RESET_WITHDRAWN("access.reset-withdrawn");

    private final String code;

    AccessAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

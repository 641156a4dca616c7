package org.danaya.trust.trustlist;

import org.danaya.base.ActType;

/** The privileged acts on the trusted list. Subjects are {@code trustlist:NUMBER}. */
public enum TrustlistAct implements ActType {
    /** A draft of the edition was opened. Facts: draft, from. */
    DRAFT_OPENED("trustlist.draft-opened"),
    /** The draft was changed. Facts: draft, what, and the key of what was changed; reason. */
    DRAFT_CHANGED("trustlist.draft-changed"),
    /** The draft was submitted for approval. Facts: draft, changes. */
    SUBMITTED("trustlist.submitted"),
    /** Who submitted the draft took it back. Facts: draft. */
    WITHDRAWN("trustlist.withdrawn"),
    /** An approver gave the draft back. Facts: draft, reason. */
    RETURNED("trustlist.returned"),
    /** The draft was abandoned. Facts: draft. */
    ABANDONED("trustlist.abandoned"),
    /**
     * The edition was approved, signed and published. Facts: draft, sha256, signed-sha256,
     * evidence.
     */
    PUBLISHED("trustlist.published"),
    /** Somebody tried to approve what they may not. Facts: draft, rule. */
    APPROVAL_REFUSED("trustlist.approval-refused"),
    /** A signing key was made. Facts: label, certificate. */
    KEY_MADE("trustlist.key-made");

    private final String code;

    TrustlistAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

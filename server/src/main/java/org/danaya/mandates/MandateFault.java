package org.danaya.mandates;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with mandates. */
public enum MandateFault implements FaultCode {
    /** There is no such mandate, or it is out of reach. No facts. */
    UNKNOWN("mandates.unknown", FaultKind.UNKNOWN),
    /** There is no such office, or it is out of reach. No facts. */
    UNKNOWN_OFFICE("mandates.unknown-office", FaultKind.UNKNOWN),
    /** Its state doesn't allow this. Facts: the state's code. */
    WRONG_STATE("mandates.wrong-state", FaultKind.CONFLICT),
    /** Somebody changed the draft since the form was opened. No facts. */
    STALE("mandates.stale", FaultKind.CONFLICT),
    /** Whoever drafted it can't approve it. No facts. */
    OWN_DRAFT("mandates.own-draft", FaultKind.FORBIDDEN),
    /** Whoever is to hold it can't approve or sign it. No facts. */
    OWN_MANDATE("mandates.own-mandate", FaultKind.FORBIDDEN),
    /** Only the grantor signs. Facts: who that is. */
    NOT_GRANTOR("mandates.not-grantor", FaultKind.FORBIDDEN),
    /** Not exactly one person leads the delegation. Facts: how many do. */
    HEADS("mandates.heads", FaultKind.CONFLICT),
    /** A place in a delegation is approved with the whole of it. No facts. */
    OF_DELEGATION("mandates.of-delegation", FaultKind.CONFLICT),
    /** Somebody is in another delegation on those days, and nobody declared it. No facts. */
    CLASH("mandates.clash", FaultKind.CONFLICT),
    /** More at once than is allowed. Facts: the most. */
    TOO_MANY("mandates.too-many", FaultKind.INVALID),
    /** The passkey's answer doesn't confirm this content as it is. No facts. */
    NOT_CONFIRMED("mandates.not-confirmed", FaultKind.INVALID),
    /** It goes beyond what its grantor has now. No facts. */
    BEYOND("mandates.beyond", FaultKind.CONFLICT),
    /** The mandate doesn't have that power. No facts. */
    NO_SUCH_POWER("mandates.no-such-power", FaultKind.CONFLICT),
    /** What should be replaced is another person's, another structure's, or over. No facts. */
    NOT_REPLACEABLE("mandates.not-replaceable", FaultKind.CONFLICT),
    /** Names don't fit into a seal, however they are shortened. Facts: by how many bytes. */
    SEAL_TOO_LONG("mandates.seal-too-long", FaultKind.CONFLICT),
    /** A key that signs isn't in its token. Facts: its label. */
    KEY_AWAY("mandates.key-away", FaultKind.UNAVAILABLE),
    /** Nothing about mandates is published yet. No facts. */
    NOT_PUBLISHED("mandates.not-published", FaultKind.UNKNOWN),
    /** Published files can't be written. Facts: the folder, the reason. */
    NOT_WRITTEN("mandates.not-written", FaultKind.UNAVAILABLE);

    private final String code;
    private final FaultKind kind;

    MandateFault(String code, FaultKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}

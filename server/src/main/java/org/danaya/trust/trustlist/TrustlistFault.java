package org.danaya.trust.trustlist;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with trusted lists. */
public enum TrustlistFault implements FaultCode {
    /** The document is too long. Facts: the limit in megabytes. */
    TOO_LARGE("trustlist.too-large", FaultKind.TOO_LARGE),
    /** The document isn't well-formed XML, or passes a limit on its nesting. Facts: the reason. */
    NOT_XML("trustlist.not-xml", FaultKind.INVALID),
    /** The document declares a document type, which no list needs. No facts. */
    DOCTYPE("trustlist.doctype", FaultKind.INVALID),
    /** The document is something else. Facts: the name of its root element. */
    NOT_A_LIST("trustlist.not-a-list", FaultKind.INVALID),
    /** The document breaks the schema of TS 119 612. Facts: the first reason. */
    SCHEMA("trustlist.schema", FaultKind.INVALID),
    /** The list is of a version that isn't read. Facts: the version. */
    VERSION("trustlist.version", FaultKind.INVALID),
    /** There is no such provider. No facts. */
    UNKNOWN_PROVIDER("trustlist.unknown-provider", FaultKind.UNKNOWN),
    /** There is no such service. No facts. */
    UNKNOWN_SERVICE("trustlist.unknown-service", FaultKind.UNKNOWN),
    /** There is no such edition. No facts. */
    UNKNOWN_EDITION("trustlist.unknown-edition", FaultKind.UNKNOWN),
    /** No list was published yet. No facts. */
    NOT_PUBLISHED("trustlist.not-published", FaultKind.UNKNOWN),
    /** There is no draft, or it is no longer the one that was looked at. No facts. */
    NO_DRAFT("trustlist.no-draft", FaultKind.CONFLICT),
    /** Another draft is being worked on. No facts. */
    DRAFT_EXISTS("trustlist.draft-exists", FaultKind.CONFLICT),
    /** Somebody else changed the draft meanwhile. No facts. */
    DRAFT_CHANGED("trustlist.draft-changed", FaultKind.CONFLICT),
    /** The draft waits for approval or was decided. No facts. */
    DRAFT_CLOSED("trustlist.draft-closed", FaultKind.CONFLICT),
    /** There is no key to sign with. No facts. */
    NO_KEY("trustlist.no-key", FaultKind.CONFLICT),
    /** The key of the lists is in the table and not in the token. Facts: its label. */
    KEY_AWAY("trustlist.key-away", FaultKind.UNAVAILABLE),
    /**
     * What was signed isn't accepted by our own check; nothing was published. Facts: the reason.
     */
    SELF_CHECK("trustlist.self-check", FaultKind.INTERNAL),
    /** The files can't be written. Facts: the folder, the reason. */
    NOT_WRITTEN("trustlist.not-written", FaultKind.UNAVAILABLE),
    /** The file that names the foreign lists can't be understood. Facts: the path, the line. */
    FOREIGN_FILE("trustlist.foreign-file", FaultKind.INVALID),
    /** A file can't be read. Facts: the path, the reason. */
    UNREADABLE("trustlist.unreadable", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    TrustlistFault(String code, FaultKind kind) {
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

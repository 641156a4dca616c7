package org.danaya.page;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with a request before any feature sees it. */
public enum PageFault implements FaultCode {
    /** The request can't be understood. */
    MALFORMED("page.malformed", FaultKind.INVALID),
    /** Nobody is signed in. */
    SIGN_IN_NEEDED("page.sign-in-needed", FaultKind.UNAUTHENTICATED),
    /** The person lacks the right. */
    FORBIDDEN("page.forbidden", FaultKind.FORBIDDEN),
    /** The form didn't come from our own page, or the page was open for too long. */
    FORM_EXPIRED("page.form-expired", FaultKind.FORBIDDEN),
    /** There is no such page. */
    UNKNOWN("page.unknown", FaultKind.UNKNOWN),
    /** The page doesn't answer this method. */
    WRONG_METHOD("page.wrong-method", FaultKind.INVALID, 405),
    /** No answer in a form that the client accepts. */
    NOT_ACCEPTABLE("page.not-acceptable", FaultKind.INVALID, 406),
    /** The client was too slow. */
    TOO_SLOW("page.too-slow", FaultKind.INVALID, 408),
    /** What was sent passes the limit. */
    TOO_LARGE("page.too-large", FaultKind.TOO_LARGE),
    /** The address passes the limit. */
    ADDRESS_TOO_LONG("page.address-too-long", FaultKind.TOO_LARGE, 414),
    /** What was sent is of a kind that the page doesn't read. */
    WRONG_TYPE("page.wrong-type", FaultKind.INVALID, 415),
    /** Too many requests from one address. */
    TOO_MANY("page.too-many", FaultKind.TOO_MANY),
    /** The headers pass the limit. */
    HEADERS_TOO_LARGE("page.headers-too-large", FaultKind.TOO_LARGE, 431),
    /** A defect of Danaya. */
    DEFECT("page.defect", FaultKind.INTERNAL),
    /** Something that Danaya needs isn't there for the moment. */
    UNAVAILABLE("page.unavailable", FaultKind.UNAVAILABLE);

    private final String code;
    private final FaultKind kind;
    private final int status;

    PageFault(String code, FaultKind kind) {
        this(code, kind, kind.status());
    }

    PageFault(String code, FaultKind kind, int status) {
        this.code = code;
        this.kind = kind;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }

    /** The HTTP status, which may say more than the kind's. */
    public int status() {
        return status;
    }
}

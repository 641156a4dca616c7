package org.danaya.trust.authority;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why a certificate was revoked (RFC 5280 §5.3.1). Suspension ({@code certificateHold}) isn't here,
 * because it is a state of its own.
 */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    PRIVILEGE_WITHDRAWN(9),
    AA_COMPROMISE(10);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The number in a CRLReason. */
    public int code() {
        return code;
    }

    /** Its stable name, such as {@code key-compromise}; its words are under {@code reason.NAME}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason of a number.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static RevocationReason of(int code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reason " + code));
    }
}

package org.danaya.trust.status;

/**
 * What is told of one certificate, in a single long that is read and written at once: the state,
 * the reason, and since when.
 */
final class StatusWord {

    static final long GOOD = 0;

    /** CRLReason certificateHold (RFC 5280 §5.3.1). */
    static final int HOLD = 6;

    private static final int REVOKED = 1;
    private static final int INVALIDITY = 1 << 5;
    private static final int REASON_SHIFT = 1;
    private static final int REASON_MASK = 0xf;
    private static final int SECOND_SHIFT = 8;

    private StatusWord() {}

    /**
     * A certificate that is revoked, or suspended where the reason is {@link #HOLD}.
     *
     * @param reason CRLReason, 0 to 10
     * @param invalidity whether a date is kept beside it
     */
    static long revoked(long epochSecond, int reason, boolean invalidity) {
        if (reason < 0 || reason > 10 || epochSecond < 0) {
            throw new IllegalArgumentException("reason " + reason + " at " + epochSecond);
        }
        return epochSecond << SECOND_SHIFT
                | (invalidity ? INVALIDITY : 0)
                | (long) reason << REASON_SHIFT
                | REVOKED;
    }

    static boolean isRevoked(long word) {
        return (word & REVOKED) != 0;
    }

    static int reason(long word) {
        return (int) (word >>> REASON_SHIFT) & REASON_MASK;
    }

    static boolean hasInvalidity(long word) {
        return (word & INVALIDITY) != 0;
    }

    static long since(long word) {
        return word >>> SECOND_SHIFT;
    }
}

package org.danaya.trust.timestamp;

import java.util.Locale;

/** Why no token is given: PKIFailureInfo, by its bit (RFC 3161 §2.4.2). */
enum Refusal {
    /** The digest isn't one that we accept. */
    BAD_ALGORITHM(0),
    /** The request is one that we don't know how to serve. */
    BAD_REQUEST(2),
    /** The request isn't a TimeStampReq, or its digest has the wrong length. */
    BAD_DATA_FORMAT(5),
    /** The clock is in doubt. */
    TIME_NOT_AVAILABLE(14),
    /** The policy isn't ours. */
    UNACCEPTED_POLICY(15),
    /** The request has an extension. */
    UNACCEPTED_EXTENSION(16),
    /** The token couldn't be signed or logged. */
    SYSTEM_FAILURE(25);

    private final int bit;

    Refusal(int bit) {
        this.bit = bit;
    }

    /** The content of its BIT STRING, without trailing zeros. */
    byte[] bits() {
        byte[] bits = new byte[2 + bit / Byte.SIZE];
        int last = bit % Byte.SIZE;
        bits[0] = (byte) (Byte.SIZE - 1 - last);
        bits[bits.length - 1] = (byte) (0x80 >>> last);
        return bits;
    }

    /** The key of its words. */
    String words() {
        return "timestamp.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

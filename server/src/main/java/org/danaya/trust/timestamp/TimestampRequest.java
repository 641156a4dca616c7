package org.danaya.trust.timestamp;

import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.der.MalformedDer;

/**
 * A TimeStampReq (RFC 3161 §2.4.1), read.
 *
 * @param imprint the MessageImprint as it is repeated in the token
 * @param nonce the INTEGER likewise; empty where there is none
 * @param certificates whether the client wants the unit's certificate in the token
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimestampRequest(byte[] imprint, byte[] nonce, boolean certificates) {

    /** The longest nonce; others send 8 to 20 bytes. */
    static final int NONCE_BYTES = 128;

    private static final byte[] NOTHING = {};

    /**
     * Reads one.
     *
     * @param policy the one policy there is, as an OBJECT IDENTIFIER
     * @throws Refused where it gets no token
     */
    static TimestampRequest read(byte[] bytes, byte[] policy) {
        try {
            DerReader all = new DerReader(bytes);
            DerReader request = all.enter(Der.SEQUENCE);
            all.end();
            if (request.smallNumber() != 1) {
                throw new Refused(Refusal.BAD_REQUEST);
            }
            int from = request.position();
            Imprint.check(request.enter(Der.SEQUENCE));
            byte[] imprint = request.between(from, request.position()).rest();
            if (request.next(Der.OID) && !request.takes(policy)) {
                request.skip();
                throw new Refused(Refusal.UNACCEPTED_POLICY);
            }
            byte[] nonce = request.next(Der.INTEGER) ? nonce(request) : NOTHING;
            boolean certificates = request.next(Der.BOOLEAN) && request.flag();
            if (request.next(Der.constructed(0))) {
                throw new Refused(Refusal.UNACCEPTED_EXTENSION);
            }
            request.end();
            return new TimestampRequest(imprint, nonce, certificates);
        } catch (MalformedDer _) {
            throw new Refused(Refusal.BAD_DATA_FORMAT);
        }
    }

    private static byte[] nonce(DerReader request) {
        int from = request.position();
        if (request.integer().left() > NONCE_BYTES) {
            throw new Refused(Refusal.BAD_DATA_FORMAT);
        }
        return request.between(from, request.position()).rest();
    }
}

package org.danaya.trust.status;

import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;

/**
 * A CertID as a client sent it (RFC 6960 §4.1.1): where in the request its parts lie.
 *
 * @param from of the whole element
 * @param hash of the AlgorithmIdentifier's OBJECT IDENTIFIER element
 * @param hashEnd behind it
 * @param name of the issuer's name's hash
 * @param key of the issuer's key's hash
 * @param serial of the serial's bytes
 * @param length of each of the hashes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CertId(
        byte[] request,
        int from,
        int to,
        int hash,
        int hashEnd,
        int name,
        int key,
        int length,
        int serial,
        int serialEnd) {

    /** Reads one and moves behind it. */
    static CertId read(DerReader reader) {
        int from = reader.position();
        DerReader inside = reader.enter(Der.SEQUENCE);
        DerReader algorithm = inside.enter(Der.SEQUENCE);
        int hash = algorithm.position();
        algorithm.enter(Der.OID);
        int hashEnd = algorithm.position();
        if (algorithm.more()) {
            algorithm.enter(Der.NULL).end();
        }
        algorithm.end();
        DerReader name = inside.enter(Der.OCTET_STRING);
        DerReader key = inside.enter(Der.OCTET_STRING);
        DerReader serial = inside.integer();
        int serialStart = serial.position();
        int serialEnd = serialStart + serial.left();
        inside.end();
        return new CertId(
                reader.source(),
                from,
                reader.position(),
                hash,
                hashEnd,
                name.position(),
                key.position(),
                name.left() == key.left() ? key.left() : 0,
                serialStart,
                serialEnd);
    }

    /** Whether the serial is below zero: of no certificate then. */
    boolean isNegative() {
        return request[serial] < 0;
    }
}

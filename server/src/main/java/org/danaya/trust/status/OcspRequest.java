package org.danaya.trust.status;

import java.util.ArrayList;
import java.util.List;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.der.MalformedDer;

/**
 * An OCSPRequest (RFC 6960 §4.1.1), read.
 *
 * @param certificates 1 to {@link #MOST}, in the client's order
 * @param nonce the extension as it is echoed; empty where the client sent none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OcspRequest(List<CertId> certificates, byte[] nonce) {

    /** The most certificates that one request may ask about. */
    static final int MOST = 100;

    /** The longest nonce (RFC 9654 §2.1). */
    static final int NONCE_BYTES = 128;

    private static final byte[] NONCE = Der.oid("1.3.6.1.5.5.7.48.1.2");

    /** AcceptableResponses: there is one type of response, and every client takes it. */
    private static final byte[] RESPONSE = Der.oid("1.3.6.1.5.5.7.48.1.4");

    private static final byte[] SERVICE_LOCATOR = Der.oid("1.3.6.1.5.5.7.48.1.7");
    private static final byte[] PREFERRED = Der.oid("1.3.6.1.5.5.7.48.1.8");
    private static final byte[] NOTHING = {};

    /**
     * Reads one.
     *
     * <p>A signature and the requestor's name are passed over: everybody is answered.
     *
     * @throws MalformedDer where it isn't one, passes a limit, or insists on an extension that we
     *     don't know
     */
    static OcspRequest read(byte[] bytes) {
        DerReader all = new DerReader(bytes);
        DerReader outer = all.enter(Der.SEQUENCE);
        all.end();
        DerReader request = outer.enter(Der.SEQUENCE);
        if (outer.next(Der.constructed(0))) {
            outer.skip();
        }
        outer.end();
        if (request.next(Der.constructed(0))) {
            DerReader version = request.enter(Der.constructed(0));
            if (version.smallNumber() != 0) {
                throw new MalformedDer("another version");
            }
            version.end();
        }
        if (request.next(Der.constructed(1))) {
            request.skip();
        }
        List<CertId> certificates = certificates(request.enter(Der.SEQUENCE));
        byte[] nonce = NOTHING;
        if (request.next(Der.constructed(2))) {
            nonce = extensions(request.enter(Der.constructed(2)));
        }
        request.end();
        return new OcspRequest(certificates, nonce);
    }

    private static List<CertId> certificates(DerReader list) {
        List<CertId> certificates = new ArrayList<>(1);
        while (list.more()) {
            if (certificates.size() == MOST) {
                throw new MalformedDer("too many certificates");
            }
            DerReader one = list.enter(Der.SEQUENCE);
            certificates.add(CertId.read(one));
            if (one.next(Der.constructed(0))) {
                extensions(one.enter(Der.constructed(0)));
            }
            one.end();
        }
        if (certificates.isEmpty()) {
            throw new MalformedDer("no certificate");
        }
        return certificates;
    }

    /** Reads Extensions; gives the nonce's. */
    private static byte[] extensions(DerReader explicit) {
        DerReader list = explicit.enter(Der.SEQUENCE);
        explicit.end();
        byte[] nonce = NOTHING;
        while (list.more()) {
            DerReader extension = list.enter(Der.SEQUENCE);
            if (extension.takes(NONCE)) {
                critical(extension);
                if (nonce.length > 0) {
                    throw new MalformedDer("two nonces");
                }
                nonce = nonce(extension);
            } else {
                boolean known =
                        extension.takes(RESPONSE)
                                || extension.takes(SERVICE_LOCATOR)
                                || extension.takes(PREFERRED);
                if (!known) {
                    extension.enter(Der.OID);
                }
                if (critical(extension) && !known) {
                    throw new MalformedDer("an unknown critical extension");
                }
                extension.enter(Der.OCTET_STRING);
            }
            extension.end();
        }
        return nonce;
    }

    private static boolean critical(DerReader extension) {
        return extension.next(Der.BOOLEAN) && extension.flag();
    }

    /**
     * The extension to echo. Clients older than RFC 6960 send the nonce's bytes without the inner
     * OCTET STRING, and get them back so.
     */
    private static byte[] nonce(DerReader extension) {
        byte[] value = extension.element();
        DerReader wrapped = new DerReader(value).enter(Der.OCTET_STRING);
        int length = wrapped.left();
        if (wrapped.next(Der.OCTET_STRING)) {
            length = inner(wrapped);
        }
        if (length == 0 || length > NONCE_BYTES) {
            throw new MalformedDer("a nonce of " + length + " bytes");
        }
        return Der.of(Der.SEQUENCE, NONCE, value);
    }

    private static int inner(DerReader wrapped) {
        int whole = wrapped.left();
        try {
            int length = wrapped.enter(Der.OCTET_STRING).left();
            return wrapped.more() ? whole : length;
        } catch (MalformedDer _) {
            return whole;
        }
    }
}

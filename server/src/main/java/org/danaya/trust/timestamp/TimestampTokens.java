package org.danaya.trust.timestamp;

import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerWriter;

/** Writes TimeStampTokens and TimeStampResps (RFC 3161 §2.4.2, CMS as RFC 5652 has it). */
final class TimestampTokens {

    private static final byte[] SIGNED_DATA = Der.oid("1.2.840.113549.1.7.2");
    private static final byte[] TST_INFO = Der.oid("1.2.840.113549.1.9.16.1.4");
    private static final byte[] CONTENT_TYPE =
            Der.of(Der.SEQUENCE, Der.oid("1.2.840.113549.1.9.3"), Der.of(Der.SET, TST_INFO));
    private static final byte[] MESSAGE_DIGEST = Der.oid("1.2.840.113549.1.9.4");
    private static final byte[] TRUE = Der.of(Der.BOOLEAN, new byte[] {-1});
    private static final byte[] GRANTED = Der.of(Der.SEQUENCE, Der.of(Der.INTEGER, new byte[] {0}));
    private static final byte[] REJECTION = Der.of(Der.INTEGER, new byte[] {2});
    private static final int SPARE = 256;
    private static final int UTF8_STRING = 0x0c;

    private TimestampTokens() {}

    /**
     * A signed token.
     *
     * @param serial big endian
     */
    static byte[] token(
            TimestampUnit unit,
            TimestampPolicy policy,
            TimestampRequest request,
            byte[] serial,
            long epochSecond,
            int micros) {
        byte[] info = info(policy, request, serial, epochSecond, micros);
        byte[] attributes = attributes(unit, info);
        byte[] signature = unit.key().sign(attributes);
        attributes[0] = (byte) Der.constructed(0);
        DerWriter token =
                new DerWriter(
                        info.length
                                + attributes.length
                                + signature.length
                                + unit.signer().length
                                + unit.certificates().length
                                + SPARE);
        token.element(Der.OCTET_STRING, signature)
                .raw(unit.signatureId())
                .raw(attributes)
                .raw(unit.digestId())
                .raw(unit.signer())
                .number(1)
                .wrap(Der.SEQUENCE, 0)
                .wrap(Der.SET, 0);
        if (request.certificates()) {
            token.raw(unit.certificates());
        }
        int content = token.mark();
        token.element(Der.OCTET_STRING, info)
                .wrap(Der.constructed(0), content)
                .raw(TST_INFO)
                .wrap(Der.SEQUENCE, content);
        int digests = token.mark();
        return token.raw(unit.digestId())
                .wrap(Der.SET, digests)
                .number(3)
                .wrap(Der.SEQUENCE, 0)
                .wrap(Der.constructed(0), 0)
                .raw(SIGNED_DATA)
                .wrap(Der.SEQUENCE, 0)
                .toBytes();
    }

    /** The response that gives a token. */
    static byte[] granted(byte[] token) {
        return new DerWriter(token.length + 16)
                .raw(token)
                .raw(GRANTED)
                .wrap(Der.SEQUENCE, 0)
                .toBytes();
    }

    /**
     * The response that gives none.
     *
     * @param words why, in UTF-8
     */
    static byte[] refused(Refusal reason, byte[]... words) {
        DerWriter response = new DerWriter(512).element(Der.BIT_STRING, reason.bits());
        int text = response.mark();
        for (int i = words.length - 1; i >= 0; i--) {
            response.element(UTF8_STRING, words[i]);
        }
        if (words.length > 0) {
            response.wrap(Der.SEQUENCE, text);
        }
        return response.raw(REJECTION).wrap(Der.SEQUENCE, 0).wrap(Der.SEQUENCE, 0).toBytes();
    }

    private static byte[] info(
            TimestampPolicy policy,
            TimestampRequest request,
            byte[] serial,
            long epochSecond,
            int micros) {
        DerWriter info = new DerWriter(SPARE).raw(request.nonce());
        if (policy.ordering()) {
            info.raw(TRUE);
        }
        return info.raw(policy.accuracy())
                .time(epochSecond, micros)
                .unsigned(serial, 0, serial.length)
                .raw(request.imprint())
                .raw(policy.policy())
                .number(1)
                .wrap(Der.SEQUENCE, 0)
                .toBytes();
    }

    /** The signed attributes as they are signed: a SET, in the order of their bytes. */
    private static byte[] attributes(TimestampUnit unit, byte[] info) {
        byte[] digest = TimestampUnit.digested(unit.digest(), info);
        DerWriter attributes = new DerWriter(SPARE);
        // The reference is 55 bytes, the digest’s attribute 47, 63 or 79.
        boolean longDigest = digest.length > 32;
        if (!longDigest) {
            attributes.raw(unit.reference());
        }
        int mark = attributes.mark();
        attributes
                .element(Der.OCTET_STRING, digest)
                .wrap(Der.SET, mark)
                .raw(MESSAGE_DIGEST)
                .wrap(Der.SEQUENCE, mark);
        if (longDigest) {
            attributes.raw(unit.reference());
        }
        return attributes.raw(CONTENT_TYPE).wrap(Der.SET, 0).toBytes();
    }
}

package org.danaya.trust.der;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.danaya.crypto.KeyAlgorithm;

/** Tags, and elements that are made once and written often. */
public final class Der {

    public static final int BOOLEAN = 0x01;
    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int NULL = 0x05;
    public static final int OID = 0x06;
    public static final int ENUMERATED = 0x0a;
    public static final int UTF8_STRING = 0x0c;
    public static final int PRINTABLE_STRING = 0x13;
    public static final int IA5_STRING = 0x16;
    public static final int UTC_TIME = 0x17;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;

    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;

    private Der() {}

    /** The tag [number], of a value that stands in it by itself. */
    public static int primitive(int number) {
        return CONTEXT | number;
    }

    /** The tag [number], of elements in it. */
    public static int constructed(int number) {
        return CONTEXT | CONSTRUCTED | number;
    }

    /** The element of an OBJECT IDENTIFIER. */
    public static byte[] oid(String dotted) {
        try {
            return new ASN1ObjectIdentifier(dotted).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The element of an INTEGER that isn't negative. */
    public static byte[] integer(long value) {
        return new DerWriter(Long.BYTES + 3).number(value).toBytes();
    }

    /** An element with these in it, in order. */
    public static byte[] of(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        int lengthBytes =
                length < 0x80
                        ? 1
                        : 1 + (Integer.SIZE + 7 - Integer.numberOfLeadingZeros(length)) / 8;
        byte[] all = new byte[1 + lengthBytes + length];
        all[0] = (byte) tag;
        if (lengthBytes == 1) {
            all[1] = (byte) length;
        } else {
            all[1] = (byte) (0x80 | lengthBytes - 1);
            for (int i = 0; i < lengthBytes - 1; i++) {
                all[lengthBytes - i] = (byte) (length >>> (8 * i));
            }
        }
        int at = 1 + lengthBytes;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** An Extension (RFC 5280 §4.1). */
    public static byte[] extension(byte[] oid, boolean critical, byte[] value) {
        byte[] wrapped = of(OCTET_STRING, value);
        return critical
                ? of(SEQUENCE, oid, of(BOOLEAN, new byte[] {-1}), wrapped)
                : of(SEQUENCE, oid, wrapped);
    }

    /** The AlgorithmIdentifier of the signatures of a key (RFC 5758, 8017, 8410, 9881). */
    public static byte[] signatureAlgorithm(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> of(SEQUENCE, oid("1.2.840.10045.4.3.2"));
            case EC_P384 -> of(SEQUENCE, oid("1.2.840.10045.4.3.3"));
            case RSA_3072, RSA_4096 -> of(SEQUENCE, oid("1.2.840.113549.1.1.11"), of(NULL));
            case ED25519 -> of(SEQUENCE, oid("1.3.101.112"));
            case ML_DSA_44 -> of(SEQUENCE, oid("2.16.840.1.101.3.4.3.17"));
            case ML_DSA_65 -> of(SEQUENCE, oid("2.16.840.1.101.3.4.3.18"));
        };
    }
}

package org.danaya.trust.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Writes DER (X.690 §10) without objects in between: a certificate's parts are made once for each
 * profile and issuer, and what changes is put between them.
 */
final class Der {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int UTF8_STRING = 0x0c;
    static final int PRINTABLE_STRING = 0x13;
    static final int IA5_STRING = 0x16;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int FIRST_GENERALIZED_YEAR = 2050;

    private Der() {}

    static byte[] tlv(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) {
            length += content.length;
        }
        int lengthBytes = length < 0x80 ? 1 : length < 0x100 ? 2 : length < 0x1_0000 ? 3 : 4;
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
        for (byte[] content : contents) {
            System.arraycopy(content, 0, all, at, content.length);
            at += content.length;
        }
        return all;
    }

    static byte[] oid(String oid) {
        return of(new ASN1ObjectIdentifier(oid));
    }

    static byte[] integer(long value) {
        return tlv(INTEGER, BigInteger.valueOf(value).toByteArray());
    }

    /** A positive integer of its unsigned bytes. */
    static byte[] unsigned(byte[] magnitude) {
        return magnitude[0] < 0 ? tlv(INTEGER, new byte[1], magnitude) : tlv(INTEGER, magnitude);
    }

    /** UTCTime through 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5). */
    static byte[] time(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        int year = time.getYear();
        boolean generalized = year >= FIRST_GENERALIZED_YEAR;
        byte[] digits = new byte[generalized ? 15 : 13];
        int at = 0;
        if (generalized) {
            at = two(digits, at, year / 100);
        }
        at = two(digits, at, year % 100);
        at = two(digits, at, time.getMonthValue());
        at = two(digits, at, time.getDayOfMonth());
        at = two(digits, at, time.getHour());
        at = two(digits, at, time.getMinute());
        at = two(digits, at, time.getSecond());
        digits[at] = 'Z';
        return tlv(generalized ? GENERALIZED_TIME : UTC_TIME, digits);
    }

    static byte[] of(ASN1Encodable structure) {
        try {
            return structure.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int two(byte[] digits, int at, int value) {
        digits[at] = (byte) ('0' + value / 10);
        digits[at + 1] = (byte) ('0' + value % 10);
        return at + 2;
    }
}

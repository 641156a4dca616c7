package org.danaya.trust.lint;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.der.MalformedDer;

/**
 * A TBSCertificate (RFC 5280 §4.1) taken apart, once for all rules. The rules read it and change
 * nothing.
 *
 * @param version the number in it; 0 where there is none
 * @param serial the content of the INTEGER
 * @param algorithm the AlgorithmIdentifier whole
 * @param issuer the Name whole
 * @param subject the attributes in order
 * @param multiValued whether an RDN of the subject has several attributes
 * @param uniqueIds whether it has unique identifiers of issuer or subject
 * @param extensions by identifier, the first where one stands twice
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CertificateView(
        int version,
        byte[] serial,
        byte[] algorithm,
        byte[] issuer,
        List<NamePart> issuerName,
        Time notBefore,
        Time notAfter,
        byte[] subjectName,
        List<NamePart> subject,
        boolean multiValued,
        KeyView key,
        boolean uniqueIds,
        Map<String, Extension> extensions,
        boolean extensionTwice,
        ExtensionViews views) {

    /** A moment, the tag that it is written with, and whether its form is the right one. */
    record Time(Instant at, int tag, boolean wellFormed) {}

    /** An extension. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Extension(boolean critical, boolean defaultWritten, byte[] value) {}

    private static final int UTC_LENGTH = 13;
    private static final int GENERALIZED_LENGTH = 15;

    /**
     * Takes a certificate apart.
     *
     * @throws MalformedDer where it isn't DER or not of this form
     */
    static CertificateView of(byte[] tbs) {
        DerReader outer = new DerReader(tbs);
        DerReader reader = outer.enter(Der.SEQUENCE);
        outer.end();
        int version =
                reader.next(Der.constructed(0))
                        ? reader.enter(Der.constructed(0)).smallNumber()
                        : 0;
        byte[] serial = reader.integer().rest();
        byte[] algorithm = reader.element();
        byte[] issuer = reader.element();
        DerReader validity = reader.enter(Der.SEQUENCE);
        Time notBefore = time(validity);
        Time notAfter = time(validity);
        validity.end();
        byte[] subject = reader.element();
        KeyView key = KeyView.of(reader.element());
        boolean uniqueIds = false;
        while (reader.next(Der.primitive(1)) || reader.next(Der.primitive(2))) {
            reader.skip();
            uniqueIds = true;
        }
        Map<String, Extension> extensions = new HashMap<>(32);
        boolean twice =
                reader.next(Der.constructed(3))
                        && read(reader.enter(Der.constructed(3)), extensions);
        reader.end();
        List<NamePart> parts = NamePart.read(subject);
        return new CertificateView(
                version,
                serial,
                algorithm,
                issuer,
                NamePart.read(issuer),
                notBefore,
                notAfter,
                subject,
                parts,
                NamePart.isMultiValued(subject),
                key,
                uniqueIds,
                extensions,
                twice,
                ExtensionViews.of(extensions));
    }

    /** The values of an attribute of the subject. */
    List<NamePart> subject(String oid) {
        return subject.stream().filter(part -> part.type().equals(oid)).toList();
    }

    boolean hasSubject(String oid) {
        for (NamePart part : subject) {
            if (part.type().equals(oid)) {
                return true;
            }
        }
        return false;
    }

    Optional<Extension> extension(String oid) {
        return Optional.ofNullable(extensions.get(oid));
    }

    /** Whether an extension is absent or not critical. */
    boolean isNotCritical(String oid) {
        Extension extension = extensions.get(oid);
        return extension == null || !extension.critical();
    }

    boolean isSelfIssued() {
        return Arrays.equals(issuer, subjectName);
    }

    private static boolean read(DerReader wrapper, Map<String, Extension> extensions) {
        DerReader all = wrapper.enter(Der.SEQUENCE);
        wrapper.end();
        boolean twice = false;
        while (all.more()) {
            DerReader one = all.enter(Der.SEQUENCE);
            String oid = Oids.text(one.content(Der.OID));
            boolean written = one.next(Der.BOOLEAN);
            boolean critical = written && one.flag();
            Extension extension =
                    new Extension(critical, written && !critical, one.content(Der.OCTET_STRING));
            one.end();
            twice |= extensions.putIfAbsent(oid, extension) != null;
        }
        return twice;
    }

    private static Time time(DerReader reader) {
        int tag = reader.next(Der.UTC_TIME) ? Der.UTC_TIME : Der.GENERALIZED_TIME;
        byte[] text = reader.content(tag);
        boolean utc = tag == Der.UTC_TIME;
        int digits = (utc ? UTC_LENGTH : GENERALIZED_LENGTH) - 1;
        boolean wellFormed = text.length == digits + 1 && text[digits] == 'Z';
        if (text.length < digits) {
            throw new MalformedDer("a time");
        }
        int at = utc ? 0 : 2;
        int year = two(text, at);
        year = utc ? (year < 50 ? 2000 : 1900) + year : two(text, 0) * 100 + year;
        try {
            Instant moment =
                    java.time.LocalDateTime.of(
                                    year,
                                    two(text, at + 2),
                                    two(text, at + 4),
                                    two(text, at + 6),
                                    two(text, at + 8),
                                    two(text, at + 10))
                            .toInstant(java.time.ZoneOffset.UTC);
            return new Time(moment, tag, wellFormed);
        } catch (java.time.DateTimeException e) {
            throw new MalformedDer("a time");
        }
    }

    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new MalformedDer("a time");
        }
        return tens * 10 + ones;
    }
}

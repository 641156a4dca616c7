package org.danaya.trust.profile;

import java.time.Duration;
import java.time.Instant;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerWriter;

/**
 * The certificates of one profile from one issuer, before they are signed. What is the same in all
 * of them is made once; for any number of threads.
 */
public final class TbsCertificates {

    private static final byte[] VERSION_3 = {(byte) 0xa0, 0x03, 0x02, 0x01, 0x02};
    private static final byte[] NOTHING = {};
    private static final int TIME_BYTES = 20;
    private static final int LEAST_SERIAL_BYTES = 8;
    private static final int MOST_SERIAL_BYTES = 20;

    private final Profile profile;
    private final IssuerInfo issuer;
    private final byte[] algorithm;
    private final byte[] authorityKeyIdentifier;
    private final byte[] before;
    private final byte[] after;

    /**
     * Prepares a profile for an issuer.
     *
     * @throws Fault {@link ProfileFault#OTHER_AUTHORITY} where such authorities don't issue it
     */
    public TbsCertificates(Profile profile, IssuerInfo issuer) {
        if (!profile.issuedBy().contains(issuer.kind())) {
            throw new Fault(ProfileFault.OTHER_AUTHORITY, profile.id(), issuer.kind().code());
        }
        this.profile = profile;
        this.issuer = issuer;
        this.algorithm = Der.signatureAlgorithm(issuer.algorithm());
        this.authorityKeyIdentifier = Extensions.authorityKeyIdentifier(issuer);
        this.before = Extensions.before(profile);
        this.after = Extensions.after(profile, issuer);
    }

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    /** The issuer. */
    public IssuerInfo issuer() {
        return issuer;
    }

    /**
     * The DER of a TBSCertificate (RFC 5280 §4.1.2). The same input gives the same bytes.
     *
     * @param subject made by {@link SubjectName#of} for this profile
     * @param names made by {@link AlternativeNames#of} for this profile
     * @param subjectPublicKeyInfo the DER, of a key that was found fit
     * @param serial 8 to 20 bytes, unsigned big endian, the first not zero
     * @throws Fault {@link ProfileFault#VALIDITY}, {@link ProfileFault#SERIAL}
     */
    public byte[] build(
            SubjectName subject,
            AlternativeNames names,
            byte[] subjectPublicKeyInfo,
            byte[] serial,
            Lifetime.Validity validity) {
        check(serial);
        check(validity);
        byte[] subjectDer = subject.encoded();
        byte[] keyIdentifier =
                profile.keyIdentifier()
                        ? Extensions.subjectKeyIdentifier(KeyIdentifiers.of(subjectPublicKeyInfo))
                        : NOTHING;
        byte[] alternativeNames =
                names.names().isEmpty()
                        ? NOTHING
                        : Extensions.alternativeNames(names, subject.parts().isEmpty());
        return Der.of(
                Der.SEQUENCE,
                VERSION_3,
                new DerWriter(serial.length + 3).unsigned(serial, 0, serial.length).toBytes(),
                algorithm,
                issuer.name(),
                Der.of(Der.SEQUENCE, time(validity.notBefore()), time(validity.notAfter())),
                subjectDer,
                subjectPublicKeyInfo,
                Der.of(
                        0xa3,
                        Der.of(
                                Der.SEQUENCE,
                                authorityKeyIdentifier,
                                keyIdentifier,
                                before,
                                alternativeNames,
                                after)));
    }

    /**
     * The DER of a Certificate (RFC 5280 §4.1): what was signed, the algorithm, the signature.
     *
     * @param algorithm of the key that signed
     */
    public static byte[] certificate(byte[] tbs, KeyAlgorithm algorithm, byte[] signature) {
        return Der.of(
                Der.SEQUENCE,
                tbs,
                Der.signatureAlgorithm(algorithm),
                Der.of(Der.BIT_STRING, new byte[1], signature));
    }

    /** UTCTime through 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5). */
    static byte[] time(Instant instant) {
        return new DerWriter(TIME_BYTES).x509Time(instant.getEpochSecond()).toBytes();
    }

    private void check(Lifetime.Validity validity) {
        Instant from = validity.notBefore();
        Instant to = validity.notAfter();
        Duration length = Duration.between(from, to).plusSeconds(1);
        if (to.isBefore(from)
                || length.compareTo(profile.lifetime().most()) > 0
                || to.isAfter(issuer.notAfter())) {
            throw new Fault(ProfileFault.VALIDITY, profile.id(), from.toString(), to.toString());
        }
    }

    private static void check(byte[] serial) {
        if (serial.length < LEAST_SERIAL_BYTES
                || serial.length > MOST_SERIAL_BYTES
                || serial[0] == 0
                || (serial.length == MOST_SERIAL_BYTES && serial[0] < 0)) {
            throw new Fault(ProfileFault.SERIAL);
        }
    }
}

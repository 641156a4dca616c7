package org.danaya.trust.ceremony;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.danaya.base.Fault;
import org.danaya.crypto.SignatureCheck;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.der.Der;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.TbsCertificates;

/**
 * The root's revocation list (RFC 5280 §5): its number, and the authorities that it revoked.
 *
 * @param number the first one is 1
 */
record RootList(BigInteger number, List<Revoked> revoked) {

    /** A revoked authority. */
    record Revoked(BigInteger serial, Instant at, int reason) {}

    private static final int FIRST_GENERALIZED_YEAR = 2050;
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    static final RootList NONE = new RootList(BigInteger.ZERO, List.of());

    /** The list of a file, whose signature is the root's. */
    static RootList read(byte[] der, TokenKey root) {
        try {
            CertificateList list = CertificateList.getInstance(der);
            SignatureCheck.Outcome signature =
                    SignatureCheck.check(
                            root.publicKey(),
                            list.getSignatureAlgorithm().getAlgorithm().getId(),
                            list.getTBSCertList().getEncoded(ASN1Encoding.DER),
                            list.getSignature().getOctets());
            if (!(signature instanceof SignatureCheck.Outcome.Valid)) {
                throw new Fault(CeremonyFault.FILE, "root.crl", "signature");
            }
            List<Revoked> revoked = new ArrayList<>();
            for (TBSCertList.CRLEntry entry : list.getRevokedCertificates()) {
                revoked.add(
                        new Revoked(
                                entry.getUserCertificate().getValue(),
                                entry.getRevocationDate().getDate().toInstant(),
                                reason(entry)));
            }
            return new RootList(
                    CRLNumber.getInstance(
                                    list.getTBSCertList()
                                            .getExtensions()
                                            .getExtensionParsedValue(Extension.cRLNumber))
                            .getCRLNumber(),
                    List.copyOf(revoked));
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(e, CeremonyFault.FILE, "root.crl", String.valueOf(e.getMessage()));
        }
    }

    /** The next list: one more number, perhaps one more authority. */
    RootList next(List<Revoked> more) {
        List<Revoked> all = new ArrayList<>(revoked);
        all.addAll(more);
        return new RootList(number.add(BigInteger.ONE), List.copyOf(all));
    }

    boolean holds(BigInteger serial) {
        return revoked.stream().anyMatch(entry -> entry.serial().equals(serial));
    }

    /** The DER, signed. */
    byte[] signed(TokenKey root, IssuerInfo info, Instant thisUpdate, Instant nextUpdate) {
        try {
            V2TBSCertListGenerator list = new V2TBSCertListGenerator();
            list.setIssuer(X500Name.getInstance(info.name()));
            list.setSignature(
                    AlgorithmIdentifier.getInstance(Der.signatureAlgorithm(root.algorithm())));
            list.setThisUpdate(time(thisUpdate));
            list.setNextUpdate(time(nextUpdate));
            for (Revoked entry : revoked) {
                list.addCRLEntry(new ASN1Integer(entry.serial()), time(entry.at()), entry.reason());
            }
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(info.keyIdentifier()));
            extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            list.setExtensions(extensions.generate());
            byte[] tbs = list.generateTBSCertList().getEncoded(ASN1Encoding.DER);
            return TbsCertificates.certificate(tbs, root.algorithm(), root.sign(tbs));
        } catch (IOException e) {
            throw new Fault(e, CeremonyFault.FILE, "root.crl", String.valueOf(e.getMessage()));
        }
    }

    private static int reason(TBSCertList.CRLEntry entry) {
        return entry.getExtensions() == null
                ? CRLReason.unspecified
                : CRLReason.getInstance(
                                entry.getExtensions().getExtensionParsedValue(Extension.reasonCode))
                        .getValue()
                        .intValueExact();
    }

    private static Time time(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return Time.getInstance(
                utc.getYear() < FIRST_GENERALIZED_YEAR
                        ? new ASN1UTCTime(UTC_TIME.format(utc))
                        : new ASN1GeneralizedTime(GENERALIZED_TIME.format(utc)));
    }
}

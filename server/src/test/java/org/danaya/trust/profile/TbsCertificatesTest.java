package org.danaya.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Costs a second. */
class TbsCertificatesTest {

    private static TestHierarchy hierarchy;

    @BeforeAll
    static void make() {
        hierarchy = TestHierarchy.make(KeyAlgorithm.EC_P256);
    }

    @Test
    void everyProfileGivesExactDer() throws IOException {
        for (TestHierarchy.Made made : all()) {
            TBSCertificate read = TBSCertificate.getInstance(made.tbs());
            assertThat(read.getEncoded(ASN1Encoding.DER))
                    .as(made.profile().id())
                    .isEqualTo(made.tbs());
        }
    }

    @Test
    void theJdkReadsAndVerifiesEveryCertificate() throws Exception {
        for (TestHierarchy.Made made : all()) {
            X509Certificate certificate = read(made.der());
            TestHierarchy.Made issuer =
                    made.profile().kind().isAuthority()
                            ? hierarchy.root()
                            : hierarchy.authority(made.profile().issuedBy().iterator().next());
            certificate.verify(issuer.key().publicKey());
            certificate.checkValidity();
            assertThat(certificate.hasUnsupportedCriticalExtension()).isFalse();
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Profile profile = hierarchy.profiles().get("structure-seal");
        IssuerInfo issuer = hierarchy.authority(AuthorityKind.STRUCTURES).asIssuer();
        SubjectName subject = TestHierarchy.subject(profile);
        byte[] key = hierarchy.root().key().publicKey().getEncoded();
        byte[] serial = new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
        Lifetime.Validity validity = profile.lifetime().from(hierarchy.now(), issuer.notAfter());
        byte[] once =
                new TbsCertificates(profile, issuer)
                        .build(subject, AlternativeNames.NONE, key, serial, validity);
        byte[] again =
                new TbsCertificates(profile, issuer)
                        .build(subject, AlternativeNames.NONE, key, serial, validity);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void nothingOutlivesItsIssuerOrItsProfile() {
        Profile profile = hierarchy.profiles().get("timestamp");
        IssuerInfo issuer = hierarchy.authority(AuthorityKind.INFRASTRUCTURE).asIssuer();
        Instant end = issuer.notAfter();
        assertThat(profile.lifetime().from(end.minus(Duration.ofDays(9)), end).notAfter())
                .isEqualTo(end);
        assertThatThrownBy(
                        () ->
                                build(
                                        profile,
                                        issuer,
                                        new Lifetime.Validity(
                                                end.minusSeconds(60), end.plusSeconds(1))))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("profile.validity");
        Instant now = hierarchy.now();
        assertThatThrownBy(
                        () ->
                                build(
                                        profile,
                                        issuer,
                                        new Lifetime.Validity(
                                                now, now.plus(profile.lifetime().most()))))
                .isInstanceOf(Fault.class);
    }

    @Test
    void yearsFrom2050OnAreGeneralizedTime() {
        assertThat(TbsCertificates.time(Instant.parse("2049-12-31T23:59:59Z"))[0])
                .isEqualTo((byte) 0x17);
        assertThat(
                        new String(
                                TbsCertificates.time(Instant.parse("2050-01-01T00:00:00Z")),
                                2,
                                15,
                                StandardCharsets.US_ASCII))
                .isEqualTo("20500101000000Z");
    }

    @Test
    void anAuthorityIssuesOnlyItsProfiles() {
        assertThatThrownBy(
                        () ->
                                new TbsCertificates(
                                        hierarchy.profiles().get("tls-server"),
                                        hierarchy.authority(AuthorityKind.PERSONS).asIssuer()))
                .hasMessageContaining("profile.other-authority");
    }

    private static byte[] build(Profile profile, IssuerInfo issuer, Lifetime.Validity validity) {
        return new TbsCertificates(profile, issuer)
                .build(
                        TestHierarchy.subject(profile),
                        AlternativeNames.NONE,
                        hierarchy.root().key().publicKey().getEncoded(),
                        new byte[] {1, 2, 3, 4, 5, 6, 7, 8},
                        validity);
    }

    private static List<TestHierarchy.Made> all() {
        return hierarchy.profiles().all().stream()
                .map(
                        profile ->
                                profile.kind() == ProfileKind.ROOT
                                        ? hierarchy.root()
                                        : hierarchy.issue(
                                                profile,
                                                profile.kind().isAuthority()
                                                        ? hierarchy.root()
                                                        : hierarchy.authority(
                                                                profile.issuedBy()
                                                                        .iterator()
                                                                        .next())))
                .toList();
    }

    private static X509Certificate read(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}

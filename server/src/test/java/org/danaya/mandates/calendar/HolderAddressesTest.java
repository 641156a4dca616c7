package org.danaya.mandates.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.CertificateStatus;
import org.danaya.trust.authority.RevocationReason;
import org.junit.jupiter.api.Test;

/** Where to write to somebody, as their certificates say. */
class HolderAddressesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID CLOSED = UUID.randomUUID();
    private static final UUID SINCE = UUID.randomUUID();

    @Test
    void onlyWhatMayBeReliedOnSaysWhereToWrite() throws Exception {
        CertificateStatus.State good = new CertificateStatus.State.Good();
        Map<UUID, List<Certificate>> all =
                Map.of(
                        CLOSED,
                        List.of(
                                certificate("revoquee", 300, revoked()),
                                certificate("suspendue", 300, suspended()),
                                certificate("expiree", -1, good)),
                        SINCE,
                        List.of(
                                certificate("une", 300, good),
                                certificate("une", 200, good),
                                certificate("", 300, good)));
        HolderAddresses addresses =
                new HolderAddresses(
                        person -> person.equals(PERSON) ? List.of(CLOSED, SINCE) : List.of(),
                        account -> all.getOrDefault(account, List.of()),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(addresses.of(PERSON)).containsExactly("une@example.ml");
        assertThat(addresses.of(UUID.randomUUID())).isEmpty();
    }

    private static Time time(Instant at) {
        return new Time(
                new ASN1GeneralizedTime(
                        DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                                .withZone(ZoneOffset.UTC)
                                .format(at)));
    }

    private static CertificateStatus.State revoked() {
        return new CertificateStatus.State.Revoked(
                NOW, RevocationReason.KEY_COMPROMISE, Optional.empty());
    }

    private static CertificateStatus.State suspended() {
        return new CertificateStatus.State.Suspended(NOW);
    }

    private static Certificate certificate(String name, int days, CertificateStatus.State state)
            throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        Instant from = NOW.minus(Duration.ofDays(30));
        Instant until = NOW.plus(Duration.ofDays(days));
        X500Name subject = new X500Name("CN=Exemple");
        X509v3CertificateBuilder builder =
                new X509v3CertificateBuilder(
                        subject,
                        BigInteger.ONE,
                        time(from),
                        time(until),
                        subject,
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        if (!name.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            new GeneralName(GeneralName.rfc822Name, name + "@example.ml")));
        }
        byte[] der =
                builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(keys.getPrivate()))
                        .getEncoded();
        return new Certificate(
                1,
                1,
                new byte[] {1},
                1,
                der,
                new byte[32],
                "Exemple",
                from,
                until,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

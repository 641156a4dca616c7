package org.danaya.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TestTokens;
import org.danaya.log.Leaves;
import org.danaya.trust.authority.CertificateStatus.State;
import org.danaya.trust.authority.StatusFeed.Mark;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestTokens.Kind.class)
class InfrastructureTest {

    @Parameter TestTokens.Kind kind;

    @TempDir Path folder;

    @Test
    void aResponderGetsACertificateAndItsRevocationIsToldInOrder() throws Exception {
        TestAuthority test =
                TestAuthority.in(
                        TestTokens.of(kind, folder), KeyAlgorithm.EC_P256, Clock.systemUTC());
        Authority persons = test.below(AuthorityKind.PERSONS);
        KeyPair keys = keys();
        assertThatThrownBy(() -> issue(test, persons, keys))
                .hasMessageContaining("authority.not-approved-in-advance");
        test.approve(persons, "ocsp");
        Certificate certificate = issue(test, persons, keys);

        X509Certificate read = read(certificate.der());
        read.verify(read(persons.certificate()).getPublicKey());
        assertThat(Leaves.of(test.source, "authority.issued")).hasSize(1);
        List<CertificateStatus> told = new ArrayList<>();
        Mark mark = test.feed.read(Mark.START, true, told::add);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().state()).isInstanceOf(State.Good.class);
        assertThat(told.getFirst().serial()).isEqualTo(certificate.serial());

        try (StatusFeed.Watch watch = test.feed.watch()) {
            test.revocations.revoke(
                    certificate.id(), RevocationReason.KEY_COMPROMISE, Optional.empty());
            assertThat(watch.await(Duration.ofMinutes(2))).isTrue();
        }
        told.clear();
        test.feed.read(mark, false, told::add);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().state())
                .isInstanceOfSatisfying(
                        State.Revoked.class,
                        revoked ->
                                assertThat(revoked.reason())
                                        .isEqualTo(RevocationReason.KEY_COMPROMISE));
        assertThat(Leaves.of(test.source, "authority.revoked")).hasSize(1);
        assertThatThrownBy(() -> test.revocations.suspend(certificate.id()))
                .hasMessageContaining("authority.already-revoked");
        test.token.close();
    }

    private static Certificate issue(TestAuthority test, Authority authority, KeyPair keys) {
        return test.infrastructure.issue(
                authority.id(), "ocsp", "Example responder", keys.getPublic(), Duration.ofDays(7));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate read(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}

package org.danaya.trust.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.danaya.base.ClientAddress;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.KeySettings;
import org.danaya.crypto.Token;
import org.danaya.crypto.Tokens;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.TestAuthority;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class StatusStoryTest {

    private static final int TRY_LATER = 3;

    @TempDir Path folder;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void aRevocationIsInTheAnswersAndTheListsAndResponderRenewsItself() throws Exception {
        TestAuthority test = new TestAuthority(folder, KeyAlgorithm.EC_P256, clock);
        Authority persons = test.below(AuthorityKind.PERSONS);
        Set<Integer> changed = ConcurrentHashMap.newKeySet();
        Path published = folder.resolve("published");
        Settings settings = Settings.of(StatusSettings.ALL, Map.of());
        StatusParts parts =
                StatusParts.of(
                        test.feed,
                        test.authorities::all,
                        edge(),
                        published,
                        settings,
                        changed::add,
                        clock);
        StatusPublisher publisher = publisher(test, parts, changed, published);

        parts.keeper().read();
        publisher.publish();
        assertThat(publisher.problems().get(persons.id()))
                .as("nobody approved a responder in advance")
                .contains("not-approved-in-advance");
        assertThat(published.resolve("crl/persons.crl")).as("and lists don't wait").exists();
        test.approve(persons, "ocsp");
        pass(Duration.ofMinutes(1), parts, publisher);
        assertThat(publisher.problems()).doesNotContainKey(persons.id());
        Certificate holder =
                test.infrastructure.issue(
                        persons.id(),
                        "ocsp",
                        "Example",
                        TestHierarchy.Key.make("holder").publicKey(),
                        Duration.ofDays(20));
        pass(Duration.ofSeconds(1), parts, publisher);
        assertThat(asked(parts.ocsp(), persons, holder).getResponses()[0].getCertStatus()).isNull();

        test.revocations.revoke(holder.id(), RevocationReason.SUPERSEDED, Optional.empty());
        pass(Duration.ofSeconds(1), parts, publisher);

        BasicOCSPResp first = asked(parts.ocsp(), persons, holder);
        assertThat(first.getResponses()[0].getCertStatus()).isInstanceOf(RevokedStatus.class);
        BigInteger serial = new BigInteger(1, holder.serial());
        EdgeHandler lists = PublishedFiles.lists(published);
        for (String list : List.of("persons.crl", "persons/infrastructure.crl")) {
            X509CRLHolder read =
                    new X509CRLHolder(lists.answer(request("/crl/" + list, new byte[0])).body());
            assertThat(read.getRevokedCertificate(serial)).as(list).isNotNull();
            assertThat(
                            read.isSignatureValid(
                                    new JcaContentVerifierProviderBuilder()
                                            .build(
                                                    new X509CertificateHolder(
                                                            persons.certificate()))))
                    .isTrue();
        }
        assertThat(Files.readAllBytes(published.resolve("aia/persons.cer")))
                .isEqualTo(persons.certificate());

        pass(Duration.ofDays(4), parts, publisher);
        BasicOCSPResp later = asked(parts.ocsp(), persons, holder);
        assertThat(later.getCerts()[0]).isNotEqualTo(first.getCerts()[0]);
        pass(Duration.ofDays(6), parts, publisher);
        assertThat(published.resolve("responder").toFile().list())
                .as("what has expired is destroyed")
                .hasSize(2);
        anEdgeAloneTellsTheSame(test, persons, holder);
    }

    private void anEdgeAloneTellsTheSame(
            TestAuthority test, Authority authority, Certificate holder) throws Exception {
        PGSimpleDataSource source = (PGSimpleDataSource) test.source;
        List<Setting<?>> known = new ArrayList<>(StoreSettings.ALL);
        known.addAll(StatusSettings.ALL);
        Path password = folder.resolve("password");
        Files.writeString(password, String.valueOf(source.getPassword()));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Settings settings =
                Settings.of(
                        known,
                        Map.of(
                                "home",
                                folder.toString(),
                                "database.url",
                                source.getURL(),
                                "database.user",
                                String.valueOf(source.getUser()),
                                "database.password-file",
                                password.toString()));
        try (StatusAlone alone = StatusAlone.start(settings, new SecureRandom(), clock)) {
            assertThat(alone.handlers()).hasSize(3);
            Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
            while (!alone.handlers().stream().allMatch(EdgeHandler::ready)
                    || status(alone.handlers().getLast(), authority, holder) == TRY_LATER) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(20);
            }
            assertThat(
                            asked(alone.handlers().getLast(), authority, holder)
                                    .getResponses()[0]
                                    .getCertStatus())
                    .isInstanceOf(RevokedStatus.class);
        }
    }

    private Token edge() {
        return Tokens.open(
                        Settings.of(KeySettings.ALL, Map.of()),
                        folder.resolve("keys"),
                        new SecureRandom())
                .edge();
    }

    private StatusPublisher publisher(
            TestAuthority test, StatusParts parts, Set<Integer> changed, Path published) {
        return new StatusPublisher(
                parts.keeper(),
                parts.standing(),
                changed,
                new Crls(
                        parts.index(),
                        new CrlTable(test.jdbc),
                        published.resolve("crl"),
                        Duration.ofDays(1),
                        clock),
                parts.responders(),
                test.keys,
                test.known,
                test.infrastructure,
                published.resolve("aia"),
                Duration.ofDays(7),
                clock);
    }

    private void pass(Duration time, StatusParts parts, StatusPublisher publisher) {
        now.updateAndGet(before -> before.plus(time));
        parts.keeper().read();
        publisher.publish();
    }

    private static int status(EdgeHandler ocsp, Authority authority, Certificate certificate)
            throws Exception {
        return response(ocsp, authority, certificate).getStatus();
    }

    private static OCSPResp response(EdgeHandler ocsp, Authority authority, Certificate certificate)
            throws Exception {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        X509CertificateHolder issuer = new X509CertificateHolder(authority.certificate());
        builder.addRequest(
                new CertificateID(
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(CertificateID.HASH_SHA1),
                        issuer,
                        new BigInteger(1, certificate.serial())));
        return new OCSPResp(ocsp.answer(request("/ocsp", builder.build().getEncoded())).body());
    }

    private static BasicOCSPResp asked(
            EdgeHandler ocsp, Authority authority, Certificate certificate) throws Exception {
        OCSPResp response = response(ocsp, authority, certificate);
        assertThat(response.getStatus()).isNotEqualTo(TRY_LATER).isZero();
        BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
        X509CertificateHolder responder = basic.getCerts()[0];
        assertThat(basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(responder)))
                .isTrue();
        X509CertificateHolder issuer = new X509CertificateHolder(authority.certificate());
        assertThat(
                        responder.isSignatureValid(
                                new JcaContentVerifierProviderBuilder().build(issuer)))
                .isTrue();
        return basic;
    }

    private static EdgeRequest request(String path, byte[] body) {
        return new EdgeRequest(
                body.length == 0 ? "GET" : "POST",
                path,
                "",
                _ -> Optional.empty(),
                body,
                new ClientAddress(InetAddress.getLoopbackAddress()));
    }
}

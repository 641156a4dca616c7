package org.danaya.trust.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.isismtt.ISISMTTObjectIdentifiers;
import org.bouncycastle.asn1.isismtt.ocsp.CertHash;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.danaya.base.ProxySettings;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.danaya.edge.Edge;
import org.danaya.edge.EdgeSettings;
import org.danaya.page.Words;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcspTest {

    private static final BigInteger GOOD =
            new BigInteger("7f00000000000000000000000000000000000001", 16);
    private static final BigInteger REVOKED = new BigInteger("9001020304050607", 16);
    private static final BigInteger HELD = BigInteger.valueOf(255);
    private static final BigInteger NEVER_ISSUED = BigInteger.valueOf(99);
    private static final long SINCE = 1_600_000_000L;
    private static final int KEY_COMPROMISE = 1;

    private final TestResponder responder = new TestResponder(false, false);

    private byte[] request(byte[] nonce, BigInteger... serials) throws Exception {
        return request("1.3.14.3.2.26", nonce, serials);
    }

    private byte[] request(String digest, byte[] nonce, BigInteger... serials) throws Exception {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        for (BigInteger serial : serials) {
            builder.addRequest(
                    new CertificateID(
                            new JcaDigestCalculatorProviderBuilder()
                                    .build()
                                    .get(new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest))),
                            new X509CertificateHolder(responder.hierarchy.certificate()),
                            serial));
        }
        if (nonce.length > 0) {
            builder.setRequestExtensions(
                    new Extensions(
                            new Extension(
                                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                    false,
                                    new DEROctetString(nonce).getEncoded())));
        }
        return builder.build().getEncoded();
    }

    private BasicOCSPResp answered(byte[] response) throws Exception {
        OCSPResp read = new OCSPResp(response);
        assertThat(read.getStatus()).isZero();
        assertThat(ASN1Primitive.fromByteArray(response).getEncoded(ASN1Encoding.DER))
                .as("DER, as a second reader writes it")
                .isEqualTo(response);
        BasicOCSPResp basic = (BasicOCSPResp) read.getResponseObject();
        assertThat(
                        basic.isSignatureValid(
                                new JcaContentVerifierProviderBuilder().build(basic.getCerts()[0])))
                .isTrue();
        return basic;
    }

    private int refused(byte[] request) throws Exception {
        return new OCSPResp(responder.response(request)).getStatus();
    }

    @Test
    void severalCertificatesAreToldInOrderWithTheNonce() throws Exception {
        byte[] nonce = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);
        responder.put(GOOD, StatusWord.GOOD, 0);
        responder.put(REVOKED, StatusWord.revoked(SINCE, KEY_COMPROMISE, true), SINCE - 100);
        responder.put(HELD, StatusWord.revoked(SINCE, StatusWord.HOLD, false), 0);

        BasicOCSPResp basic =
                answered(responder.response(request(nonce, GOOD, REVOKED, HELD, NEVER_ISSUED)));

        SingleResp[] told = basic.getResponses();
        assertThat(told[0].getCertStatus()).isNull();
        RevokedStatus revoked = (RevokedStatus) told[1].getCertStatus();
        assertThat(revoked.getRevocationReason()).isEqualTo(KEY_COMPROMISE);
        assertThat(revoked.getRevocationTime().toInstant().getEpochSecond()).isEqualTo(SINCE);
        assertThat(told[1].getExtension(Extension.invalidityDate)).isNotNull();
        assertThat(((RevokedStatus) told[2].getCertStatus()).getRevocationReason())
                .isEqualTo(StatusWord.HOLD);
        assertThat(told[3].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce).getParsedValue())
                .isEqualTo(new DEROctetString(nonce));
    }

    @Test
    void everyDigestOfACertIdFindsItsIssuer() throws Exception {
        responder.put(GOOD, StatusWord.GOOD, 0);
        for (String digest :
                List.of(
                        "1.3.14.3.2.26",
                        "2.16.840.1.101.3.4.2.1",
                        "2.16.840.1.101.3.4.2.2",
                        "2.16.840.1.101.3.4.2.3")) {
            BasicOCSPResp basic = answered(responder.response(request(digest, new byte[0], GOOD)));
            assertThat(basic.getResponses()[0].getCertStatus()).isNull();
        }
    }

    @Test
    void aKeptAnswerIsGivenUntilTheStatusChangesOrHalfItsTimeIsOver() throws Exception {
        responder.put(GOOD, StatusWord.GOOD, 0);
        byte[] request = request(new byte[0], GOOD);
        String path = "/ocsp/" + Base64.getEncoder().encodeToString(request);
        byte[] first = responder.response(request);

        assertThat(responder.get(path).body()).isSameAs(first);
        assertThat(responder.get(path.replace("/", "%2F").replace("%2Focsp%2F", "/ocsp/")).body())
                .isSameAs(first);
        assertThat(responder.get(path).headers())
                .anyMatch(header -> header.value().startsWith("max-age=1800, public"));
        responder.after(TestResponder.VALIDITY.dividedBy(2), true);
        byte[] later = responder.response(request);
        assertThat(later).isNotEqualTo(first);
        responder.put(GOOD, StatusWord.revoked(SINCE, KEY_COMPROMISE, false), 0);
        assertThat(answered(responder.response(request)).getResponses()[0].getCertStatus())
                .isInstanceOf(RevokedStatus.class);
    }

    @Test
    void withoutCurrentStatusOrResponderNobodyIsToldGood() throws Exception {
        responder.put(GOOD, StatusWord.GOOD, 0);
        byte[] request = request(new byte[0], GOOD);
        responder.after(Duration.ofMinutes(4), false);
        SingleResp told = answered(responder.response(request)).getResponses()[0];
        assertThat(told.getThisUpdate().toInstant())
                .isEqualTo(responder.now.get().minus(Duration.ofMinutes(4)));
        responder.after(Duration.ofMinutes(2), false);
        assertThat(refused(request)).as("tryLater").isEqualTo(3);
        responder.after(Duration.ofDays(400), true);
        assertThat(refused(request)).as("tryLater: the responder has expired").isEqualTo(3);
    }

    @Test
    void aStrangersIssuerIsUnauthorizedAndBadRequestsAreMalformed() throws Exception {
        TestResponder other = new TestResponder(false, false);
        assertThat(new OCSPResp(other.response(request(new byte[0], GOOD))).getStatus())
                .isEqualTo(6);
        assertThat(refused(request(new byte[129], GOOD))).isEqualTo(1);
        assertThat(refused(new byte[0])).isEqualTo(1);
        BigInteger[] many = new BigInteger[OcspRequest.MOST + 1];
        Arrays.fill(many, GOOD);
        assertThat(refused(request(new byte[0], many))).isEqualTo(1);
        answered(responder.response(request(new byte[128], GOOD)));
        answered(responder.response(request(new byte[1], GOOD)));
    }

    @Test
    void aboutWhatAnOfflineAuthorityIssuedNobodyIsToldToComeBack() throws Exception {
        byte[] request = request(new byte[0], GOOD);
        responder.standing.issuers(
                new Issuers(List.of(Issuer.of(8, true, responder.hierarchy.certificate()))));
        assertThat(refused(request)).as("unauthorized").isEqualTo(6);
    }

    @Test
    void theHashOfACertificateIsToldWhereItIsKept() throws Exception {
        byte[] holder = responder.holder(REVOKED, StatusWord.GOOD);
        byte[] sha256 = Sha256.of(holder);
        long end = responder.now.get().plus(Duration.ofDays(30)).getEpochSecond();
        responder.index.put(
                TestResponder.AUTHORITY, GOOD.toByteArray(), 1, end, StatusWord.GOOD, 0, sha256);
        SingleResp[] told =
                answered(responder.response(request(new byte[8], GOOD, REVOKED))).getResponses();
        CertHash hash =
                CertHash.getInstance(
                        told[0].getExtension(ISISMTTObjectIdentifiers.id_isismtt_at_certHash)
                                .getParsedValue());
        assertThat(hash.getCertificateHash()).isEqualTo(sha256);
        assertThat(hash.getHashAlgorithm().getAlgorithm().getId())
                .isEqualTo("2.16.840.1.101.3.4.2.1");
        assertThat(told[1].hasExtensions()).isFalse();
    }

    @Test
    void aSerialThatWasNeverIssuedIsRevokedWhereTheOperatorWantsSo() throws Exception {
        TestResponder strict = new TestResponder(true, true);
        OCSPReqBuilder builder = new OCSPReqBuilder();
        builder.addRequest(
                new CertificateID(
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(CertificateID.HASH_SHA1),
                        new X509CertificateHolder(strict.hierarchy.certificate()),
                        NEVER_ISSUED));
        BasicOCSPResp basic = answered(strict.response(builder.build().getEncoded()));
        assertThat(basic.getResponses()[0].getCertStatus()).isInstanceOf(RevokedStatus.class);
        assertThat(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_extended_revoke))
                .isNotNull();
        assertThat(basic.getResponderId().toASN1Primitive().getName()).isNotNull();
    }

    @Test
    void whateverIsSentIsAnswered() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        responder.put(GOOD, StatusWord.GOOD, 0);
        byte[] whole = request("2.16.840.1.101.3.4.2.1", new byte[32], GOOD, REVOKED);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = whole.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] sent =
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 8))
                            : bytes;
            assertThat(responder.response(sent)).as("seed %d, round %d", seed, i).isNotEmpty();
        }
    }

    @Test
    void opensslAndGnutlsAndTheJdkAccept(@TempDir Path folder) throws Exception {
        byte[] good = responder.holder(GOOD, StatusWord.GOOD);
        byte[] revoked =
                responder.holder(REVOKED, StatusWord.revoked(SINCE, KEY_COMPROMISE, false));
        byte[] ca = responder.hierarchy.certificate();
        Files.write(folder.resolve("ca.pem"), TestHierarchy.pem(ca));
        Files.write(folder.resolve("good.pem"), TestHierarchy.pem(good));
        Files.write(folder.resolve("revoked.pem"), TestHierarchy.pem(revoked));

        jdk(ca, good, responder.response(request(new byte[0], GOOD)));
        assertThatThrownBy(
                        () -> jdk(ca, revoked, responder.response(request(new byte[0], REVOKED))))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("KEY_COMPROMISE");

        run(
                folder,
                "openssl",
                "ocsp",
                "-issuer",
                "ca.pem",
                "-cert",
                "good.pem",
                "-sha256",
                "-cert",
                "revoked.pem",
                "-reqout",
                "request");
        Files.write(
                folder.resolve("response"),
                responder.response(Files.readAllBytes(folder.resolve("request"))));
        assertThat(
                        run(
                                folder,
                                "openssl",
                                "ocsp",
                                "-issuer",
                                "ca.pem",
                                "-cert",
                                "good.pem",
                                "-sha256",
                                "-cert",
                                "revoked.pem",
                                "-no_nonce",
                                "-respin",
                                "response",
                                "-CAfile",
                                "ca.pem"))
                .contains("Response verify OK", "good.pem: good", "revoked.pem: revoked");
        assertThat(
                        run(
                                folder,
                                "ocsptool",
                                "--verify-response",
                                "--load-response",
                                "response",
                                "--load-issuer",
                                "ca.pem",
                                "--load-trust",
                                "ca.pem"))
                .contains("Verifying OCSP Response: Success");
    }

    @Test
    void opensslAsksTheEdgeItself(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("ca.pem"), TestHierarchy.pem(responder.hierarchy.certificate()));
        Files.write(
                folder.resolve("good.pem"),
                TestHierarchy.pem(responder.holder(GOOD, StatusWord.GOOD)));
        List<Setting<?>> known = new ArrayList<>(EdgeSettings.ALL);
        known.addAll(ProxySettings.ALL);
        try (Edge edge =
                Edge.start(
                        Settings.of(known, Map.of("edge-port", "0")),
                        Words.load(),
                        new SimpleMeterRegistry(),
                        new SecureRandom(),
                        List.of(responder.http))) {
            assertThat(
                            run(
                                    folder,
                                    "openssl",
                                    "ocsp",
                                    "-issuer",
                                    "ca.pem",
                                    "-cert",
                                    "good.pem",
                                    "-CAfile",
                                    "ca.pem",
                                    "-url",
                                    edge.address().resolve("/ocsp").toString()))
                    .contains("Response verify OK", "good.pem: good");
        }
    }

    private void jdk(byte[] ca, byte[] certificate, byte[] response) throws Exception {
        X509Certificate issuer = x509(ca);
        X509Certificate leaf = x509(certificate);
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOcspResponses(Map.of(leaf, response));
        checker.setOptions(
                Set.of(
                        PKIXRevocationChecker.Option.NO_FALLBACK,
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        parameters.addCertPathChecker(checker);
        validator.validate(
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)),
                parameters);
    }

    private static X509Certificate x509(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static String run(Path folder, String... command) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", command[0])), command[0] + " isn't there");
        List<String> all = new ArrayList<>(List.of(command));
        Process process =
                new ProcessBuilder(all)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

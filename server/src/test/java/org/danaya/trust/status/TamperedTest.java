package org.danaya.trust.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One flipped bit, wherever it is, and OpenSSL, GnuTLS and the JDK refuse what we signed. */
class TamperedTest {

    private static final BigInteger SERIAL =
            new BigInteger("7f00000000000000000000000000000000001234", 16);
    private static final long SINCE = 1_600_000_000L;
    private static final String OCSP_OPENSSL =
            "openssl ocsp -issuer ca.pem -cert holder.pem -no_nonce -respin response -CAfile ca.pem";
    private static final String OCSP_GNUTLS =
            "ocsptool --verify-response --load-response response --load-issuer ca.pem"
                    + " --load-trust ca.pem";
    private static final String LIST_OPENSSL =
            "openssl crl -inform DER -in list.crl -CAfile ca.pem -noout";
    private static final String LIST_GNUTLS =
            "certtool --verify-crl --inder --infile list.crl --load-ca-certificate ca.cer";

    private final TestResponder responder = new TestResponder(false, false);
    private final byte[] authority = responder.hierarchy.certificate();

    @TempDir Path folder;
    private byte[] holder = {};

    @BeforeEach
    void write() throws Exception {
        holder = responder.holder(SERIAL, StatusWord.GOOD);
        Files.write(folder.resolve("ca.pem"), TestHierarchy.pem(authority));
        Files.write(folder.resolve("ca.cer"), authority);
        Files.write(folder.resolve("holder.pem"), TestHierarchy.pem(holder));
    }

    @Test
    void anOcspAnswer() throws Exception {
        byte[] answer =
                responder.response(
                        new OCSPReqBuilder()
                                .addRequest(
                                        new CertificateID(
                                                new JcaDigestCalculatorProviderBuilder()
                                                        .build()
                                                        .get(CertificateID.HASH_SHA1),
                                                new X509CertificateHolder(authority),
                                                SERIAL))
                                .build()
                                .getEncoded());
        Files.write(folder.resolve("response"), answer);
        assertThat(run(OCSP_OPENSSL)).contains("Response verify OK", "holder.pem: good");
        assertThat(run(OCSP_GNUTLS)).contains("OCSP Response: Success");
        jdk(answer);

        BasicOCSPResp read = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        int serial = find(answer, SERIAL.toByteArray());
        int signature = find(answer, read.getSignature());
        byte[] key =
                Certificate.getInstance(responder.delegated)
                        .getSubjectPublicKeyInfo()
                        .getPublicKeyData()
                        .getBytes();
        for (int at :
                List.of(
                        serial + SERIAL.toByteArray().length - 1,
                        find(answer, "Z".getBytes(StandardCharsets.US_ASCII)) - 1,
                        serial + SERIAL.toByteArray().length + 5,
                        signature + 10,
                        signature + read.getSignature().length - 1,
                        find(answer, key) + 40,
                        answer.length - 1)) {
            byte[] tampered = flipped(answer, at);
            Files.write(folder.resolve("response"), tampered);
            String openssl = run(OCSP_OPENSSL);
            assertThat(openssl.contains("verify OK") && openssl.contains(": good"))
                    .as("OpenSSL, byte %d: %s", at, openssl)
                    .isFalse();
            assertThat(run(OCSP_GNUTLS))
                    .as("GnuTLS, byte %d", at)
                    .doesNotContain("OCSP Response: Success");
            assertThatThrownBy(() -> jdk(tampered))
                    .as("the JDK, byte %d", at)
                    .isInstanceOf(CertPathValidatorException.class);
        }
    }

    @Test
    void aRevocationList() throws Exception {
        responder.put(SERIAL, StatusWord.revoked(SINCE, 1, false), 0);
        CrlScope scope =
                CrlScope.complete(
                        TestResponder.AUTHORITY,
                        "example",
                        authority,
                        responder.hierarchy.authority());
        long now = responder.now.get().getEpochSecond();
        byte[] list = CrlWriter.write(responder.index, scope, 1, 4_660, now, now + 3_600).der();
        Files.write(folder.resolve("list.crl"), list);
        assertThat(run(LIST_OPENSSL)).contains("verify OK");
        assertThat(run(LIST_GNUTLS)).contains("Verified");
        verify(list);

        int serial = find(list, SERIAL.toByteArray());
        for (int at :
                List.of(
                        serial + 1,
                        serial + SERIAL.toByteArray().length + 5,
                        find(list, new byte[] {2, 2, 0x12, 0x34}) + 3,
                        find(list, "Example CA".getBytes(StandardCharsets.US_ASCII)),
                        list.length - 40,
                        list.length - 1)) {
            byte[] tampered = flipped(list, at);
            Files.write(folder.resolve("list.crl"), tampered);
            assertThat(run(LIST_OPENSSL)).as("OpenSSL, byte %d", at).doesNotContain("verify OK");
            String gnutls = run(LIST_GNUTLS);
            assertThat(gnutls.contains("Verified") && !gnutls.contains("Not verified"))
                    .as("GnuTLS, byte %d: %s", at, gnutls)
                    .isFalse();
            assertThatThrownBy(() -> verify(tampered))
                    .as("the JDK, byte %d", at)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static int find(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private void verify(byte[] list) throws Exception {
        ((X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(new ByteArrayInputStream(list)))
                .verify(x509(authority).getPublicKey());
    }

    private void jdk(byte[] response) throws Exception {
        X509Certificate leaf = x509(holder);
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOcspResponses(Map.of(leaf, response));
        checker.setOptions(
                Set.of(
                        PKIXRevocationChecker.Option.NO_FALLBACK,
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY));
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(x509(authority), null)));
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

    private String run(String command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", words.getFirst())),
                words.getFirst() + " isn't there");
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

package org.danaya.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made by OpenSSL. Costs two seconds. */
class CertificateRequestsTest {

    @TempDir static Path folder;
    private static byte[] request;

    @BeforeAll
    static void makeOne() throws Exception {
        request = openssl("ec:P-256", "sha256");
    }

    @Test
    void aRequestOfOpensslIsRead() throws Exception {
        CertificateRequests.Request read = accepted(request);
        assertThat(read.key().getAlgorithm()).isEqualTo("EC");
        assertThat(read.subject())
                .containsEntry(SubjectAttribute.COMMON_NAME, "portail.example.ml")
                .containsEntry(SubjectAttribute.COUNTRY, "ML");
        assertThat(read.names())
                .containsExactly("dns:portail.example.ml", "ip:192.0.2.1", "email:a@example.ml");
        assertThat(accepted(der(request)).subjectPublicKeyInfo())
                .isEqualTo(read.subjectPublicKeyInfo());
        assertThat(accepted(openssl("rsa:3072", "sha384")).key().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void aWeakDigestIsRefused() throws Exception {
        assertThat(refused(openssl("rsa:2048", "sha1")))
                .isEqualTo(CertificateRequests.Problem.ALGORITHM);
    }

    @Test
    void aBrokenSignatureIsRefused() {
        byte[] der = der(request);
        der[der.length - 1] ^= 1;
        assertThat(refused(der)).isEqualTo(CertificateRequests.Problem.SIGNATURE);
    }

    @Test
    void aPrivateKeyIsRefusedAsWhatItIs() throws IOException {
        assertThat(refused(Files.readAllBytes(folder.resolve("key.pem"))))
                .isEqualTo(CertificateRequests.Problem.PRIVATE_KEY);
    }

    @Test
    void otherThingsAreRefusedAsWhatTheyAre() {
        byte[] der = der(request);
        assertThat(refused(new byte[0])).isEqualTo(CertificateRequests.Problem.UNREADABLE);
        assertThat(refused("Bonjour".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CertificateRequests.Problem.UNREADABLE);
        assertThat(refused(new byte[CertificateRequests.LIMIT_BYTES + 1]))
                .isEqualTo(CertificateRequests.Problem.TOO_LARGE);
        assertThat(refused(Arrays.copyOf(der, der.length + 1)))
                .isEqualTo(CertificateRequests.Problem.MALFORMED);
        String certificate =
                new String(request, StandardCharsets.US_ASCII)
                        .replace("CERTIFICATE REQUEST", "CERTIFICATE");
        assertThat(refused(certificate.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(CertificateRequests.Problem.OTHER_TYPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0xa0, 0x31})
    void endlessNestingIsRefused(int tag) {
        byte[] deep = new byte[30_000];
        for (int i = 0; i + 4 < deep.length; i += 4) {
            int left = deep.length - i - 4;
            deep[i] = (byte) (i == 0 ? 0x30 : tag);
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (left >> 8);
            deep[i + 3] = (byte) left;
        }
        assertThat(refused(deep)).isEqualTo(CertificateRequests.Problem.MALFORMED);
    }

    @Test
    void noBytesMakeTheReaderFall() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] der = der(request);
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = der.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(8) == 0 ? random.nextInt(der.length) : der.length;
            CertificateRequests.Outcome outcome =
                    CertificateRequests.read(Arrays.copyOf(mutated, length));
            if (!Arrays.equals(mutated, der)) {
                assertThat(outcome).isInstanceOf(CertificateRequests.Outcome.Refused.class);
            }
        }
    }

    private static CertificateRequests.Request accepted(byte[] bytes) {
        return switch (CertificateRequests.read(bytes)) {
            case CertificateRequests.Outcome.Read(CertificateRequests.Request read) -> read;
            case CertificateRequests.Outcome.Refused(CertificateRequests.Problem problem) ->
                    throw new AssertionError(problem);
        };
    }

    private static CertificateRequests.Problem refused(byte[] bytes) {
        return switch (CertificateRequests.read(bytes)) {
            case CertificateRequests.Outcome.Read read -> throw new AssertionError(read);
            case CertificateRequests.Outcome.Refused(CertificateRequests.Problem problem) ->
                    problem;
        };
    }

    private static byte[] der(byte[] pem) {
        String body =
                new String(pem, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Base64.getDecoder().decode(body);
    }

    private static byte[] openssl(String key, String digest) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of("openssl", "req", "-new", "-nodes", "-" + digest, "-newkey"));
        command.addAll(
                key.startsWith("ec")
                        ? List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256")
                        : List.of(key));
        command.addAll(
                List.of(
                        "-subj",
                        "/C=ML/O=Exemple/CN=portail.example.ml",
                        "-addext",
                        "subjectAltName=DNS:portail.example.ml,IP:192.0.2.1,email:a@example.ml",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("request.pem").toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("openssl.log").toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("openssl.log")))
                .isZero();
        return Files.readAllBytes(folder.resolve("request.pem"));
    }
}

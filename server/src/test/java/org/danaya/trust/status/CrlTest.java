package org.danaya.trust.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.danaya.store.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CrlTest {

    private static final long SINCE = 1_600_000_000L;
    private static final String ADDRESS = "http://edge.example/crl/persons/one.crl";

    private final TestResponder responder = new TestResponder(false, false);
    private final byte[] certificate = responder.hierarchy.certificate();
    private final CrlScope complete =
            CrlScope.complete(
                    TestResponder.AUTHORITY,
                    "persons",
                    certificate,
                    responder.hierarchy.authority());

    private CrlWriter.Written write(CrlScope scope) {
        long now = responder.now.get().getEpochSecond();
        return CrlWriter.write(responder.index, scope, 0, 7, now, now + 3_600);
    }

    private X509CRLHolder read(byte[] list) throws Exception {
        assertThat(ASN1Primitive.fromByteArray(list).getEncoded(ASN1Encoding.DER)).isEqualTo(list);
        X509CRLHolder read = new X509CRLHolder(list);
        PublicKey key = responder.hierarchy.authority().publicKey();
        assertThat(read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)))
                .isTrue();
        return read;
    }

    @Test
    void itTellsTheRevokedAndSuspendedWithReasonAndDates() throws Exception {
        responder.put(BigInteger.valueOf(200), StatusWord.GOOD, 0);
        responder.put(BigInteger.valueOf(201), StatusWord.revoked(SINCE, 1, true), SINCE - 60);
        responder.put(BigInteger.valueOf(3), StatusWord.revoked(SINCE, StatusWord.HOLD, false), 0);
        responder.put(BigInteger.valueOf(4), StatusWord.revoked(SINCE, 0, false), 0);
        X509CRLHolder list = read(write(complete).der());

        assertThat(list.getRevokedCertificates().size()).isEqualTo(3);
        assertThat(list.getRevokedCertificate(BigInteger.valueOf(200))).isNull();
        Map<Integer, Integer> reasons = new TreeMap<>();
        for (int serial : List.of(201, 3)) {
            reasons.put(
                    serial,
                    CRLReason.getInstance(
                                    list.getRevokedCertificate(BigInteger.valueOf(serial))
                                            .getExtension(Extension.reasonCode)
                                            .getParsedValue())
                            .getValue()
                            .intValue());
        }
        assertThat(reasons).isEqualTo(Map.of(201, 1, 3, 6));
        assertThat(
                        list.getRevokedCertificate(BigInteger.valueOf(201))
                                .getExtension(Extension.invalidityDate))
                .isNotNull();
        assertThat(list.getRevokedCertificate(BigInteger.valueOf(4)).hasExtensions()).isFalse();
        assertThat(list.getExtension(Extension.cRLNumber).getParsedValue().toString())
                .isEqualTo("7");
        assertThat(list.getExtension(Extension.issuingDistributionPoint)).isNull();
    }

    @Test
    void numbersGrowAndFilesAreServedUntilTheyAreOthers(@TempDir Path folder) throws Exception {
        Crls crls =
                new Crls(
                        responder.index,
                        new CrlTable(JdbcClient.create(TestDatabase.freshSource())),
                        folder.resolve("crl"),
                        Duration.ofDays(1),
                        ((InstantSource) responder.now::get).withZone(ZoneOffset.UTC));
        CrlScope part =
                CrlScope.part(
                        TestResponder.AUTHORITY,
                        "persons/one.crl",
                        profile -> profile == 1,
                        ADDRESS,
                        certificate,
                        responder.hierarchy.authority());
        PublishedFiles served = PublishedFiles.lists(folder);
        for (int number = 1; number <= 3; number++) {
            responder.put(BigInteger.valueOf(number), StatusWord.revoked(SINCE, 4, false), 0);
            CrlTable.Published published = crls.publish(part, 0);
            assertThat(published.number()).isEqualTo(number);
            assertThat(published.entries()).isEqualTo(number);
            byte[] bytes =
                    served.answer(TestResponder.request("GET", "/crl/persons/one.crl", new byte[0]))
                            .body();
            assertThat(read(bytes).getRevokedCertificates().size()).isEqualTo(number);
        }
    }

    @Test
    void opensslAndGnutlsReadALongOne(@TempDir Path folder) throws Exception {
        IntStream.range(1, 20_001)
                .forEach(
                        i ->
                                responder.put(
                                        BigInteger.ONE.shiftLeft(100).add(BigInteger.valueOf(i)),
                                        StatusWord.revoked(SINCE + i, i % 6, false),
                                        0));
        byte[] holder =
                responder.holder(BigInteger.valueOf(77), StatusWord.revoked(SINCE, 1, false));
        Files.write(folder.resolve("list.crl"), write(complete).der());
        Files.write(folder.resolve("ca.pem"), TestHierarchy.pem(certificate));
        Files.write(folder.resolve("holder.pem"), TestHierarchy.pem(holder));

        assertThat(run(folder, "openssl crl -inform DER -in list.crl -CAfile ca.pem -out list.pem"))
                .contains("verify OK");
        assertThat(
                        run(
                                folder,
                                "openssl verify -crl_check -CRLfile list.pem -CAfile ca.pem"
                                        + " holder.pem"))
                .contains("certificate revoked");
        assertThat(run(folder, "certtool --crl-info --inder --infile list.crl"))
                .contains("Revoked certificates (20001)", "CRL Number");
    }

    @Test
    void nssHeedsTheCompleteOne(@TempDir Path folder) throws Exception {
        byte[] revoked =
                responder.holder(BigInteger.valueOf(77), StatusWord.revoked(SINCE, 1, false));
        Files.write(folder.resolve("list.crl"), write(complete).der());
        Files.write(folder.resolve("ca.pem"), TestHierarchy.pem(certificate));
        Files.write(folder.resolve("holder.pem"), TestHierarchy.pem(revoked));
        assertThat(run(folder, "certutil -N -d sql:. --empty-password")).isEmpty();
        assertThat(run(folder, "certutil -A -d sql:. -n ca -t CT,C,C -a -i ca.pem")).isEmpty();
        assertThat(run(folder, "crlutil -I -d sql:. -i list.crl")).isEmpty();
        assertThat(run(folder, "crlutil -L -d sql:.")).contains("ca ");
        assertThat(run(folder, "certutil -A -d sql:. -n holder -t ,, -a -i holder.pem")).isEmpty();
        assertThat(run(folder, "certutil -V -d sql:. -n holder -u C -e"))
                .contains("has been revoked");
    }

    private static String run(Path folder, String command) throws Exception {
        String[] words = command.split(" ");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", words[0])), words[0] + " isn't there");
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

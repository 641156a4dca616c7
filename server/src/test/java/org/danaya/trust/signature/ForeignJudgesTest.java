package org.danaya.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.danaya.trust.signature.ades.Appearance;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.Standing;
import org.danaya.trust.validation.ValidationOutcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What poppler, xmlsec1 and OpenSSL say of our signatures. About 10 seconds. */
class ForeignJudgesTest {

    private static final TestSigning KIT = new TestSigning();
    private static final SignedFile ACT =
            new SignedFile("acte.xml", "<acte>1000</acte>".getBytes(StandardCharsets.UTF_8));

    @TempDir private static Path folder;

    @BeforeAll
    static void certificatesAreWritten() throws IOException {
        write("root.pem", KIT.hierarchy.rootCertificate());
        write("issuer.pem", KIT.hierarchy.issuerCertificate());
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void popplerAcceptsEveryLevelAndSeesAnAlteredPage(SignatureLevel level) throws Exception {
        SignedFile signed = KIT.sign(SignatureForm.PADES, level, TestSigning.pdf(1));
        assertThat(run("pdfsig", "-nocert", file(signed)))
                .contains("ETSI.CAdES.detached")
                .contains("Signature is Valid.");
        kept(level + ".pdf", signed.bytes());
        kept("root.pem", Files.readAllBytes(folder.resolve("root.pem")));
        byte[] altered = signed.bytes().clone();
        altered[new String(altered, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 12] ^= 1;
        assertThat(run("pdfsig", "-nocert", file(new SignedFile("altered.pdf", altered))))
                .contains("Digest Mismatch");
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void xmlsecAcceptsEveryLevelAndSeesAnotherAmount(SignatureLevel level) throws Exception {
        SignedFile signed = KIT.sign(SignatureForm.XADES, level, ACT);
        assertThat(xmlsec(signed)).startsWith("OK");
        String altered = new String(signed.bytes(), StandardCharsets.UTF_8).replace("1000", "9000");
        assertThat(xmlsec(new SignedFile("altered.xml", altered.getBytes(StandardCharsets.UTF_8))))
                .contains("FAIL");
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void opensslAcceptsEveryLevelAndSeesAnotherAmount(SignatureLevel level) throws Exception {
        SignedFile signed = KIT.sign(SignatureForm.CADES, level, ACT);
        assertThat(openssl(signed)).contains("CMS Verification successful");
        byte[] altered = signed.bytes().clone();
        altered[new String(altered, StandardCharsets.ISO_8859_1).indexOf("1000")] = '9';
        assertThat(openssl(new SignedFile("altered.p7m", altered)))
                .contains("Verification failure");
    }

    @Test
    void aVisibleSignatureSaysWhoInTheLettersOfTheCountry() throws Exception {
        List<String> lines =
                List.of(
                        "Signé par Fɛnɛ Ɲɔgɔn Ŋana (exemple)",
                        "Secrétaire général",
                        "Ministère d’exemple",
                        "22 novembre 2026 à 12:00");
        SignedFile once =
                KIT.engine.sign(
                        KIT.key(KIT.person),
                        order(TestSigning.pdf(2), new Appearance(2, 60, 600, 200, 70, lines)));
        SignedFile twice =
                KIT.engine.sign(
                        KIT.key(KIT.hierarchy.person("Kadi", "Exemple")),
                        order(once, new Appearance(1, 320, 600, 200, 70, lines)));
        assertThat(run("pdfsig", "-nocert", file(twice))).contains("Signature #2");
        Path picture = folder.resolve("page");
        run(
                "pdftoppm",
                "-r",
                "60",
                "-f",
                "1",
                "-png",
                "-singlefile",
                file(twice),
                picture.toString());
        Path kept = Path.of("target", "screenshots", "visible-signature.png");
        Files.createDirectories(kept.getParent());
        Files.copy(
                folder.resolve("page.png"),
                kept,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("pdftotext", file(twice), "-")).contains("Fɛnɛ Ɲɔgɔn Ŋana");
        ValidationOutcome.Checked checked =
                (ValidationOutcome.Checked) KIT.validator().check(twice, List.of(), Locale.FRENCH);
        assertThat(checked.signatures())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.standing()).isEqualTo(Standing.HOLDS));
    }

    @Test
    void aSignatureIsRaisedLater() {
        for (SignatureForm form : SignatureForm.values()) {
            SignedFile made =
                    KIT.sign(
                            form,
                            SignatureLevel.B,
                            form == SignatureForm.PADES ? TestSigning.pdf(1) : ACT);
            SignedFile raised = KIT.engine.extend(made, form, SignatureLevel.LTA);
            SignedFile again = KIT.engine.extend(raised, form, SignatureLevel.LTA);
            ValidationOutcome.Checked checked =
                    (ValidationOutcome.Checked)
                            KIT.validator().check(again, List.of(), Locale.FRENCH);
            assertThat(checked.signatures().getFirst().level()).as(form.code()).endsWith("LTA");
            assertThat(checked.holds()).as(form.code()).isTrue();
        }
    }

    private static SigningOrder order(SignedFile file, Appearance appearance) {
        return new SigningOrder(
                SignatureForm.PADES,
                SignatureLevel.T,
                List.of(file),
                KIT.now,
                "",
                Optional.of(appearance));
    }

    private static String xmlsec(SignedFile signed) throws Exception {
        return run(
                "xmlsec1",
                "--verify",
                "--trusted-pem",
                folder.resolve("root.pem").toString(),
                "--untrusted-pem",
                folder.resolve("issuer.pem").toString(),
                "--id-attr:Id",
                "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                file(signed));
    }

    private static String openssl(SignedFile signed) throws Exception {
        return run(
                "openssl",
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                file(signed),
                "-CAfile",
                folder.resolve("root.pem").toString(),
                "-certfile",
                folder.resolve("issuer.pem").toString(),
                "-purpose",
                "any",
                "-binary",
                "-out",
                folder.resolve("content").toString());
    }

    /** For the bench of validation. */
    private static void kept(String name, byte[] bytes) throws IOException {
        Path signed = Files.createDirectories(Path.of("target", "signed"));
        Files.write(signed.resolve(name), bytes);
    }

    private static String file(SignedFile file) throws IOException {
        return Files.write(folder.resolve(file.name()), file.bytes()).toString();
    }

    private static void write(String name, X509Certificate certificate) throws IOException {
        Files.writeString(
                folder.resolve(name), DSSUtils.convertToPEM(new CertificateToken(certificate)));
    }

    private static String run(String... command) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", command[0])),
                command[0] + " is not installed");
        Process process =
                new ProcessBuilder(new ArrayList<>(List.of(command)))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}

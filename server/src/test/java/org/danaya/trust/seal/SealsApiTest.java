package org.danaya.trust.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.danaya.app.TestPlatform;
import org.danaya.base.Sha256;
import org.danaya.programs.Grant;
import org.danaya.programs.TestApiKeys;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.signature.TestSigning;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals by API, through HTTP, on the shared platform. About 10 seconds. */
class SealsApiTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOUNDARY = "exemple";

    @TempDir private Path folder;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void aProgramSealsAPdfThatOthersAccept() throws Exception {
        UUID structure = TestSeals.certified("sceau-pdf", "Direction du sceau (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        byte[] pdf = TestSigning.pdf(1).bytes();
        HttpResponse<byte[]> answer = seal(key, "?structure=sceau-pdf", pdf, "");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Danaya-Seal-Format")).contains("pades");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("exemple.pdf");
        ValidationOutcome.Checked checked =
                (ValidationOutcome.Checked)
                        TestPlatform.bean(Validations.class)
                                .check(
                                        new SignedFile("exemple.pdf", answer.body()),
                                        List.of(),
                                        java.util.Locale.FRENCH);
        assertThat(checked.signatures()).hasSize(1);
        assertThat(checked.signatures().getFirst().by().seal()).isTrue();
        assertThat(pdfsig(answer.body()))
                .contains("Signature is Valid", "Cachet Direction du sceau (exemple)");
        String after = HexFormat.of().formatHex(Sha256.of(answer.body()));
        UUID seal = UUID.fromString(answer.headers().firstValue("Danaya-Seal").orElseThrow());
        assertThat(
                        SQL.sql(
                                        """
                                        select encode(after_sha256, 'hex') from seal.seal
                                        where id = ? and api_key = ? and structure = ?
                                        """)
                                .params(seal, key.id(), structure)
                                .query(String.class)
                                .single())
                .isEqualTo(after);
        assertThat(
                        SQL.sql(
                                        """
                                        select count(*) from audit.entry where act = 'seal.sealed'
                                        and subject = ? and actor_kind = 'KEY' and actor = ?
                                        """)
                                .params("seal:" + seal, key.id().toString())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        SQL.sql("select count(*) from log.leaf where reference = ?")
                                .param("seal:made:" + seal)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        HttpResponse<String> listed =
                CLIENT.send(
                        HttpRequest.newBuilder(TestPlatform.address().resolve(SealsApi.PATH))
                                .header("Authorization", key.header())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(listed.body())
                .contains(after, key.id().toString())
                .doesNotContain("exemple.pdf");
    }

    @Test
    void everyFormatIsMade() throws Exception {
        UUID structure = TestSeals.certified("sceau-formes", "Formes (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        byte[] plain = "Un exemple".getBytes(StandardCharsets.UTF_8);
        byte[] xml = "<exemple/>".getBytes(StandardCharsets.UTF_8);
        assertThat(made(seal(key, "", plain, ""))).isEqualTo("asic-e-xades");
        assertThat(made(seal(key, "", xml, ""))).isEqualTo("xades");
        for (String format : List.of("xades", "cades", "jades", "asic-e-xades", "asic-e-cades")) {
            assertThat(made(seal(key, "?level=b&format=" + format, plain, ""))).isEqualTo(format);
        }
        refused(seal(key, "?format=pades", plain, ""), 400, "signature.file-unsignable");
        refused(seal(key, "?format=PAdES", plain, ""), 400, "seal.wrong-parameter");
        refused(seal(key, "?level=ltv", plain, ""), 400, "seal.wrong-parameter");
    }

    @Test
    void theSameRequestIsAnsweredAlikeAndSealedOnce() throws Exception {
        UUID structure = TestSeals.certified("sceau-encore", "Encore (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        byte[] pdf = TestSigning.pdf(1).bytes();
        HttpResponse<byte[]> first = seal(key, "", pdf, "facture-1");
        HttpResponse<byte[]> again = seal(key, "", pdf, "facture-1");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Danaya-Seal"))
                .isEqualTo(first.headers().firstValue("Danaya-Seal"));
        refused(seal(key, "?level=t", pdf, "facture-1"), 409, "seal.other-request");
        refused(seal(key, "", pdf, "x".repeat(101)), 400, "seal.wrong-parameter");
        assertThat(
                        SQL.sql("select count(*) from seal.seal where structure = ?")
                                .param(structure)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aCertificateThatIsNotInForceSealsNothing() throws Exception {
        UUID structure = TestSeals.structure("sceau-suspendu", "Suspendue (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        byte[] pdf = TestSigning.pdf(1).bytes();
        refused(seal(key, "", pdf, ""), 409, "seal.no-certificate");
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        Certificate certificate =
                PlatformSeals.certify(
                        TestPlatform::bean, structure, "Suspendue (exemple)", "Suspendue");
        assertThat(seal(key, "", pdf, "").statusCode()).isEqualTo(200);
        Revocations revocations = TestPlatform.bean(Revocations.class);
        revocations.suspend(certificate.id());
        refused(seal(key, "", pdf, ""), 409, "seal.certificate-suspended");
        revocations.release(certificate.id());
        assertThat(seal(key, "", pdf, "").statusCode()).isEqualTo(200);
        revocations.revoke(
                certificate.id(),
                org.danaya.trust.authority.RevocationReason.SUPERSEDED,
                Optional.empty());
        refused(seal(key, "", pdf, ""), 409, "seal.certificate-ended");
    }

    @Test
    void nobodySealsForWhomTheyMayNot() throws Exception {
        UUID structure = TestSeals.certified("sceau-mien", "Mienne (exemple)");
        TestSeals.certified("sceau-autre", "Autre (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        byte[] pdf = TestSigning.pdf(1).bytes();
        refused(seal(key, "?structure=sceau-autre", pdf, ""), 403, "base.out-of-reach");
        refused(seal(key, "?structure=sceau-nulle-part", pdf, ""), 400, "seal.unknown-structure");
        TestApiKeys.Given reading =
                TestApiKeys.give(
                        TestPlatform::bean,
                        structure,
                        TestSeals.keeper(structure),
                        Grant.READ_SEALS);
        refused(seal(reading, "", pdf, ""), 403, "page.forbidden");
        TestApiKeys.revoke(TestPlatform::bean, key.id());
        refused(seal(key, "", pdf, ""), 401, "programs.revoked");
        try (TestSessions keeper =
                TestSessions.signedIn(
                        TestPlatform.address(), TestPlatform::bean, TestSeals.keeper(structure))) {
            // A session seals nothing here, form mark or not: that takes a passkey, in the console.
            assertThat(keeper.post(SealsApi.PATH, Map.of("x", "y")).body())
                    .contains("seal.keys-alone");
            assertThat(keeper.forged(SealsApi.PATH).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whatIsHostileIsNotSealed() throws Exception {
        UUID structure = TestSeals.certified("sceau-hostile", "Hostile (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        refused(seal(key, "", pdf(Trick.SCRIPT), ""), 400, "seal.active");
        refused(seal(key, "", pdf(Trick.PASSWORD), ""), 400, "seal.dangerous");
        refused(seal(key, "", new byte[0], ""), 400, "seal.dangerous");
        refused(
                seal(key, "", "%PDF-1.7\nrien".getBytes(StandardCharsets.US_ASCII), ""),
                400,
                "seal.dangerous");
        refused(
                seal(
                        key,
                        "",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
                                .getBytes(StandardCharsets.US_ASCII),
                        ""),
                400,
                "seal.dangerous");
        HttpResponse<byte[]> huge = seal(key, "", new byte[17 << 20], "");
        assertThat(huge.statusCode()).isEqualTo(413);
        HttpResponse<String> none =
                CLIENT.send(
                        HttpRequest.newBuilder(TestPlatform.address().resolve(SealsApi.PATH))
                                .header("Authorization", key.header())
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(none.body()).contains("seal.no-file");
    }

    private enum Trick {
        SCRIPT,
        PASSWORD
    }

    private static byte[] pdf(Trick trick) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (trick == Trick.SCRIPT) {
                document.getDocumentCatalog()
                        .setOpenAction(new PDActionJavaScript("app.alert('exemple')"));
            } else {
                document.protect(
                        new StandardProtectionPolicy("exemple", "exemple", new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String made(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return answer.headers().firstValue("Danaya-Seal-Format").orElseThrow();
    }

    private static void refused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(text(answer)).contains(code);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> seal(
            TestApiKeys.Given key, String query, byte[] file, String name) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"exemple.pdf\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(TestPlatform.address().resolve(SealsApi.PATH + query))
                        .header("Authorization", key.header())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        if (!name.isEmpty()) {
            request.header("Idempotency-Key", name);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String pdfsig(byte[] pdf) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdfsig")),
                "pdfsig is not installed (package poppler-utils)");
        Path file = Files.write(folder.resolve("scelle.pdf"), pdf);
        Process process =
                new ProcessBuilder("pdfsig", "-nocert", file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}

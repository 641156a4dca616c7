package org.danaya.trust.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.danaya.app.TestPlatform;
import org.danaya.base.Settings;
import org.danaya.page.Browser;
import org.danaya.store.StoreSettings;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checking a signature as the public does, in a browser and by the API. About 15 seconds. */
class ValidationPagesTest {

    private static final TestSigning KIT = new TestSigning();
    private static final SignedFile SIGNED =
            KIT.sign(SignatureForm.PADES, SignatureLevel.LT, TestSigning.pdf(1));
    private static final Path ANCHOR =
            TestPlatform.bean(Settings.class)
                    .get(StoreSettings.HOME)
                    .resolve("anchors/exemple.pem");

    @TempDir private static Path folder;

    @BeforeAll
    static void theRootIsTrusted() throws IOException {
        Files.createDirectories(ANCHOR.getParent());
        Files.writeString(
                ANCHOR,
                DSSUtils.convertToPEM(new CertificateToken(KIT.hierarchy.rootCertificate())));
    }

    @AfterAll
    static void andNoLonger() throws IOException {
        Files.delete(ANCHOR);
        Files.delete(ANCHOR.getParent());
    }

    @Test
    void aStrangerChecksAFileOnAPhone() throws IOException {
        Path file = Files.write(folder.resolve("exemple.pdf"), SIGNED.bytes());
        byte[] bytes = SIGNED.bytes().clone();
        bytes[300] ^= 1;
        Path altered = Files.write(folder.resolve("altere.pdf"), bytes);
        try (Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/validate").sees("Vérifier une signature");
            browser.accessible().screenshots("validate-ask");
            browser.upload("file", file).submit();
            browser.sees("la signature est valable")
                    .sees("Awa Exemple, pour « Ministère d’exemple »");
            browser.accessible().screenshots("validate-holds");
            String report = browser.find("a[href$='etsi.xml']").getAttribute("href");
            assertThat(get(report)).contains("ValidationReport");
            browser.upload("file", altered).submit();
            browser.sees("n’est plus celui qui a été signé");
            browser.accessible().screenshots("validate-altered");
        }
        try (Browser browser = Browser.open(TestPlatform.address(), "en")) {
            browser.go("/validate").sees("Check a signature");
            browser.upload("file", file).submit();
            browser.sees("the signature is valid");
            browser.accessible().screenshots("validate-holds-en");
        }
    }

    @Test
    void aProgramChecksAFileWithoutAnAccount() throws IOException {
        JsonNode held = post(SIGNED.bytes());
        assertThat(held.get("outcome").asString()).isEqualTo("holds");
        JsonNode signature = held.get("signatures").get(0);
        assertThat(signature.get("signer").asString()).isEqualTo("Awa Exemple");
        assertThat(signature.get("proven").asBoolean()).isTrue();
        assertThat(
                        get(
                                TestPlatform.address().resolve(held.get("reports").asString())
                                        + "simple.xml"))
                .contains("SimpleReport");
        assertThat(
                        post("bonjour".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .get("outcome")
                                .asString())
                .isEqualTo("unknown-format");
    }

    @Test
    void aReportThatIsForgottenIsSaidSo() {
        assertThat(get(TestPlatform.address().resolve("/validate/reports/00/etsi.xml").toString()))
                .contains("validation.report-gone");
    }

    private static JsonNode post(byte[] file) throws IOException {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        String head = "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"";
        body.writeBytes(
                ("--x\r\n" + head + "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return JsonMapper.builder()
                .build()
                .readTree(
                        send(
                                HttpRequest.newBuilder(
                                                TestPlatform.address()
                                                        .resolve("/api/v1/validations"))
                                        .header("Content-Type", "multipart/form-data; boundary=x")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofByteArray(
                                                        body.toByteArray()))));
    }

    private static String get(String address) {
        return send(
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json"));
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

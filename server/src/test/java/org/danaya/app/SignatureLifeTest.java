package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.crypto.TokenKey;
import org.danaya.crypto.Tokens;
import org.danaya.page.Browser;
import org.danaya.page.Language;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.signature.AdesEngine;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SigningKey;
import org.danaya.trust.signature.SigningOrder;
import org.danaya.trust.signature.TestSigning;
import org.danaya.trust.validation.SignedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole life of a signature, on an empty installation with a rehearsed ceremony: the wish for a
 * certificate, its approval, a PDF signed in the browser with our own timestamps and status, its
 * check by a stranger, and the revocation. About 60 seconds.
 */
class SignatureLifeTest {

    private static final String DESK = "/console/certificates";
    private static final String STRUCTURE = "Direction des exemples (exemple)";

    @TempDir private Path folder;

    @Test
    void fromTheWishForACertificateToItsRevocation() throws Exception {
        try (RehearsedPlatform platform = new RehearsedPlatform(folder);
                Browser holding = Browser.open(platform.address());
                Browser office = Browser.open(platform.address());
                Browser stranger = Browser.open(platform.address())) {
            UUID holder = platform.enrol(holding, "Awa", "Signataire");
            platform.appoint(holder, STRUCTURE);
            String request = ask(platform, holding);
            long id = approved(platform, office, request);

            holding.go("/console/signatures")
                    .sees("Vous signez avec le certificat de Awa Signataire");
            Path signed = sign(holding);
            timestamped(platform, signed);
            judged(signed);
            holds(stranger, signed, "la signature est valable", "signature-life");

            Certificate certificate = platform.bean(Certificates.class).get(id);
            Instant revoked = revoke(platform, office, id);
            System.out.println(
                    "Revoked certificate seen in OCSP and CRL after "
                            + seenRevoked(platform, certificate, revoked).toMillis()
                            + " ms");

            holds(
                    stranger,
                    signed,
                    "la signature était valable à cette date",
                    "signature-life-after");
            refused(platform, holding, stranger, certificate);
        }
    }

    private static String ask(RehearsedPlatform platform, Browser browser) {
        browser.go("/console/signatures").sees("certificat de signature");
        browser.accessible().screenshots("signature-life-none");
        browser.press("Demander un certificat").sees("Pour quelle fonction");
        browser.press("Directrice").sees("Voici ce que dira le certificat");
        browser.press("Continuer").sees("Vérifiez votre demande");
        browser.press("Envoyer la demande").sees("La demande est envoyée");
        return platform.bean(JdbcClient.class)
                .sql("select id from authority.request")
                .query(UUID.class)
                .single()
                .toString();
    }

    /** Examined by one officer, approved by another with a passkey. */
    private static long approved(RehearsedPlatform platform, Browser browser, String request) {
        String page = DESK + "/requests/" + request;
        UUID approver = platform.enrol(browser, "Kadi", "Approbatrice");
        TestAccounts.give(platform::bean, approver, Role.APPROVER, Optional.empty());
        try (TestSessions officer = officer(platform);
                TestSessions approving =
                        TestSessions.signedIn(platform.address(), platform::bean, approver)) {
            officer.into(browser).go(page).sees("Vérifications");
            browser.choose("check", "identity-document");
            browser.choose("check", "presence").choose("check", "function");
            browser.press("Enregistrer les vérifications").sees("sont faites");
            browser.press("Préparer le certificat").sees("C’est exactement ce qui sera signé");
            approving.into(browser).go(page).sees("Approuver avec ma clé d’accès");
            browser.press("Approuver avec ma clé d’accès").sees("Le certificat est émis");
            return Long.parseLong(browser.path().substring((DESK + "/").length()));
        }
    }

    private static TestSessions officer(RehearsedPlatform platform) {
        return TestSessions.signedIn(
                platform.address(),
                platform::bean,
                TestAccounts.with(platform::bean, Role.REGISTRATION_OFFICER));
    }

    /** As people do: dropped, placed, confirmed, downloaded. */
    private Path sign(Browser browser) throws IOException {
        Path file = Files.write(folder.resolve("contrat.pdf"), TestSigning.pdf(2).bytes());
        browser.press("Signer ou faire signer").sees("Le fichier");
        browser.upload("file", file).submit().sees("Inviter un autre signataire");
        browser.press("Placer la signature").sees("Touchez la page");
        new Actions(browser.driver())
                .moveToElement(browser.find("input[type=image]"), 40, 120)
                .click()
                .perform();
        browser.sees("La signature est placée");
        browser.press("Signer maintenant").sees("Signer avec ma clé d’accès").submit();
        browser.sees("Signé par tous").accessible().screenshots("signature-life-signed");
        String address = browser.find("a.ds-button[download]").getAttribute("href");
        var session = browser.driver().manage().getCookies();
        StringBuilder cookies = new StringBuilder();
        session.forEach(c -> cookies.append(c.getName()).append('=').append(c.getValue() + "; "));
        return Files.write(
                folder.resolve("contrat-signe.pdf"),
                RehearsedPlatform.fetched(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Cookie", cookies.toString())));
    }

    /** The command asks our own service; OpenSSL and the command itself judge the answer. */
    private void timestamped(RehearsedPlatform platform, Path file) throws Exception {
        String service = platform.edgeAddress().resolve("/tsa").toString();
        assertThat(danaya("timestamp", file.toString(), "--server", service)).isZero();
        assertThat(danaya("timestamp", file.toString(), "--server", service))
                .as("no answer is replaced")
                .isEqualTo(3);
        Path answer = file.resolveSibling(file.getFileName() + ".tsr");
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        String verify = answer.toString();
        String[] check = {
            "timestamp", file.toString(), "--verify", verify, "--anchors", anchors.toString()
        };
        assertThat(danaya(check)).as("nobody is trusted yet").isEqualTo(1);
        Path root =
                Files.move(
                        RehearsedPlatform.pem(folder.resolve("tsa-root"), platform.root()),
                        anchors.resolve("root.pem"));
        assertThat(danaya(check)).isZero();
        assertThat(
                        RehearsedPlatform.run(
                                "openssl",
                                "ts",
                                "-verify",
                                "-data",
                                file.toString(),
                                "-in",
                                verify,
                                "-CAfile",
                                root.toString()))
                .contains("Verification: OK");
        anyDigest(platform, file, anchors);
        Path other = Files.writeString(folder.resolve("other.txt"), "autre");
        check[1] = other.toString();
        assertThat(danaya(check)).as("another file").isEqualTo(1);
        check[3] = other.toString();
        assertThat(danaya(check)).as("no token").isEqualTo(1);
        assertThat(danaya("timestamp", other.toString(), "--server", "http://127.0.0.1:1/tsa"))
                .as("nobody there")
                .isEqualTo(3);
    }

    /** Whatever digest somebody else's client chose, of those that our service takes. */
    private void anyDigest(RehearsedPlatform platform, Path file, Path anchors) throws Exception {
        for (String digest : List.of("sha384", "sha512", "sha3-256", "sha3-384", "sha3-512")) {
            Path query = folder.resolve(digest + ".tsq");
            RehearsedPlatform.run(
                    "openssl",
                    "ts",
                    "-query",
                    "-data",
                    file.toString(),
                    "-" + digest,
                    "-cert",
                    "-out",
                    query.toString());
            Path answer =
                    Files.write(
                            folder.resolve(digest + ".tsr"),
                            RehearsedPlatform.fetched(
                                    HttpRequest.newBuilder(platform.edgeAddress().resolve("/tsa"))
                                            .header("Content-Type", "application/timestamp-query")
                                            .POST(HttpRequest.BodyPublishers.ofFile(query))));
            String[] check = {
                "timestamp",
                file.toString(),
                "--verify",
                answer.toString(),
                "--anchors",
                anchors.toString()
            };
            assertThat(danaya(check)).as(digest).isZero();
            check[1] = query.toString();
            assertThat(danaya(check)).as("%s of another file", digest).isEqualTo(1);
        }
    }

    private static int danaya(String... words) {
        return Danaya.commandLine(Language.FRENCH).execute(words);
    }

    private static void judged(Path signed) throws Exception {
        assertThat(RehearsedPlatform.run("pdfsig", "-nocert", signed.toString()))
                .contains("Signature is Valid.")
                .contains("ETSI.CAdES.detached")
                .contains("Horodatage")
                .contains("Total document signed");
    }

    /** No account: whoever has the file may ask. */
    private static void holds(Browser browser, Path signed, String sentence, String name) {
        browser.go("/validate").sees("Vérifier une signature");
        browser.upload("file", signed).submit();
        browser.sees(sentence).sees("Awa Signataire, pour « " + STRUCTURE);
        browser.sees("PAdES-BASELINE-LTA").accessible().screenshots(name);
    }

    private static Instant revoke(RehearsedPlatform platform, Browser browser, long id) {
        try (TestSessions officer = officer(platform)) {
            officer.into(browser).go(DESK + "/" + id + "/revoke").sees("Pourquoi le révoquer");
            browser.choose("reason", "affiliation-changed").press("Continuer");
            browser.sees("Ce qui va se passer");
            Instant pressed = Instant.now();
            browser.press("Révoquer définitivement").sees("Le certificat est révoqué");
            return pressed;
        }
    }

    /** What OpenSSL is told at the addresses that the certificate itself names. */
    private Duration seenRevoked(
            RehearsedPlatform platform, Certificate certificate, Instant revoked) throws Exception {
        Path own = Files.write(folder.resolve("own.cer"), certificate.der());
        Authority issuer =
                platform.bean(Authorities.class).all().stream()
                        .filter(each -> each.id() == certificate.authority())
                        .findFirst()
                        .orElseThrow();
        Path issuing = RehearsedPlatform.pem(folder.resolve("issuer.cer"), issuer.certificate());
        Path holder = RehearsedPlatform.pem(own, certificate.der());
        Path root = RehearsedPlatform.pem(folder.resolve("root.cer"), platform.root());
        String responder =
                RehearsedPlatform.run(
                                "openssl", "x509", "-in", holder.toString(), "-noout", "-ocsp_uri")
                        .strip();
        String text =
                RehearsedPlatform.run(
                        "openssl", "x509", "-in", holder.toString(), "-noout", "-text");
        String list = text.replaceFirst("(?s).*?URI:(\\S+\\.crl).*", "$1");
        String serial = HexFormat.of().withUpperCase().formatHex(certificate.serial());
        RehearsedPlatform.until(
                "OCSP",
                () ->
                        RehearsedPlatform.run(
                                        "openssl",
                                        "ocsp",
                                        "-issuer",
                                        issuing.toString(),
                                        "-cert",
                                        holder.toString(),
                                        "-CAfile",
                                        root.toString(),
                                        "-url",
                                        responder)
                                .contains("own.cer.pem: revoked"));
        RehearsedPlatform.until(
                "CRL",
                () -> {
                    Path crl = folder.resolve("list.crl");
                    Files.write(
                            crl,
                            RehearsedPlatform.fetched(HttpRequest.newBuilder(URI.create(list))));
                    return RehearsedPlatform.run(
                                    "openssl",
                                    "crl",
                                    "-inform",
                                    "DER",
                                    "-in",
                                    crl.toString(),
                                    "-noout",
                                    "-text",
                                    "-CAfile",
                                    issuing.toString())
                            .contains(serial.replaceFirst("^(00)+", ""));
                });
        return Duration.between(revoked, Instant.now());
    }

    /** The screen offers nothing to sign with, and what the key makes elsewhere doesn't hold. */
    private void refused(
            RehearsedPlatform platform, Browser holding, Browser stranger, Certificate certificate)
            throws Exception {
        Path file = Files.write(folder.resolve("second.pdf"), TestSigning.pdf(1).bytes());
        holding.go("/console/signatures/new").upload("file", file).submit();
        holding.press("Signer maintenant").sees("pas encore de certificat de signature");
        holding.accessible().screenshots("signature-life-refused");

        List<java.security.cert.X509Certificate> chain = List.of(read(certificate.der()));
        try (TokenKey key =
                platform.bean(Tokens.class)
                        .holders()
                        .find(certificate.keyLabel().orElseThrow())
                        .orElseThrow()) {
            SignedFile late =
                    platform.bean(AdesEngine.class)
                            .sign(
                                    new SigningKey(key, chain),
                                    new SigningOrder(
                                            SignatureForm.PADES,
                                            SignatureLevel.B,
                                            List.of(TestSigning.pdf(1)),
                                            Clock.systemUTC().instant(),
                                            "",
                                            Optional.empty()));
            Path stolen = Files.write(folder.resolve("late.pdf"), late.bytes());
            stranger.go("/validate").upload("file", stolen).submit();
            stranger.sees("a été révoqué").accessible().screenshots("signature-life-late");
        }
    }

    private static java.security.cert.X509Certificate read(byte[] der) throws Exception {
        return (java.security.cert.X509Certificate)
                java.security.cert.CertificateFactory.getInstance("X.509")
                        .generateCertificate(new java.io.ByteArrayInputStream(der));
    }
}

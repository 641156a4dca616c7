package org.danaya.trust.trustlist.console;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.TLSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.ListJudge;
import org.danaya.trust.trustlist.ListVerdict;
import org.danaya.trust.trustlist.TestLists;
import org.danaya.trust.trustlist.foreign.TestAnchors;
import org.danaya.trust.trustlist.foreign.TrustedServices;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.TrustedList;
import org.danaya.trust.validation.TrustAnchors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From an empty list to two editions, by two people, in a browser; and what strangers get of it.
 */
class TrustListStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir Path folder;

    @Test
    void twoPeoplePublishAListThatDssAccepts() throws Exception {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer =
                        TestSessions.signedInAs(Role.SECURITY_OFFICER, Role.APPROVER);
                Browser editor = Browser.open(TestPlatform.address());
                Browser approver = Browser.open(TestPlatform.address())) {
            enrol(approver, administrator);
            editor.go("/trust-list").sees("Aucune liste n’a encore été publiée").accessible();
            officer.into(editor.go("/"));
            draft(editor);
            nobodyApprovesTheirOwn(officer);
            approve(approver, "list-approval-fr");
            byte[] first = published(1);
            judge(first);
            withdraw(editor);
            approver.go("/console/trust-list/draft").sees("passe de « Qualifié » à « Retiré »");
            giveBack(approver, editor);
            approve(approver, "list-withdrawal-fr");
            assertThat(published(2)).isNotEqualTo(first);
            anchors();
            TestLists.losePublishedFilesAndPublish();
            assertThat(published(2)).isNotEqualTo(first);
            elsewhere(editor);
            strangers(editor);
            approver.go("/console/trust-list/editions").sees("Édition 2").accessible();
            approver.screenshots("list-editions-fr");
            approver.go("/console/trust-list").sees("Retiré").accessible().quiet();
            approver.screenshots("list-overview-fr");
            approver.press("English").sees("Withdrawn").accessible();
            approver.screenshots("list-overview-en");
        }
    }

    private void draft(Browser editor) throws Exception {
        Path certificate =
                Files.write(
                        folder.resolve("exemple.cer"),
                        TestLists.key("story", KeyAlgorithm.EC_P256).certificate());
        editor.go("/console/trust-list").sees("Aucune liste n’est publiée").accessible();
        editor.screenshots("list-empty-fr");
        editor.press("Ouvrir un projet").sees("Un point empêche").accessible();
        editor.go("/console/trust-list/draft/scheme").sees("Remplacez tous les exemples");
        editor.accessible().screenshots("list-scheme-fr");
        editor.type("operator-fr", "Agence (exemple)").type("operator-en", "Agency (example)");
        editor.submit().sees("contiennent encore des exemples");
        editor.go("/console/trust-list/draft/scheme").type("street", "Rue de l’Agence, 1");
        editor.type("locality", "Bamako").type("legal-fr", "Mention (exemple).");
        editor.type("legal-en", "Notice (example).").submit().sees("Le projet est enregistré");
        editor.go("/console/trust-list/draft/providers/new").submit().sees("erreurs à corriger");
        editor.type("name-fr", "Prestataire du Sahel (exemple)");
        editor.type("name-en", "Sahel provider (example)");
        editor.type("registration", "1234").type("street", "Avenue de l’Exemple, 1");
        editor.type("locality", "Bamako").type("country", "ML");
        editor.type("mail", "aide@example.org").type("site", "https://example.org/");
        editor.type("information", "https://example.org/politiques").submit();
        editor.sees("doit être un registre").accessible().screenshots("list-provider-wrong-fr");
        editor.type("registration", "NTRML-EXEMPLE.2026").submit();
        editor.sees("Ajoutez maintenant son premier service").accessible();
        editor.choose("type", "ca-qc").type("name-fr", "Certificats de personnes (exemple)");
        editor.type("name-en", "Certificates of persons (example)");
        Path wrong = Files.writeString(folder.resolve("autre.txt"), "rien");
        editor.upload("certificate", wrong).submit().sees("ne se lit pas comme un certificat");
        editor.upload("certificate", certificate);
        editor.driver().findElement(org.openqa.selenium.By.id("field-purposes")).click();
        editor.screenshots("list-service-fr").submit();
        editor.sees("Ce qui a été compris du certificat").sees("n’est pas celui d’une autorité");
        editor.accessible().screenshots("list-check-fr");
        editor.press("Ajouter au projet").sees("entre dans la liste").accessible();
        editor.screenshots("list-draft-fr");
        editor.go("/console/trust-list/keys").sees("Aucune clé").accessible();
        editor.press("Créer une clé").sees("La clé est créée").accessible();
        editor.screenshots("list-keys-fr");
        editor.go("/console/trust-list/draft").press("Soumettre à l’approbation");
        editor.sees("Le projet est soumis").accessible();
    }

    /** Whoever had a hand in a draft is refused, whatever their roles. */
    private static void nobodyApprovesTheirOwn(TestSessions officer) {
        assertThat(officer.get("/console/trust-list/draft/approval").body())
                .contains("Vous avez travaillé à ce projet")
                .doesNotContain("data-passkey");
        int version =
                SQL.sql("select version from trustlist.draft where state = 'submitted'")
                        .query(Integer.class)
                        .single();
        var refused =
                officer.post(
                        "/console/trust-list/draft/approval",
                        Map.of(
                                "version",
                                Integer.toString(version),
                                "issued",
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                                "challenge",
                                "none",
                                "credential",
                                "{}"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Vous avez travaillé à ce projet");
        assertThat(SQL.sql("select count(*) from trustlist.edition").query(Long.class).single())
                .isZero();
    }

    private static void withdraw(Browser editor) {
        editor.go("/console/trust-list").press("Ouvrir un projet").sees("c’est un renouvellement");
        editor.press("Certificats de personnes (exemple)").sees("Changer l’état").accessible();
        editor.screenshots("list-one-fr");
        editor.press("Changer le nom").sees("reste dans l’historique");
        editor.type("reason", "Décision d’exemple").submit().sees("C’est déjà le nom");
        editor.accessible().type("name-fr", "Certificats des citoyens (exemple)");
        editor.screenshots("list-name-fr").submit();
        editor.sees("Certificats des citoyens (exemple)").sees("reste « Qualifié »").accessible();
        editor.screenshots("list-renamed-fr");
        editor.press("Certificats des citoyens (exemple)").sees("Nom précédent");
        editor.press("Changer l’état").sees("jamais modifié").submit().sees("à corriger");
        editor.accessible();
        editor.driver()
                .findElement(org.openqa.selenium.By.cssSelector("input[value=withdrawn]"))
                .click();
        editor.type("reason", "Décision d’exemple").screenshots("list-state-fr");
        editor.submit().sees("passe de « Qualifié » à « Retiré »").accessible();
        editor.press("Soumettre à l’approbation").sees("Le projet est soumis");
    }

    private static void giveBack(Browser approver, Browser editor) {
        approver.go("/console/trust-list/draft/approval").sees("Décision d’exemple");
        approver.type("reason", "Date à confirmer");
        approver.press("Renvoyer le projet").sees("renvoyé à ses auteurs");
        editor.go("/console/trust-list/draft").sees("Date à confirmer").accessible();
        editor.screenshots("list-returned-fr");
        editor.press("Soumettre à l’approbation").sees("Le projet est soumis");
    }

    private static void approve(Browser approver, String picture) {
        approver.go("/console/trust-list/draft/approval").sees("octet par octet").accessible();
        approver.quiet().screenshots(picture);
        approver.press("Approuver et publier").sees("est approuvée et signée").accessible();
    }

    private static void enrol(Browser browser, TestSessions administrator) {
        browser.authenticator();
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", "Approbatrice"))
                        .body();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple Approbatrice");
        browser.type("label", "Appareil de liste").submit().sees("Codes de secours");
        UUID account =
                SQL.sql("select account_id from signin.passkey where label = 'Appareil de liste'")
                        .query(UUID.class)
                        .single();
        TestAccounts.give(TestPlatform::bean, account, Role.APPROVER, Optional.empty());
    }

    /** The list at the edge, once its edition is the one that is told. */
    private static byte[] published(long edition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        String mark = "<TSLSequenceNumber>" + edition + "</TSLSequenceNumber>";
        while (true) {
            HttpResponse<byte[]> answer = edge("/tl/danaya-tl.xml");
            if (answer.statusCode() == 200
                    && new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
                            .contains(mark)) {
                assertThat(edge("/tl/danaya-tl.sha2").body())
                        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(answer.body()));
                return answer.body();
            }
            assertThat(Instant.now()).as("edition %d at the edge", edition).isBefore(end);
            Thread.sleep(100);
        }
    }

    /** DSS's own job, as a relying party runs it. */
    private static void judge(byte[] list) throws Exception {
        byte[] signer = get(TestPlatform.address(), "/trust-list/signers/current").body();
        CommonTrustedCertificateSource expected = new CommonTrustedCertificateSource();
        expected.addCertificate(DSSUtils.loadCertificate(signer));
        TLSource source = new TLSource();
        source.setUrl("https://example.org/tl/danaya-tl.xml");
        source.setCertificateSource(expected);
        TLValidationJob job = new TLValidationJob();
        job.setOfflineDataLoader(_ -> new InMemoryDocument(list));
        job.setTrustedListSources(source);
        TrustedListsCertificateSource anchors = new TrustedListsCertificateSource();
        job.setTrustedListCertificateSource(anchors);
        job.offlineRefresh();
        var info = job.getSummary().getOtherTLInfos().getFirst();
        assertThat(info.getParsingCacheInfo().isSynchronized())
                .as(String.valueOf(info.getParsingCacheInfo().getExceptionMessage()))
                .isTrue();
        assertThat(info.getParsingCacheInfo().getStructureValidationMessages()).isNullOrEmpty();
        assertThat(info.getValidationCacheInfo().isValid()).isTrue();
        assertThat(anchors.getNumberOfCertificates()).isOne();
        assertThat(ListJudge.judge(list, java.util.List.of(signer), Instant.now()))
                .isInstanceOf(ListVerdict.Valid.class);
    }

    /**
     * Validation trusts the service for the time in which it was in force, and a stale list never.
     */
    private static void anchors() {
        TrustedList.Listed listed =
                TestPlatform.bean(Editions.class).last().orElseThrow().list().services().getFirst();
        Instant granted = listed.service().states().getFirst().since();
        Instant withdrawn = listed.service().state().since();
        TrustAnchors.Anchors ours = TestAnchors.now(Instant.now()).getFirst();
        assertThat(ours.state().usable()).isTrue();
        CertificateToken token =
                DSSUtils.loadCertificate(
                        Identity.certificates(listed.service().identities()).getFirst());
        assertThat(ours.certificates())
                .isInstanceOfSatisfying(
                        TrustedListsCertificateSource.class,
                        source -> {
                            assertThat(source.isTrustedAtTime(token, date(granted.plusSeconds(1))))
                                    .isTrue();
                            assertThat(
                                            source.isTrustedAtTime(
                                                    token, date(withdrawn.plusSeconds(1))))
                                    .isFalse();
                        });
        TrustedServices services = TestPlatform.bean(TrustedServices.class);
        assertThat(services.at(granted.plusSeconds(1)))
                .singleElement()
                .matches(TrustedServices.Anchor::inForce);
        assertThat(services.at(withdrawn.plusSeconds(1)))
                .singleElement()
                .matches(anchor -> !anchor.inForce());
        Instant late = Instant.now().plus(Duration.ofDays(200));
        assertThat(TestAnchors.now(late).getFirst().state().usable()).isFalse();
    }

    private static java.sql.Timestamp date(Instant at) {
        return java.sql.Timestamp.from(at);
    }

    /** Lists from elsewhere: hostile ones told as what they are, another compared with ours. */
    private void elsewhere(Browser editor) throws Exception {
        editor.go("/console/trust-list/foreign").sees("Aucune liste étrangère").accessible();
        editor.screenshots("list-foreign-fr");
        Path hostile =
                Files.writeString(
                        folder.resolve("hostile.xml"),
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>");
        editor.go("/console/trust-list/import").upload("file", hostile).submit();
        editor.sees("DOCTYPE").accessible().screenshots("list-hostile-fr");
        TestLists.Signing other = TestLists.key("elsewhere", KeyAlgorithm.EC_P256);
        Path list =
                Files.write(
                        folder.resolve("autre.xml"),
                        TestLists.signed(TestLists.example(other.certificate()), other));
        editor.choose("mode", "start").upload("file", list).submit();
        editor.sees("elle ne peut plus commencer ailleurs");
        editor.choose("mode", "compare").upload("file", list).submit();
        editor.sees("Comparaison avec autre.xml").sees("n’est plus dans la liste").accessible();
        editor.screenshots("list-compared-fr");
        editor.go("/console/trust-list").press("Ouvrir un projet").press("Abandonner le projet");
        editor.sees("sera perdu").accessible().submit().sees("Le projet est abandonné");
    }

    private static void strangers(Browser browser) throws Exception {
        browser.go("/trust-list").sees("Prestataire du Sahel").sees("Retiré").accessible();
        browser.sees("Nom précédent : Certificats de personnes (exemple)");
        browser.screenshots("list-public-fr");
        browser.go("/trust-list?q=inconnu").sees("l’État ne l’a pas approuvé").accessible();
        browser.go("/trust-list?lang=en").sees("Don’t rely on what it made").accessible();
        browser.screenshots("list-public-en");
        HttpResponse<byte[]> answer = edge("/tl/danaya-tl.xml");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
        HttpRequest again =
                HttpRequest.newBuilder(TestPlatform.edgeAddress().resolve("/tl/danaya-tl.xml"))
                        .header("If-None-Match", tag)
                        .build();
        assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
                .isEqualTo(304);
        assertThat(edge("/tl/other.xml").statusCode()).isEqualTo(404);
        String api =
                new String(
                        get(TestPlatform.address(), "/api/v1/trust-list/services?state=withdrawn")
                                .body(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(api).contains("NTRML-EXEMPLE.2026").contains("\"inForce\":false");
        assertThat(
                        new String(
                                get(TestPlatform.address(), "/api/v1/trust-list").body(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"sequence\":2");
    }

    private static HttpResponse<byte[]> edge(String path) throws Exception {
        return get(TestPlatform.edgeAddress(), path);
    }

    private static HttpResponse<byte[]> get(URI home, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(home.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}

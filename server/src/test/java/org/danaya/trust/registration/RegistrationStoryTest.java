package org.danaya.trust.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.people.Incumbencies;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.Persons;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the wish for a certificate to its end, by the people whom it takes, in a browser. */
class RegistrationStoryTest {

    private static final String DESK = "/console/certificates";

    @TempDir private Path folder;

    @Test
    void aCertificateIsAskedForExaminedApprovedAndRevokedByDifferentPeople() throws Exception {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.PERSONS);
        UUID structure = structure("registre-exemple", "Direction du registre (exemple)");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions holder = TestSessions.signedInAs();
                TestSessions correspondent = TestSessions.signedInAs();
                TestSessions officer = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
                Browser browser = Browser.open(TestPlatform.address())) {
            UUID person = appointed(structure, holder.account());
            TestAccounts.give(
                    TestPlatform::bean,
                    correspondent.account(),
                    Role.CORRESPONDENT,
                    Optional.of(structure));
            browser.authenticator();
            UUID approver = approver(browser, administrator, "Certificatrice");

            correspondent.into(browser);
            String request = ask(browser, person);
            whoAskedMayNotExamine(officer, structure, person);
            whoIsElsewhereSeesNothing(request);

            officer.into(browser);
            examine(browser, request);
            try (TestSessions approving =
                    TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, approver)) {
                approving.into(browser);
                long id = approve(browser, request, officer);
                officer.into(browser);
                revoke(browser, id);
                holder.into(browser).go("/account/certificates").sees("Révoqué").accessible();
                browser.screenshots("registration-own-fr");
                browser.press("Demander un certificat").sees("Pour quelle fonction").accessible();
                browser.press("Cheffe du registre").sees("Voici ce que dira le certificat");
                browser.press("Continuer").sees("Vérifiez votre demande");
                browser.press("Envoyer la demande").sees("La demande est envoyée");
                browser.press("Retirer la demande").sees("La demande est retirée");
                publicStatus(browser, id);
                assertThat(correspondent.get(DESK + "/" + id).statusCode()).isEqualTo(200);
                assertThat(officer.get("/account/certificates/" + id).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void aListOfSealsIsApprovedByOneAssertion() throws Exception {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        structure("cachets-exemple", "Service des cachets (exemple)");
        Path list = folder.resolve("cachets.csv");
        Files.writeString(
                list,
                """
                common-name;unit;organization;organization-identifier
                Cachet A (exemple);;;
                ;Bureau;;
                Cachet B (exemple);;;NTRML-EXEMPLE-9
                Cachet C (exemple);;Présidence (exemple);
                """);
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions asking = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
                TestSessions officer = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.authenticator();
            UUID approver = approver(browser, administrator, "Directrice");
            asking.into(browser).go(DESK + "/requests/import").sees("Fichier CSV").accessible();
            browser.screenshots("registration-import-fr");
            browser.choose("profile", "structure-seal").type("structure", "cachets-exemple");
            browser.upload("file", list).press("Voir ce que cela donnerait");
            browser.sees("Ligne 3").sees("Il manque une valeur").sees("Ligne 5");
            browser.sees("n’est pas ce que dit le registre des structures").accessible();
            browser.screenshots("registration-list-fr");
            browser.press("Envoyer 2 demandes").sees("Demandes envoyées : 2").accessible();
            String batch = browser.path();
            officer.into(browser).go(batch).sees("Vérifications").accessible();
            browser.sees("Ne figure pas au registre des structures");
            browser.choose("check", "structure").choose("check", "representative");
            browser.press("Préparer tous les certificats").sees("Certificats préparés : 2");
            try (TestSessions approving =
                    TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, approver)) {
                approving.into(browser).go("/console").sees("Certificats à approuver");
                browser.go(batch).sees("Approuver les 2").accessible();
                browser.sees("Ne figure pas au registre des structures");
                browser.screenshots("registration-batch-fr");
                browser.press("Approuver les 2").sees("2 certificats sont émis");
                browser.go(DESK + "?lang=en&q=cachet").sees("Seal of a structure").accessible();
                browser.screenshots("registration-certificates-en");
                browser.press("Cachet A").sees("What the certificate says").accessible();
                browser.screenshots("registration-certificate-en");
                browser.go("/authorities?lang=en").sees("Is a certificate valid").accessible();
                browser.screenshots("registration-public-en");
                assertThat(
                                approving
                                        .get("/api/v1/certificates?q=cachet", "application/json")
                                        .body())
                        .contains("Cachet A (exemple)", "\"state\":\"good\"");
                assertThat(approving.get("/api/v1/certificate-requests", "application/json").body())
                        .doesNotContain("Cachet");
            }
        }
    }

    private String ask(Browser browser, UUID person) throws Exception {
        browser.go(DESK + "/request").sees("À quoi servira-t-il").accessible();
        browser.screenshots("registration-profiles-fr");
        browser.press("Signature d’une personne").sees("Pour quelle structure").accessible();
        browser.screenshots("registration-structure-fr");
        browser.press("Direction du registre (exemple)").sees("Pour qui").accessible();
        browser.screenshots("registration-person-fr");
        browser.press("Exemple Titulaire").sees("Voici ce que dira le certificat").accessible();
        browser.screenshots("registration-form-fr");
        assertThat(browser.find("[name='common-name']").getAttribute("value"))
                .isEqualTo("Exemple Titulaire");
        assertThat(browser.find("[name='serial-number']").getAttribute("value"))
                .endsWith(person.toString());
        browser.type("serial-number", "n’importe quoi").type("names", "exemple@example.ml");
        browser.press("Continuer").sees("n’a pas la forme attendue").accessible();
        browser.screenshots("registration-form-wrong-fr");
        browser.type("serial-number", "IDCML-000000000");
        browser.press("Continuer").sees("Vérifiez votre demande").accessible();
        browser.sees("exemple@example.ml").screenshots("registration-confirm-fr");
        browser.press("Modifier").sees("Voici ce que dira le certificat");
        assertThat(browser.find("[name='serial-number']").getAttribute("value"))
                .isEqualTo("IDCML-000000000");
        browser.press("Continuer").sees("Vérifiez votre demande");
        browser.press("Envoyer la demande").sees("La demande est envoyée");
        String path = browser.path();
        Path file = folder.resolve("acte.pdf");
        Files.writeString(file, "un exemple");
        browser.find("summary").click();
        browser.choose("kind", "appointment-act").upload("file", file);
        browser.find("form[action$='/evidence'] button").click();
        browser.sees("La pièce est jointe").sees("acte.pdf").accessible();
        browser.screenshots("registration-request-applicant-fr");
        return path;
    }

    private static void examine(Browser browser, String request) {
        browser.go(DESK + "/requests").sees("Exemple Titulaire").accessible();
        browser.screenshots("registration-requests-fr");
        browser.go(request).sees("Vérifications").accessible();
        browser.screenshots("registration-request-officer-fr");
        browser.choose("check", "identity-document");
        browser.choose("check", "presence").choose("check", "function");
        browser.press("Enregistrer les vérifications").sees("Toutes les vérifications sont faites");
        browser.press("Préparer le certificat").sees("C’est exactement ce qui sera signé");
        browser.accessible().screenshots("registration-request-prepared-fr");
    }

    private static long approve(Browser browser, String request, TestSessions officer) {
        browser.go(request).sees("Approuver avec ma clé d’accès").accessible();
        browser.screenshots("registration-request-approver-fr");
        assertThat(officer.post(request + "/prepare", Map.of()).statusCode()).isEqualTo(303);
        browser.press("Approuver avec ma clé d’accès").sees("Cette demande a avancé");
        browser.go(request).sees("Approbations : 0 sur 1");
        browser.press("Approuver avec ma clé d’accès").sees("Le certificat est émis").accessible();
        browser.screenshots("registration-certificate-fr");
        assertThat(browser.text()).contains("IDCML-000000000").contains("Valide");
        return Long.parseLong(browser.path().substring((DESK + "/").length()));
    }

    private static void revoke(Browser browser, long id) {
        browser.go(DESK + "?q=exemple+titulaire&state=expiring").sees("Rien ne correspond");
        browser.go(DESK + "?q=exemple+titulaire").sees("Exemple Titulaire").accessible();
        browser.screenshots("registration-certificates-fr");
        browser.go(DESK + "/" + id + "/suspend").sees("Ce qui va se passer").accessible();
        browser.press("Suspendre").sees("Le certificat est suspendu");
        browser.press("Lever la suspension").sees("Ce qui va se passer");
        browser.press("Lever la suspension").sees("La suspension est levée");
        browser.press("Révoquer…").sees("Pourquoi le révoquer").accessible();
        browser.screenshots("registration-revoke-fr");
        browser.date("since", "1999-01-01").choose("reason", "key-compromise");
        browser.press("Continuer").sees("entre le début du certificat et aujourd’hui");
        browser.date("since", "").press("Continuer").sees("Ce qui va se passer").accessible();
        browser.screenshots("registration-revoke-confirm-fr");
        browser.press("Révoquer définitivement").sees("Le certificat est révoqué").accessible();
        browser.screenshots("registration-certificate-revoked-fr");
        browser.go("/console/authorities").sees("Hiérarchie de répétition").accessible();
        browser.screenshots("registration-authorities-fr");
    }

    private static void publicStatus(Browser browser, long id) {
        Certificate certificate = TestPlatform.bean(Certificates.class).get(id);
        String serial = java.util.HexFormat.ofDelimiter(":").formatHex(certificate.serial());
        browser.go("/authorities?serial=" + serial).sees("Ce certificat est révoqué").accessible();
        assertThat(browser.text()).doesNotContain("Exemple Titulaire");
        browser.screenshots("registration-public-fr");
        browser.go("/authorities?serial=00aa").sees("Ce numéro nous est inconnu").accessible();
        browser.go("/authorities?serial=bonjour").sees("écrivez des paires").accessible();
    }

    /** An officer may ask for a certificate, but then another officer examines it. */
    private static void whoAskedMayNotExamine(TestSessions officer, UUID structure, UUID person) {
        HttpResponse<String> submitted =
                officer.post(
                        DESK + "/request/person-signature/" + structure + "/submit",
                        Map.of(
                                "person", person.toString(),
                                "given-name", "Exemple",
                                "surname", "Titulaire",
                                "common-name", "Exemple Titulaire",
                                "serial-number", "IDCML-1",
                                "key", "here"));
        assertThat(submitted.statusCode()).isEqualTo(303);
        String path = submitted.headers().firstValue("Location").orElseThrow();
        assertThat(officer.get(path).body()).contains("une autre personne doit décider");
        HttpResponse<String> refused = officer.post(path + "/checks", Map.of("check", "presence"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Une autre personne doit le faire");
        TestPlatform.bean(Requests.class)
                .withdraw(
                        UUID.fromString(path.substring(path.lastIndexOf('/') + 1)),
                        officer.account());
    }

    private static void whoIsElsewhereSeesNothing(String request) {
        try (TestSessions other = TestSessions.signedInAs()) {
            UUID elsewhere = structure("registre-ailleurs", "Direction d’ailleurs (exemple)");
            TestAccounts.give(
                    TestPlatform::bean,
                    other.account(),
                    Role.CORRESPONDENT,
                    Optional.of(elsewhere));
            assertThat(other.get(request).statusCode()).isEqualTo(403);
            assertThat(other.get(DESK + "/requests").body()).contains("Aucune demande n’attend");
        }
    }

    private static UUID approver(Browser browser, TestSessions administrator, String family) {
        String page =
                administrator
                        .post(
                                DESK.replace("certificates", "accounts") + "/invite",
                                Map.of("given-names", "Exemple", "family-name", family))
                        .body();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple " + family);
        browser.type("label", "Clé de " + family).submit().sees("Codes de secours");
        UUID account =
                TestPlatform.bean(JdbcClient.class)
                        .sql("select account_id from signin.passkey where label = ?")
                        .param("Clé de " + family)
                        .query(UUID.class)
                        .single();
        TestAccounts.give(TestPlatform::bean, account, Role.APPROVER, Optional.empty());
        return account;
    }

    private static UUID structure(String identifier, String name) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, identifier);
        typed.put(StructureField.KIND, "etablissement");
        typed.put(StructureField.NAME_FR, name);
        return switch (TestPlatform.bean(Structures.class).create(new StructureDraft(typed))) {
            case StructureOutcome.Recorded(var structure) -> structure.id();
            case StructureOutcome other -> throw new AssertionError(other);
        };
    }

    /** The person behind an account, appointed to a position of a structure. */
    private static UUID appointed(UUID structure, UUID account) {
        UUID person = TestPlatform.bean(Accounts.class).get(account).owner().person();
        Persons persons = TestPlatform.bean(Persons.class);
        persons.change(person, persons.get(person).version(), "Exemple", "Titulaire");
        UUID position =
                switch (TestPlatform.bean(Positions.class)
                        .create(
                                structure,
                                new Positions.Draft(
                                        "Chef du registre", "Cheffe du registre", "", "", ""))) {
                    case PositionOutcome.Recorded(var created) -> created.id();
                    case PositionOutcome other -> throw new AssertionError(other);
                };
        IncumbencyOutcome outcome =
                TestPlatform.bean(Incumbencies.class)
                        .appoint(
                                new Incumbencies.Appointment(
                                        position,
                                        person,
                                        false,
                                        "feminine",
                                        "2025-01-01",
                                        "",
                                        "Décret (exemple)",
                                        false));
        assertThat(outcome).isInstanceOf(IncumbencyOutcome.Recorded.class);
        return person;
    }
}

package org.danaya.people.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.danaya.page.Browser;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.danaya.people.Structure;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer does with these pages, in a real browser. */
class StoriesTest {

    private static final Path EXAMPLE = Path.of("../docs/use/examples/structures.csv");

    private PeopleServer server;

    @BeforeEach
    void start() {
        server = PeopleServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStructureIsCreatedChangedAndEnded() {
        try (Browser browser = Browser.open(server.address())) {
            browser.go("/console/structures").accessible().quiet().screenshots("people-empty-fr");
            browser.press("Créer une structure").find("[name=name-fr]");
            browser.accessible().screenshots("people-new-fr");
            browser.type("name-fr", "Agence de la Dɔnniya").press("Continuer");
            browser.sees("erreurs à corriger").accessible().screenshots("people-new-refused-fr");
            assertThat(browser.find("[name=name-fr]").getAttribute("value"))
                    .isEqualTo("Agence de la Dɔnniya");
            browser.type("identifier", "donniya").choose("kind", "etablissement");
            browser.press("Continuer").sees("Vérifiez").accessible();
            browser.screenshots("people-new-check-fr");
            browser.press("Modifier les réponses").find("[name=acronym][type=text]");
            browser.type("acronym", "AD").press("Continuer");
            browser.sees("Vérifiez").press("Créer la structure").sees("est créée");
            browser.accessible().screenshots("people-structure-fr");
            assertThat(browser.heading()).isEqualTo("Agence de la Dɔnniya");

            browser.press("Modifier").find("[name=mode]");
            browser.accessible().screenshots("people-edit-fr");
            browser.type("name-fr", "Agence de la Dɔnniya et du Ɲɛtaa").type("acronym", "");
            browser.press("Continuer");
            browser.sees("Vérifiez").accessible().screenshots("people-edit-check-fr");
            browser.press("Enregistrer les modifications").sees("est modifiée");
            assertThat(browser.text())
                    .contains("Agence de la Dɔnniya et du Ɲɛtaa")
                    .doesNotContain("Sigle");

            browser.press("Mettre fin").find("[name=ending-act]");
            browser.accessible().screenshots("people-end-fr");
            browser.press("Continuer").sees("remplissez");
            browser.date("until", java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString());
            browser.type("ending-act", "Décret (exemple)").press("Continuer").sees("définitive");
            browser.accessible().screenshots("people-end-check-fr");
            browser.press("Mettre fin à la structure").sees("a pris fin").accessible();
            assertThat(browser.text()).contains("Terminée");
        }
    }

    @Test
    void aFileIsImportedAndItsRefusedLinesAreTold(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("structures.csv");
        Files.writeString(
                file,
                Files.readString(EXAMPLE)
                        + "fausse;royaume;Structure au type inconnu;;;nulle-part;;\n"
                        + "agetic;service;Doublon;;;;;\n");
        try (Browser browser = Browser.open(server.address())) {
            browser.go("/console/structures")
                    .press("Importer un fichier")
                    .sees("Voir l’aperçu")
                    .accessible()
                    .quiet();
            browser.screenshots("people-import-fr");
            browser.press("Voir l’aperçu").sees("choisissez un fichier").accessible();
            browser.upload("file", file).press("Voir l’aperçu").sees("Lignes refusées");
            browser.accessible().screenshots("people-import-preview-fr");
            assertThat(browser.text()).contains("le type « royaume » est inconnu");
            assertThat(server.bean(Structures.class).count(Structures.Query.ALL)).isZero();
            browser.press("English").sees("Refused lines").accessible();
            browser.screenshots("people-import-preview-en");
            browser.press("Import 10 lines").sees("Created: 10").accessible();
            browser.screenshots("people-list-en");
            browser.press("Tree of structures").sees("structures exist").accessible();
            browser.screenshots("people-tree-en");
            browser.press("Français").sees("Arbre des structures");
            browser.go("/console/structures?q=telecommunications").sees("Tout afficher");
            assertThat(browser.text()).contains("1 ligne");
            browser.go("/console/structures").accessible().screenshots("people-list-fr");
        }
    }

    @Test
    void somebodyIsRegisteredAppointedReplacedAndLeaves() {
        Structure structure = agency();
        try (Browser browser = Browser.open(server.address())) {
            browser.go("/console/persons").accessible().quiet().press("Enregistrer une personne");
            browser.find("[name=given-names]");
            browser.type("given-names", "Ɲamaka (exemple)").type("family-name", "Kɔnɛ");
            browser.accessible().screenshots("people-person-new-fr");
            browser.press("Enregistrer").sees("Personne enregistrée").accessible();
            browser.screenshots("people-person-fr");
            browser.go("/console/persons/new").type("given-names", "ɲamaka (EXEMPLE)");
            browser.type("family-name", "kɔnɛ").press("Enregistrer").sees("porte déjà ce nom");
            browser.accessible().screenshots("people-person-homonym-fr");

            browser.go("/console/structures/" + structure.id()).press("Ajouter une fonction");
            browser.find("[name=title-fr]");
            browser.type("title-fr", "Directeur général");
            browser.type("title-fr-feminine", "Directrice générale").accessible();
            browser.screenshots("people-position-new-fr").press("Enregistrer");
            browser.sees("La fonction est créée").accessible().press("Nommer quelqu’un");
            browser.type("q", "kone").press("Chercher").sees("Kɔnɛ").accessible();
            browser.screenshots("people-choose-fr").press("Ɲamaka").find("[name=capacity]");
            browser.accessible().screenshots("people-appoint-fr");
            browser.choose("capacity", "holder").choose("form", "feminine");
            browser.date("from", "2025-01-01").press("Continuer").sees("remplissez");
            browser.type("act", "Décret (exemple)").press("Continuer").sees("Vérifiez");
            browser.accessible().screenshots("people-appoint-check-fr");
            browser.press("Enregistrer la nomination").sees("est en fonction").accessible();
            browser.screenshots("people-position-fr");

            String second = "/console/positions/" + browser.path().replaceAll(".*/", "");
            person("Exemple", "Traoré");
            browser.go(second + "/appoint?q=traore").press("Exemple Traoré");
            browser.find("[name=capacity]");
            browser.choose("capacity", "holder").choose("form", "masculine");
            browser.date("from", "2025-06-01").type("act", "Décret (exemple)");
            browser.press("Continuer").sees("occupe cette fonction depuis le 01/01/2025");
            browser.accessible().choose("replacing", "true").press("Continuer").sees("Vérifiez");
            browser.press("Enregistrer la nomination").sees("Exemple Traoré est en fonction");
            browser.press("Mettre fin Exemple").find("[name=until]");
            browser.date("until", "2025-12-01").accessible();
            browser.screenshots("people-incumbency-end-fr").press("Continuer");
            browser.sees("Vérifiez la fin").accessible();
            browser.screenshots("people-incumbency-end-check-fr").press("Enregistrer la fin");
            browser.sees("est enregistrée").accessible();
            browser.go("/console/structures/" + structure.id()).accessible();
            browser.screenshots("people-structure-with-position-fr");
            assertThat(browser.text()).contains("Vacante");
        }
    }

    @Test
    void aStaleFormLosesNothingThatWasTyped() {
        Structure structure = agency();
        try (Browser browser = Browser.open(server.address(), "en")) {
            browser.go("/console/structures/" + structure.id() + "/edit");
            server.bean(Structures.class)
                    .change(
                            structure.id(),
                            1,
                            new StructureDraft(Map.of(StructureField.ACRONYM, "AUTRE")),
                            "");
            browser.type("name-fr", "Nom tapé ici").press("Continue").sees("Check the changes");
            browser.press("Save the changes").sees("Somebody else changed").accessible();
            browser.screenshots("people-stale-en");
            assertThat(browser.find("[name=name-fr]").getAttribute("value"))
                    .isEqualTo("Nom tapé ici");
            assertThat(browser.text()).contains("AUTRE");
        }
    }

    @Test
    void programsReadStructuresAndGetProblemsInAStandardForm() throws Exception {
        agency();
        assertThat(get("/api/v1/structures?q=agence&limit=1").body())
                .contains("\"identifier\":\"agetic\"", "\"state\":\"active\"", "\"next\":null");
        assertThat(get("/api/v1/structures/AGETIC").statusCode()).isEqualTo(200);
        HttpResponse<String> unknown = get("/api/v1/structures/absente");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(unknown.body()).contains("people.structure-unknown");
        assertThat(get("/api/v1/structures?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/structures?kind=royaume").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = server.address().resolve(path);
            return client.send(
                    HttpRequest.newBuilder(address).header("Accept", "application/json").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Structure agency() {
        StructureDraft draft =
                new StructureDraft(
                        Map.of(
                                StructureField.IDENTIFIER, "agetic",
                                StructureField.KIND, "etablissement",
                                StructureField.NAME_FR, "Agence d’exemple"));
        return ((StructureOutcome.Recorded) server.bean(Structures.class).create(draft))
                .structure();
    }

    private void person(String givenNames, String familyName) {
        assertThat(server.bean(Persons.class).register(givenNames, familyName, true))
                .isInstanceOf(PersonOutcome.Recorded.class);
    }
}

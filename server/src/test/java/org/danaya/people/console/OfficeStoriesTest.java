package org.danaya.people.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.danaya.page.Browser;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Positions, persons, lineage and large trees, in a real browser. */
class OfficeStoriesTest {

    private static PeopleServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = PeopleServer.start();
        browser = Browser.open(server.address());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    @Test
    void aPositionIsChangedAndEndsWithWhoeverHoldsIt() {
        Structure structure = structure("office-agence", "Agence des fonctions");
        person("Exemple Fanta", "Titulaire");
        person("Exemple Binta", "Intérimaire");
        String path = "/console/structures/" + structure.id();
        browser.go(path).press("Ajouter une fonction").find("[name=title-fr]");
        browser.type("title-fr", "Secrétaire").press("Enregistrer");
        browser.sees("La fonction est créée");
        String position = browser.path();
        browser.press("Modifier").find("[name=version]");
        browser.type("title-fr", "Secrétaire général").accessible();
        browser.screenshots("people-position-edit-fr").press("Enregistrer");
        browser.sees("La fonction est modifiée").sees("Secrétaire général");

        appoint(position, "titulaire", "Exemple Fanta Titulaire", "holder");
        browser.sees("est en fonction");
        appoint(position, "interimaire", "Exemple Binta Intérimaire", "acting");
        browser.sees("L’intérim est confié à").accessible();
        browser.screenshots("people-position-acting-fr");

        browser.press("Mettre fin à la fonction").find("[name=act]");
        browser.screenshots("people-position-end-fr").press("Continuer");
        browser.sees("erreurs à corriger").accessible();
        browser.date("until", "2025-06-30").type("act", "Décret de fin (exemple)");
        browser.press("Continuer").sees("Vérifiez la fin de la fonction").accessible();
        browser.screenshots("people-position-end-check-fr");
        assertThat(browser.text())
                .contains("2 personnes quittent", "Exemple Fanta Titulaire", "30 juin 2025");
        browser.press("Modifier les réponses").find("[name=act][type=text]");
        assertThat(browser.find("[name=act]").getAttribute("value"))
                .isEqualTo("Décret de fin (exemple)");
        browser.press("Continuer").sees("Vérifiez la fin de la fonction");
        browser.press("Mettre fin à la fonction").sees("La fonction a pris fin").accessible();
        assertThat(browser.text()).contains("Terminé").doesNotContain("Nommer quelqu’un");
    }

    @Test
    void aPersonIsRenamedAndAStaleFormIsToldSo() {
        UUID id = person("Exemple", "Avant");
        browser.go("/console/persons/" + id).press("Modifier").find("[name=family-name]");
        server.bean(Persons.class).change(id, 1, "Exemple", "Entretemps");
        browser.type("family-name", "Après").press("Enregistrer");
        browser.sees("Exemple Entretemps").accessible().screenshots("people-person-stale-fr");
        browser.press("Enregistrer").sees("Le nom est désormais Exemple Après").accessible();
    }

    @Test
    void aLineageIsRecordedAndWithdrawn() {
        structure("office-ancienne", "Ancienne agence");
        Structure heir = structure("office-nouvelle", "Nouvelle agence");
        browser.go("/console/structures/" + heir.id()).press("Ajouter une filiation");
        browser.find("[name=predecessor]");
        browser.accessible().screenshots("people-lineage-fr");
        browser.press("Enregistrer").sees("erreurs à corriger").accessible();
        browser.choose("lineage", "succeeds").type("predecessor", "office-ancienne");
        browser.press("Enregistrer").sees("La filiation est enregistrée").accessible();
        browser.sees("Ancienne agence").press("Retirer").sees("La filiation est retirée");
    }

    @Test
    void filesOfPersonsAndOfPositionsAreImported(@TempDir Path folder) throws Exception {
        structure("office-import", "Agence des imports");
        person("Exemple Déjà", "Connue");
        Path persons =
                Files.writeString(
                        folder.resolve("personnes.csv"),
                        """
                        prenoms;nom;telephone
                        Exemple Un;Importée;1
                        ;Sans prénom;
                        exemple DEJA;connue;
                        Exemple Un;Importée;
                        """);
        browser.go("/console/persons").press("Importer des personnes").sees("Voir l’aperçu");
        browser.accessible().screenshots("people-roster-persons-fr");
        browser.upload("file", persons).press("Voir l’aperçu").sees("Lignes déjà connues");
        browser.accessible().screenshots("people-roster-persons-preview-fr");
        assertThat(browser.text())
                .contains("Colonnes ignorées", "telephone", "Ligne 3", "est déjà à la ligne 2");
        browser.press("Importer une ligne").sees("Enregistrées : 1").sees("Importée");
        browser.accessible();

        Path positions =
                Files.writeString(
                        folder.resolve("fonctions.csv"),
                        """
                        structure;fonction;fonction_feminin;debut
                        office-import;Trésorier;Trésorière;2024-02-01
                        absente;Chef;;
                        office-import;Juriste;;31/02/2024
                        """);
        browser.go("/console/structures").press("Importer des fonctions").sees("Voir l’aperçu");
        browser.upload("file", positions).press("Voir l’aperçu").sees("Lignes refusées");
        browser.accessible().screenshots("people-roster-positions-preview-fr");
        assertThat(browser.text()).contains("aucune structure n’a l’identifiant absente");
        browser.go(browser.path() + "?lang=en").sees("Refused lines").accessible();
        browser.screenshots("people-roster-positions-preview-en");
        browser.press("Import one line").sees("Recorded: 1").go("/?lang=fr");
        Structure there = server.bean(Structures.class).find("office-import").orElseThrow();
        assertThat(server.bean(Positions.class).of(there.id()))
                .singleElement()
                .satisfies(
                        position -> {
                            assertThat(position.titleFrFeminine()).isEqualTo("Trésorière");
                            assertThat(position.from()).isEqualTo(LocalDate.of(2024, 2, 1));
                        });
    }

    @Test
    void aLargeTreeSaysWhatItLeavesOutAndLeadsThere() {
        JdbcClient sql = server.bean(JdbcClient.class);
        Structure top = structure("aaa-office-haut", "AAA haut de l’arbre");
        sql.sql(
                        """
                        with made as (
                            insert into people.structure (id, identifier, version)
                            select gen_random_uuid(), 'arbre-' || n, 1 from generate_series(1, 560) n
                            returning id, identifier)
                        insert into people.structure_version (structure_id, version, valid_from,
                            recorded_at, kind, name_fr, parent_id, planned, search)
                        select id, 1, '-infinity', now(), 'service', 'Service ' || identifier,
                            case when split_part(identifier, '-', 2)::int > 60 then ?::uuid end,
                            false, identifier
                        from made
                        """)
                .param(top.id().toString())
                .update();
        browser.go("/console/structures/tree").sees("structures existent").sees("Page 1 sur 2");
        browser.sees("Et 100 autres structures rattachées").accessible();
        browser.press("Et 100 autres structures rattachées").sees("Arbre de « AAA haut");
        browser.accessible().press("Voir tout l’arbre").sees("Page 1 sur 2");
        browser.press("Page suivante").sees("Page 2 sur 2").accessible();
        assertThat(browser.text()).doesNotContain("Page suivante").contains("Page précédente");
        browser.go("/console/structures/tree?under=x").sees("under");
    }

    private static void appoint(String position, String search, String name, String capacity) {
        browser.go(position + "/appoint?q=" + search).press(name).find("[name=capacity]");
        browser.choose("capacity", capacity).choose("form", "feminine");
        browser.date("from", "2025-01-01").type("act", "Décret (exemple)");
        browser.press("Continuer").sees("Vérifiez").press("Enregistrer la nomination");
    }

    private static Structure structure(String identifier, String name) {
        StructureDraft draft =
                new StructureDraft(
                        Map.of(
                                StructureField.IDENTIFIER, identifier,
                                StructureField.KIND, "etablissement",
                                StructureField.NAME_FR, name));
        return ((StructureOutcome.Recorded) server.bean(Structures.class).create(draft))
                .structure();
    }

    private static UUID person(String givenNames, String familyName) {
        return ((PersonOutcome.Recorded)
                        server.bean(Persons.class).register(givenNames, familyName, true))
                .person()
                .id();
    }
}

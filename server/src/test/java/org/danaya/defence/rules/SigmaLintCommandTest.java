package org.danaya.defence.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.danaya.defence.rules.SigmaLines.sigma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.page.CommandSaid;
import org.danaya.page.Language;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SigmaLintCommandTest {

    private static final String GOOD =
            """
            title: A good rule
            id: 929a690e-bef0-4204-a928-ef5e620d6fcc
            description: It finds x.
            author: Example
            logsource:
                category: process_creation
            detection:
                selection:
                    Image|endswith: '\\x.exe'
                condition: selection
            level: high
            """;

    @TempDir private Path folder;
    private Path rule;

    @BeforeEach
    void write() throws IOException {
        rule = Files.writeString(folder.resolve("a_good_rule.yml"), GOOD);
    }

    @Test
    void aCleanFileEndsWithZero() {
        CommandSaid said = sigma(Language.FRENCH, "lint", rule);
        assertThat(said)
                .isEqualTo(
                        new CommandSaid(
                                0,
                                """
                                1 document : 1 règle, 0 corrélation, 0 filtre, aucun refusé.
                                0 erreur, 0 avertissement, 0 remarque.
                                """
                                        .replace(" :", "\u00a0:"),
                                ""));
    }

    @Test
    void eachFindingIsOneLineWithItsPlaceSeverityCheckAndSentence() throws IOException {
        Files.writeString(rule, GOOD.replace("level: high", "level: highest\ndate: 2026/01/01"));
        assertThat(sigma(Language.FRENCH, "lint", rule).out().lines().toList())
                .startsWith(
                        rule
                                + ":11: erreur level.unknown: Le niveau «\u00a0highest\u00a0» n’est ni informational,"
                                + " ni low, ni medium, ni high, ni critical",
                        rule
                                + ":12: erreur date.form: date\u00a0: «\u00a02026/01/01\u00a0» n’est pas une date écrite AAAA-MM-JJ")
                .endsWith("       1  date.form", "       1  level.unknown");
        CommandSaid said = sigma(Language.ENGLISH, "lint", rule, "--only", "date.form");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .isEqualTo(
                        rule
                                + """
                                :12: error date.form: date: “2026/01/01” is no date written YYYY-MM-DD
                                1 document: 1 rule, 0 correlations, 0 filters, none refused.
                                1 error, 0 warnings, 0 notes.
                                       1  date.form
                                """);
    }

    @Test
    void whatIsRefusedIsAnErrorWithItsCauseAndWhatItIsAbout() throws IOException {
        Files.writeString(rule, GOOD.replace("endswith", "ends") + "---\n" + GOOD + "---\n- a\n");
        CommandSaid said = sigma(Language.FRENCH, "lint", rule);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines().toList())
                .contains(
                        rule
                                + ":9: erreur refused.modifier.unknown: Un modificateur que Sigma 2.1 ne connaît pas\u00a0: ends",
                        rule
                                + ":24: erreur refused.document.kind: Ni detection, ni correlation, ni filter\u00a0: ce n’est pas un document Sigma",
                        "3 documents\u00a0: 1 règle, 0 corrélation, 0 filtre, 2 refusés.");
    }

    /**
     * What the parser says is its own affair: should its words change, the likely cause is lost.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: x\\n\\tid: y | 2 | à la colonne 1_: une tabulation",
                "title: @x | 1 | à la colonne 8_: un texte qui commence par ce caractère",
                "title: x: y | 1 | à la colonne 9_: deux-points inattendus",
                "title: x\\nid\\nlevel: low | 3 | à la colonne 1_: il manque les deux-points",
                "title: [x\\nid: y | 2 | à la colonne 3_: il manque une virgule",
                "title: \"x\\nid: y | 2 | il manque les guillemets",
                "title: \"\\\\x.exe\" | 1 | entre guillemets doubles",
                "a:\\n  - b\\n c: d | 3 | à la colonne 2_: le retrait"
            })
    void brokenYamlIsToldWithItsPlaceAndWhatIsLikelyWrong(String yaml, int line, String told)
            throws IOException {
        Files.writeString(rule, yaml.translateEscapes());
        assertThat(sigma(Language.FRENCH, "lint", rule).out())
                .startsWith(
                        rule + ":" + line + ": erreur refused.yaml.broken: Ce n’est pas du YAML")
                .contains(told.replace('_', '\u00a0'))
                .contains(" (l’analyseur dit\u00a0: ");
    }

    @Test
    void severityAndChecksAreChosen() throws IOException {
        Files.writeString(
                rule,
                GOOD.replace("description: It finds x.\n", "").replace("id: 929a690e-", "id: "));
        assertThat(checks(rule)).containsExactly("description.missing", "id.form");
        assertThat(checks(rule, "--level", "warning")).containsExactly("id.form");
        assertThat(checks(rule, "--level", "error")).isEmpty();
        assertThat(checks(rule, "--off", "id.form")).containsExactly("description.missing");
        assertThat(checks(rule, "--off", "id.form,description.missing")).isEmpty();
        assertThat(checks(rule, "--only", "id.form,level.missing")).containsExactly("id.form");
        assertThat(sigma(Language.FRENCH, "lint", rule).exit()).isZero();
        assertThat(sigma(Language.FRENCH, "lint", rule, "--strict").exit()).isEqualTo(1);
        assertThat(sigma(Language.FRENCH, "lint", rule, "--summary").out()).doesNotContain("yml");
    }

    @Test
    void wrongUseAndFailureAreNoAnswers() throws IOException {
        CommandSaid unknown = sigma(Language.FRENCH, "lint", rule, "--off", "id.forms");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("id.forms", "danaya sigma checks");
        assertThat(sigma(Language.FRENCH, "lint").exit()).isEqualTo(2);
        CommandSaid absent = sigma(Language.FRENCH, "lint", folder.resolve("absent.yml"));
        assertThat(absent.exit()).isEqualTo(3);
        assertThat(absent.err()).contains("absent.yml", "[rules.not-there]");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandSaid none = sigma(Language.FRENCH, "lint", empty);
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.err()).contains("[rules.none]");
    }

    @Test
    void aRuleThatLacksValuesForItsPlaceholdersIsANoteUntilTheyAreGiven() throws IOException {
        Files.writeString(rule, GOOD.replace("endswith: '\\x.exe'", "expand|endswith: '%tools%'"));
        CommandSaid without = sigma(Language.FRENCH, "lint", rule);
        assertThat(without.exit()).isZero();
        assertThat(without.out())
                .startsWith(rule + ":9: remarque refused.placeholder.unknown: ")
                .contains("\u00a0: %tools%\n");
        Path values = Files.writeString(folder.resolve("values.yaml"), "tools: [a.exe, b*.exe]");
        CommandSaid with = sigma(Language.FRENCH, "lint", rule, "--placeholders", values);
        assertThat(with.out()).startsWith("1 document\u00a0: 1 règle").contains("aucun refusé");

        Files.writeString(values, "tools: {a: b}");
        CommandSaid wrong = sigma(Language.FRENCH, "lint", rule, "--placeholders", values);
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err())
                .startsWith(
                        values
                                + ":1\u00a0: Un attribut d’une autre forme que la sienne\u00a0: tools. ")
                .endsWith("[rules.placeholders]\n");
    }

    @Test
    void whatADocumentSaysStaysOnItsLine() throws IOException {
        Files.writeString(
                rule, GOOD.replace("level: high", "level: \"a\\nb\\e[2J" + "c".repeat(500) + "\""));
        String first = sigma(Language.FRENCH, "lint", rule).out().lines().findFirst().orElseThrow();
        assertThat(first)
                .contains("Le niveau «\u00a0a b\uFFFD[2Jc", "c…\u00a0» n’est")
                .hasSizeLessThan(400);
    }

    @Test
    void everyCheckIsListed() {
        CommandSaid said = sigma(Language.FRENCH, "checks");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains(
                        "tag.unknown (avertissement) [tags appendix]\n    L’étiquette «\u00a0…\u00a0» n’est pas de son espace de noms\n",
                        "refused.placeholder.unknown (remarque)\n");
        JsonNode list =
                JsonMapper.builder()
                        .build()
                        .readTree(sigma(Language.ENGLISH, "checks", "--json").out());
        assertThat(list.size()).isEqualTo(CheckWords.ids().size());
    }

    /** Every document of the corpus is compiled or reported. */
    @Test
    void theCorpusIsLinted() {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder");
        Object[] arguments =
                Stream.concat(
                                Stream.of("lint", "--json"),
                                Stream.of(
                                                "rules",
                                                "rules-compliance",
                                                "rules-emerging-threats",
                                                "rules-placeholder",
                                                "rules-threat-hunting")
                                        .map(name -> Path.of(corpora, "sigma", name)))
                        .toArray();
        CommandSaid said = sigma(Language.FRENCH, arguments);
        JsonNode report = JsonMapper.builder().build().readTree(said.out());
        assertThat(report.get("documents").asInt()).isEqualTo(3780);
        assertThat(report.get("rules").asInt() + report.get("refused").asInt()).isEqualTo(3780);
        assertThat(report.get("refused").asInt())
                .isEqualTo(report.get("byCheck").get("refused.placeholder.unknown").asInt());
        assertThat(said.exit()).isZero();
    }

    private static List<String> checks(Path rule, String... options) {
        CommandSaid said =
                sigma(
                        Language.FRENCH,
                        Stream.concat(Stream.of("lint", rule, "--json"), Stream.of(options))
                                .toArray());
        return JsonMapper.builder()
                .build()
                .readTree(said.out())
                .get("findings")
                .valueStream()
                .map(finding -> finding.get("check").asString())
                .toList();
    }
}

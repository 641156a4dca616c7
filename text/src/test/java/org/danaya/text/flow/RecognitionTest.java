package org.danaya.text.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    /** Lines as typed; "#", "##" before a heading of the file's own. */
    private static String recognised(String... typed) {
        List<Block> lines = new ArrayList<>();
        for (String one : typed) {
            int level = (int) one.chars().takeWhile(letter -> letter == '#').count();
            String words = one.substring(level).strip();
            lines.add(
                    Line.of(
                            level > 0 ? Role.HEADING : Role.BODY,
                            level,
                            "",
                            List.of(Run.of(words))));
        }
        return Recognition.recognise(new Flow("fr", "", lines))
                .lines()
                .map(RecognitionTest::seen)
                .collect(Collectors.joining("\n"));
    }

    private static String seen(Line line) {
        String kind = line.opens().isEmpty() ? line.role().toString() : line.opens();
        String number = line.number().isEmpty() ? "" : " [" + line.number() + "]";
        return "  ".repeat(line.level()) + kind + number + " " + line.text();
    }

    @Test
    void aLawIsRecognisedByItsWords() {
        assertEquals(
                """
                TITLE Loi relative à la cybersécurité
                  title [TITRE PREMIER] DISPOSITIONS GÉNÉRALES
                    chapter [Chapitre II] Des définitions
                      article [Article premier]\s
                BODY La présente loi fixe les règles.
                      article [Article 2] Définitions
                BODY Au sens de la présente loi, on entend par :
                  point [a)] cyberespace : un espace ;
                  point [b)] incident : un fait.
                      article [Art. 3 bis]\s
                paragraph [1.] Il est créé :
                  point [i)] une Agence ;
                  point [ii)] un Conseil.
                paragraph [2.] Elle agit.
                  attachment [ANNEXE I] Liste""",
                recognised(
                        "Loi relative à la cybersécurité",
                        "TITRE PREMIER",
                        "DISPOSITIONS GÉNÉRALES",
                        "Chapitre II : Des définitions",
                        "Article premier : La présente loi fixe les règles.",
                        "Article 2. – Définitions",
                        "Au sens de la présente loi, on entend par :",
                        "a) cyberespace : un espace ;",
                        "b) incident : un fait.",
                        "Art. 3 bis",
                        "1. Il est créé :",
                        "i) une Agence ;",
                        "ii) un Conseil.",
                        "2. Elle agit.",
                        "ANNEXE I – Liste"));
    }

    @Test
    void aStrategyIsRecognisedByItsHeadings() {
        assertEquals(
                """
                TITLE Stratégie nationale
                FRONT Exemple
                  part [Axe 1] Gouvernance
                    level [1.1] Cadre
                alinea Le premier alinéa dit :
                  indent [–] une chose ;
                  indent [–] une autre.
                alinea L’article 3 de la loi dit le reste.
                    level [1.2] Moyens
                BODY Un seul alinéa.""",
                recognised(
                        "Stratégie nationale",
                        "Exemple",
                        "# Axe 1 : Gouvernance",
                        "## 1.1 Cadre",
                        "Le premier alinéa dit :",
                        "– une chose ;",
                        "– une autre.",
                        "L’article 3 de la loi dit le reste.",
                        "## 1.2 Moyens",
                        "Un seul alinéa."));
    }

    @Test
    void theFilesOwnHeadingsSayHowPartsLieInOneAnother() {
        assertEquals(
                """
                TITLE Stratégie (exemple)
                  title [Titre I] Principes
                    article [Article 1] Objet
                BODY Elle vise.
                  part [Axe 1] Droit
                    chapter [Objectif 1.1] Compléter
                      article [Action 1.1.1] Loi
                BODY Écrire une loi.
                  title [Titre II] Suivi""",
                recognised(
                        "# Stratégie (exemple)",
                        "# Titre I : Principes",
                        "## Article 1 : Objet",
                        "Elle vise.",
                        "# Axe 1 : Droit",
                        "## Objectif 1.1 : Compléter",
                        "### Action 1.1.1 : Loi",
                        "Écrire une loi.",
                        "# Titre II : Suivi"));
    }

    /** Depth and number of each heading, "1 Titre I, 2 Article 1". */
    private static String outline(String... typed) {
        return outline(recognised(typed));
    }

    private static String outline(String recognised) {
        return recognised
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(
                        line -> {
                            int spaces = (int) line.chars().takeWhile(c -> c == ' ').count();
                            boolean named = line.contains("[");
                            String name =
                                    named
                                            ? line.substring(
                                                    line.indexOf('[') + 1, line.indexOf(']'))
                                            : line.strip().replace("level ", "");
                            return spaces / 2 + " " + name;
                        })
                .collect(Collectors.joining(", "));
    }

    @Test
    void headingsOfOneLevelLieBesideOneAnotherBelowATitleThatTookTheFirst() {
        assertEquals(
                "1 Titre I, 2 Article 1, 2 Article 2, 2 Article 3, 1 Titre II, 2 Article 4",
                outline(
                        "# Loi relative à la cybersécurité",
                        "## Titre I : Dispositions générales",
                        "### Article 1",
                        "### Article 2",
                        "### Article 3",
                        "## Titre II : Obligations",
                        "### Article 4"));
    }

    @Test
    void theOutlineMayBeginAtAnyLevel() {
        assertEquals(
                "1 Titre I, 2 Article 1, 2 Article 2, 1 Titre II, 2 Article 3",
                outline("# Titre I", "## Article 1", "## Article 2", "# Titre II", "## Article 3"));
        assertEquals(
                "1 Titre I, 2 Article 1, 2 Article 2, 1 Titre II",
                outline("### Titre I", "#### Article 1", "#### Article 2", "### Titre II"));
        assertEquals(
                "1 Article 1, 1 Article 2, 1 Article 3",
                outline("# Loi", "## Article 1", "## Article 2", "## Article 3"));
    }

    @Test
    void levelsThatAreSkippedMakeNoneDeeper() {
        assertEquals(
                "1 Titre I, 2 Article 1, 2 Article 2, 1 Titre II, 2 Chapitre I, 3 Article 3,"
                        + " 3 Article 4, 2 Chapitre II, 1 Titre III",
                outline(
                        "# Loi",
                        "## Titre I",
                        "#### Article 1",
                        "#### Article 2",
                        "## Titre II",
                        "### Chapitre I",
                        "##### Article 3",
                        "##### Article 4",
                        "### Chapitre II",
                        "## Titre III"));
    }

    @Test
    void aHeadingHigherThanAllBeforeItEndsThemAll() {
        assertEquals(
                "1 Chapitre I, 2 Article 1, 1 Titre II, 2 Chapitre II, 3 Article 2",
                outline(
                        "# Loi",
                        "### Chapitre I",
                        "#### Article 1",
                        "## Titre II",
                        "### Chapitre II",
                        "#### Article 2"));
    }

    @Test
    void headingsWithoutAWordOfAPartLieAsTheOutlineSays() {
        assertEquals(
                "1 Contexte, 2 Menaces, 2 Acteurs, 1 Vision, 2 Buts, 2 Moyens",
                outline(
                        "# Stratégie",
                        "## Contexte",
                        "### Menaces",
                        "### Acteurs",
                        "## Vision",
                        "#### Buts",
                        "#### Moyens"));
        assertEquals(
                "1 Contexte, 1 Article 1, 1 Article 2, 2 Détail, 1 Suites",
                outline(
                        "# Loi",
                        "## Contexte",
                        "## Article 1",
                        "## Article 2",
                        "### Détail",
                        "## Suites"));
    }

    @Test
    void partsThatAreTypedAsTextLieBetweenHeadings() {
        assertEquals(
                "1 Titre I, 2 Chapitre I, 3 Article 1, 3 Article 2, 2 Chapitre II, 3 Article 3,"
                        + " 1 Titre II, 2 Article 4",
                outline(
                        "# Loi",
                        "## Titre I",
                        "### Chapitre I",
                        "Article 1",
                        "Article 2",
                        "### Chapitre II",
                        "Article 3",
                        "## Titre II",
                        "Article 4"));
    }
}

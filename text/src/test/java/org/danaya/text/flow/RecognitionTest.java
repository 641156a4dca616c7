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
}

package org.danaya.text.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.text.TextFault;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.danaya.text.form.RandomFlows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static Flow read(String markdown) {
        return MarkdownReader.read(markdown, "fr").flow();
    }

    private static List<String> shape(String markdown) {
        return read(markdown)
                .lines()
                .map(
                        line ->
                                line.role().name().charAt(0)
                                        + ""
                                        + line.level()
                                        + " "
                                        + line.number()
                                        + "|"
                                        + line.text())
                .toList();
    }

    @Test
    void aTextIsReadAsItsLines() {
        assertEquals(
                List.of(
                        "T0 |Stratégie nationale",
                        "H1 |Axe 1 Gouvernance",
                        "H2 |Objectif 1.1",
                        "B0 |Deux lignes d’un paragraphe.",
                        "B0 1.|premier",
                        "B1 a)|les services",
                        "B1 b)|les réseaux",
                        "B1 |suite",
                        "B0 4.|quatrième",
                        "B0 -|tiret",
                        "B1 |en retrait",
                        "B0 –|demi-cadratin",
                        "B0 –|second"),
                shape(
                        """
                        Stratégie nationale
                        ===

                        # Axe 1 Gouvernance
                        ## Objectif 1.1

                        Deux lignes
                        d’un paragraphe.

                        1. premier

                           a) les services
                           b) les réseaux

                           suite
                        4. quatrième

                        - tiret

                        > en retrait

                        – demi-cadratin
                        – second
                        """));
    }

    @Test
    void whatIsNoMarkupIsText() {
        MarkdownReader.Read read =
                MarkdownReader.read(
                        """
                        <script>alert(1)</script> et <div>x</div>

                            quatre espaces

                        [x](javascript:alert(1)) [^absent] H<sub>2</sub>O

                        ```
                        code
                        ```

                        ---

                        [^seule]: note que rien n’appelle
                        """,
                        "fr");
        assertEquals(
                List.of(
                        "<script>alert(1)</script> et <div>x</div>",
                        "quatre espaces",
                        "x [^absent] H2O",
                        "code",
                        "note que rien n’appelle"),
                read.flow().lines().map(Line::words).toList());
        assertEquals(
                "HTML HTML HTML HTML ADDRESS CODE RULE NOTE_UNCALLED",
                read.remarks().stream()
                        .map(remark -> remark.kind().name())
                        .collect(Collectors.joining(" ")));
        assertEquals(7, read.remarks().get(5).line());
    }

    @Test
    void tablesAndFootnotes() {
        Flow flow =
                read(
                        """
                        | Mesure | Délai[^1] |
                        | --- | --- |
                        | a\\|b | un<br>an<br><br>fin |

                        [^1]: En mois.

                            Deuxième alinéa.
                        """);
        Grid grid = (Grid) flow.blocks().getFirst();
        assertTrue(grid.rows().getFirst().head());
        assertEquals(
                List.of("Mesure", "Délai\nEn mois.\nDeuxième alinéa.", "a|b", "un\nan", "fin"),
                grid.lines().map(Line::words).toList());
        assertEquals(1, flow.blocks().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "[^1]: [^1]",
                "[^1]\n\n[^1]: a[^1] b[^2]\n\n[^2]: c[^1]",
                "1.",
                "-",
                "> ",
                "#",
                "===",
                "a\n===",
                "|",
                "|-|",
                "| a |\n|-|",
                "\\",
                "a\\",
                "```",
                "<b>",
                "</b>",
                "<b>*a</b>*",
                "[a](",
                "![](x)",
                "&#0;",
                "&#xd800;",
                "\u0000",
                "***",
                "a)",
                "–",
                "1. a)\n   b)",
                "* * *",
                "- - - a",
                "1)\n2)",
                "\uD800",
                "e\u0301",
                "[a]: b"
            })
    void anythingTypedIsRead(String typed) {
        stable(read(typed), typed);
    }

    @Test
    void tooMuchIsRefused() {
        assertEquals(
                "text.markdown.large",
                assertThrows(TextFault.class, () -> read("a".repeat(MarkdownReader.LARGEST + 1)))
                        .code());
        for (String deep : List.of("> ".repeat(500) + "a", "- ".repeat(500) + "a")) {
            assertEquals(
                    "text.markdown.deep", assertThrows(TextFault.class, () -> read(deep)).code());
        }
        String marks = "*a ".repeat(5_000) + "b*".repeat(5_000);
        assertEquals("text.markdown.deep", assertThrows(TextFault.class, () -> read(marks)).code());
    }

    @Test
    void marksComeBack() {
        for (String typed :
                List.of(
                        "**gras** *italique* ***les deux***",
                        "<u>souligné</u> m<sup>2</sup> H<sub>2</sub>O <dfn>défini</dfn>",
                        "**a**, <b>«\u00a0b\u00a0»</b>",
                        "[lien](<https://a.ml/b(c)>) et [article 3](<#art_3>)",
                        "# Titre[^1]\n\n[^1]: note",
                        "> a) les services\\\n> et plus",
                        "|  |  |\n| --- | --- |\n| a | b |",
                        "![plan](<https://a.ml/p.png>)")) {
            assertEquals(typed + "\n", MarkdownWriter.of(read(typed)));
        }
    }

    /** Random texts: all words come back, and a second time nothing changes at all. */
    @Test
    void randomTextsAreStable() {
        for (long seed = 0; seed < 1_500; seed++) {
            stable(new RandomFlows(seed).flow(8), "seed " + seed);
        }
    }

    /** Random signs are read, and what was read comes back. */
    @Test
    void randomSignsAreRead() {
        String signs = "aé ɛ*_`[]()<>!#-+=|\\\n\n\n\t 1.)^:~&;\"'–/bru";
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder typed = new StringBuilder();
            int length = random.nextInt(120);
            for (int i = 0; i < length; i++) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            stable(read(typed.toString()), "seed " + seed + ": " + typed);
        }
    }

    private static void stable(Flow flow, String what) {
        Flow once = read(MarkdownWriter.of(flow));
        assertEquals(words(flow), words(once), what);
        String written = MarkdownWriter.of(once);
        Flow twice = read(written);
        assertEquals(once.blocks(), twice.blocks(), what);
        assertEquals(written, MarkdownWriter.of(twice), what);
    }

    /** Words of all lines and footnotes; how a cell's lines are parted isn't told. */
    private static String words(Flow flow) {
        return flow.lines()
                .flatMap(line -> Stream.of(line.words()))
                .map(words -> words.replaceAll("[ \n]+", " ").strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Test
    void headingsKeepTheirLevel() {
        assertEquals(
                List.of(1, 2, 6),
                read("# a\n\n## b\n\n###### c").lines().map(Line::level).toList());
        assertEquals(Role.TITLE, read("Loi\n===").lines().findFirst().orElseThrow().role());
        assertEquals("Loi", read("Loi\n===").title());
    }
}

package org.danaya.text.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Legend;
import org.danaya.text.form.RandomFlows;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static Line line(Role role, int level, String number, String words) {
        return Line.of(role, level, number, List.of(Run.of(words)));
    }

    private static Grid.Row row(boolean head, String... cells) {
        return new Grid.Row(
                head,
                Arrays.stream(cells)
                        .map(words -> new Grid.Cell(1, 1, List.of(line(Role.BODY, 0, "", words))))
                        .toList());
    }

    private static final Flow LAW =
            new Flow(
                    "fr",
                    "",
                    List.of(
                            line(Role.TITLE, 0, "", "Loi sur la cybersécurité"),
                            line(Role.HEADING, 1, "Article 1", "Objet"),
                            line(Role.BODY, 0, "", "La présente loi régit :"),
                            Line.of(
                                    Role.BODY,
                                    1,
                                    "a)",
                                    List.of(
                                            Run.of("les services"),
                                            new Note("", List.of(line(Role.BODY, 0, "", "Tous."))),
                                            Run.of(" et les systèmes ɲɛnɛ ;"))),
                            line(Role.BODY, 1, "b)", "les structures."),
                            new Grid(
                                    Place.NOWHERE,
                                    0,
                                    List.of(
                                            row(true, "Axe", "Délai"),
                                            row(false, "Gouvernance", "Un an, au plus tard")))));

    @Test
    void aParagraphIsALine() {
        assertEquals(
                """
                Loi sur la cybersécurité

                Article 1 Objet

                La présente loi régit :
                  a) les services[1] et les systèmes ɲɛnɛ ;
                  b) les structures.

                +-------------+---------------------+
                | Axe         | Délai               |
                +=============+=====================+
                | Gouvernance | Un an, au plus tard |
                +-------------+---------------------+

                Notes

                [1] Tous.
                """,
                PlainText.of(LAW));
    }

    @Test
    void linesAreWrappedBelowTheirWords() {
        assertEquals(
                """
                Loi sur la
                cybersécurité

                Article 1 Objet

                La présente loi
                régit :

                  a) les
                     services[1]
                     et les
                     systèmes ɲɛnɛ
                     ;

                  b) les
                     structures.

                +-------------+-------+
                | Axe         | Délai |
                +=============+=======+
                | Gouvernance | Un    |
                |             | an,   |
                |             | au    |
                |             | plus  |
                |             | tard  |
                +-------------+-------+

                Notes

                [1] Tous.
                """,
                PlainText.of(LAW, 18, Legend.ENGLISH));
    }

    @Test
    void aCellThatSpansStandsAcross() {
        Grid.Cell wide = new Grid.Cell(2, 1, List.of(line(Role.BODY, 0, "", "Deux colonnes")));
        Grid.Cell tall = new Grid.Cell(1, 2, List.of(line(Role.BODY, 0, "", "haut")));
        Grid grid =
                new Grid(
                        Place.NOWHERE,
                        0,
                        List.of(new Grid.Row(false, List.of(tall, wide)), row(false, "a", "b")));
        assertEquals(
                """
                +------+-------+-------+
                | haut | Deux colonnes |
                +------+-------+-------+
                |      | a     | b     |
                +------+-------+-------+
                """,
                PlainText.of(new Flow("fr", "", List.of(grid))));
    }

    /** Every word of a random text is there, in its order where it isn't in a table. */
    @Test
    void noWordIsLost() {
        for (long seed = 0; seed < 300; seed++) {
            Flow flow = new RandomFlows(seed).flow(12);
            for (int width : new int[] {0, 20, 72}) {
                String text = bare(PlainText.of(flow, width, Legend.FRENCH));
                for (String piece : pieces(flow)) {
                    assertTrue(text.contains(piece), "seed " + seed + ": " + piece);
                }
            }
        }
    }

    /** Words between spaces of every line and footnote, which no width breaks. */
    private static List<String> pieces(Flow flow) {
        return flow.lines()
                .flatMap(PlainTextTest::runs)
                .flatMap(run -> Pattern.compile(" ").splitAsStream(run.text()))
                .map(PlainTextTest::bare)
                .toList();
    }

    private static Stream<Run> runs(Line line) {
        return Stream.concat(
                line.inlines().stream().filter(Run.class::isInstance).map(Run.class::cast),
                line.notes().flatMap(note -> note.lines().stream()).flatMap(PlainTextTest::runs));
    }

    private static String bare(String text) {
        return text.replaceAll("[ \n]", "").replaceAll("\\[\\d+\\]|\\[[*7]\\]|\\[<b>\\]", "");
    }
}

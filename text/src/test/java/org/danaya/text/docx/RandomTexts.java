package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;

/** Texts such as ministries write, at random: parts, articles, points, tables, footnotes. */
final class RandomTexts {

    static final int NOTES = 1;
    static final int TABLES = 2;
    static final int SPANS = 4;
    static final int MARKS = 8;
    static final int LINKS = 16;
    static final int BREAKS = 32;
    static final int PICTURES = 64;
    static final int ALL = 127;

    private static final List<String> WORDS =
            List.of(
                    "la",
                    "le",
                    "de",
                    "cybersécurité",
                    "l’État",
                    "stratégie",
                    "nationale",
                    "Mali",
                    "autorité",
                    "«\u00a0système\u00a0»",
                    "peut",
                    "doit",
                    "est",
                    "les",
                    "opérateurs",
                    "services",
                    "Ɲɛnɛ",
                    "kɛ",
                    "2026",
                    "n°\u00a02019-056",
                    "et",
                    "ou",
                    "à",
                    "ainsi",
                    "que",
                    "fixées",
                    "par",
                    "décret",
                    "(CERT)",
                    "R&D",
                    "<texte>",
                    "–",
                    "1",
                    "*");

    private final Random random;
    private final int features;
    private int parts;
    private int words;

    RandomTexts(long seed, int features) {
        this.random = new Random(seed);
        this.features = features;
    }

    private boolean has(int feature) {
        return (features & feature) != 0;
    }

    Flow flow(int blocks) {
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            all.add(has(TABLES) && random.nextInt(9) == 0 ? grid() : line());
        }
        return new Flow("fr", "Avant-projet", all);
    }

    private Line line() {
        int kind = random.nextInt(10);
        return switch (kind) {
            case 0 -> opening("chapter", Role.HEADING, 1, "Chapitre " + (1 + random.nextInt(9)));
            case 1, 2 -> opening("article", Role.HEADING, 2, "Article " + random.nextInt(60));
            case 3, 4 -> opening("point", Role.BODY, 1 + random.nextInt(2), pick("a)", "b)", "–"));
            case 5 -> Line.of(pick(Role.FRONT, Role.TITLE, Role.CAPTION), 0, "", inlines(true));
            case 6 -> Line.of(Role.CROSS_HEADING, 0, "", inlines(true));
            default -> Line.of(Role.BODY, random.nextInt(3), "", inlines(true));
        };
    }

    private Line opening(String tag, Role role, int level, String number) {
        parts++;
        Place place = new Place(tag, "chp_1__" + tag + "_" + parts, "w_" + parts);
        return new Line(place, tag, role, level, number, inlines(true));
    }

    private Grid grid() {
        int columns = 1 + random.nextInt(4);
        int count = 1 + random.nextInt(5);
        int[] covered = new int[columns];
        List<Grid.Row> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<Grid.Cell> cells = new ArrayList<>();
            int column = 0;
            while (column < columns) {
                if (covered[column] > 0) {
                    covered[column++]--;
                    continue;
                }
                int wide = 1;
                int high = 1;
                boolean last = cells.isEmpty() && column == columns - 1;
                if (has(SPANS) && random.nextInt(5) == 0) {
                    while (wide < 2 && column + wide < columns && covered[column + wide] == 0) {
                        wide++;
                    }
                    // Every row has a cell of its own.
                    high = last || wide == columns ? 1 : 1 + random.nextInt(count - row);
                    if (cells.isEmpty() && column + wide >= columns) {
                        high = 1;
                    }
                }
                for (int i = 0; i < wide; i++) {
                    covered[column + i] = high - 1;
                }
                column += wide;
                cells.add(new Grid.Cell(wide, high, lines()));
            }
            if (cells.isEmpty()) {
                break;
            }
            rows.add(new Grid.Row(row == 0 && random.nextBoolean(), cells));
        }
        return new Grid(Place.NOWHERE, random.nextInt(2), rows);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        do {
            lines.add(Line.of(Role.BODY, 0, pick("", "", "1."), inlines(true)));
        } while (random.nextInt(4) == 0);
        return lines;
    }

    private List<Inline> inlines(boolean notes) {
        List<Inline> inlines = new ArrayList<>();
        Style before = Style.PLAIN;
        inlines.add(Run.of(words()));
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10);
            if (kind == 0 && has(BREAKS)) {
                inlines.add(new Break());
            } else if (kind <= 2 && notes && has(NOTES)) {
                inlines.add(note());
            } else if (kind == 3 && has(PICTURES)) {
                inlines.add(new Picture("carte.png", "Carte " + words()));
            }
            boolean end = inlines.getLast() instanceof Break;
            Style style = before.equals(Style.PLAIN) ? style() : Style.PLAIN;
            inlines.add(new Run((end ? "" : " ") + words(), style));
            before = style;
        }
        return inlines;
    }

    private Note note() {
        List<Line> lines = new ArrayList<>();
        do {
            lines.add(Line.of(Role.BODY, 0, "", inlines(false)));
        } while (random.nextInt(4) == 0);
        return new Note(pick("", "", "", "", "*", "(a)"), lines);
    }

    private Style style() {
        if (has(LINKS) && random.nextInt(4) == 0) {
            return Style.PLAIN.to(
                    pick("#chp_1__article_1", "https://example.ml/loi?a=1&b=2", "/akn/ml/act/1"));
        }
        if (!has(MARKS)) {
            return Style.PLAIN;
        }
        Style style = Style.PLAIN;
        for (Mark mark :
                List.of(Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE, Mark.SUPERSCRIPT, Mark.DEFINED)) {
            style = random.nextInt(4) == 0 ? style.with(mark) : style;
        }
        return style;
    }

    private String words() {
        StringBuilder said = new StringBuilder("w" + ++words);
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            said.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return said.toString();
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}

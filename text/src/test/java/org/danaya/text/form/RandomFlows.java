package org.danaya.text.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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

/** Texts of all shapes, with every sign that some form takes for its own. */
public final class RandomFlows {

    private static final List<String> WORDS =
            List.of(
                    "la",
                    "République",
                    "cybersécurité",
                    "l’État",
                    "ɛ",
                    "ɔ",
                    "Ɲɛnɛ",
                    "ŋɔlɔ",
                    "ɛ̀",
                    "ɔ̌dɔ",
                    "&",
                    "<b>",
                    "</p>",
                    "<!--",
                    "]]>",
                    "&amp;",
                    "&#42;",
                    "*",
                    "**",
                    "_a_",
                    "__",
                    "`x`",
                    "``",
                    "|",
                    "||",
                    "\\",
                    "\\|",
                    "#",
                    "##",
                    "[1]",
                    "[^1]",
                    "[^1]:",
                    "[a](b)",
                    "![a](b)",
                    "<http://a.ml>",
                    "https://a.ml/b_c?d=e&f",
                    "a@b.ml",
                    "1.",
                    "12)",
                    "-",
                    "+",
                    "–",
                    "a)",
                    "===",
                    "---",
                    "***",
                    "~~",
                    "~~~",
                    "$x$",
                    "^",
                    "!",
                    "(",
                    ")",
                    "«\u00a0mot\u00a0»",
                    "fin\u00a0:",
                    "\"",
                    "'",
                    "e\u0301tat",
                    "😀",
                    "中文",
                    "a*b*c",
                    "snake_case_word",
                    "x**y",
                    "\u202f",
                    "{}",
                    "%",
                    "@",
                    "=",
                    ">",
                    ">>",
                    ":",
                    ":-:",
                    "|-|",
                    "javascript:alert(1)",
                    "\tx",
                    "officiel",
                    "1",
                    "2026",
                    "anticonstitutionnellement");

    private static final List<String> NUMBERS =
            List.of("", "", "Article 3", "a)", "1.", "–", "•", "1°", "IV.-", "Titre I", "*", "#");

    private final Random random;
    private int parts;

    public RandomFlows(long seed) {
        this.random = new Random(seed);
    }

    /** A text of so many blocks. */
    public Flow flow(int blocks) {
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            if (random.nextInt(8) == 0) {
                all.add(grid());
            } else {
                all.add(line(true));
            }
        }
        return new Flow(pick(List.of("fr", "en", "bm", "")), pick(List.of("", "Un <titre>")), all);
    }

    private Grid grid() {
        List<Grid.Row> rows = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int row = 0; row < count; row++) {
            List<Grid.Cell> cells = new ArrayList<>();
            int width = 1 + random.nextInt(4);
            for (int cell = 0; cell < width; cell++) {
                List<Line> lines = new ArrayList<>();
                do {
                    lines.add(Line.of(Role.BODY, 0, pick(NUMBERS), inlines(1)));
                } while (random.nextInt(4) == 0);
                cells.add(new Grid.Cell(span(), span(), lines));
            }
            rows.add(new Grid.Row(row == 0 && random.nextBoolean(), cells));
        }
        return new Grid(place(), random.nextInt(3), rows);
    }

    private int span() {
        return random.nextInt(6) == 0 ? 2 : 1;
    }

    private Line line(boolean parts) {
        Role role = pick(List.copyOf(EnumSet.allOf(Role.class)));
        int level = role == Role.HEADING ? 1 + random.nextInt(9) : random.nextInt(5);
        String number = role == Role.HEADING || role == Role.BODY ? pick(NUMBERS) : "";
        return new Line(
                parts ? place() : Place.NOWHERE,
                random.nextBoolean() ? "article" : "",
                role,
                level,
                number,
                inlines(2));
    }

    private Place place() {
        if (random.nextInt(3) > 0) {
            return Place.NOWHERE;
        }
        parts++;
        return new Place("article", "art_" + (parts + 1) / 2, "w_" + parts);
    }

    private List<Inline> inlines(int depth) {
        List<Inline> inlines = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        Style before = null;
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(12);
            if (kind == 0 && i > 0 && i + 1 < count) {
                inlines.add(new Break());
                before = null;
            } else if (kind == 1 && depth > 0) {
                inlines.add(note(depth - 1));
                before = null;
            } else if (kind == 2 && random.nextInt(4) == 0) {
                inlines.add(new Picture(pick(List.of("https://a.ml/i.png", "i.png")), words()));
                before = null;
            } else {
                Style style = style();
                if (!style.equals(before)) {
                    String space = inlines.isEmpty() || random.nextInt(3) == 0 ? "" : " ";
                    inlines.add(new Run(space + words(), style));
                    before = style;
                }
            }
        }
        return inlines;
    }

    private Note note(int depth) {
        List<Line> lines = new ArrayList<>();
        do {
            lines.add(Line.of(Role.BODY, 0, "", inlines(depth)));
        } while (random.nextInt(3) == 0);
        return new Note(random.nextInt(3) == 0 ? pick(List.of("*", "7", "<b>")) : "", lines);
    }

    private Style style() {
        if (random.nextInt(2) == 0) {
            return Style.PLAIN;
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : EnumSet.allOf(Mark.class)) {
            if (random.nextInt(4) == 0) {
                marks.add(mark);
            }
        }
        return new Style(
                marks,
                random.nextInt(4) == 0
                        ? pick(
                                List.of(
                                        "#art_1",
                                        "https://a.ml/?x=\"><script>",
                                        "https://a.ml/(b)",
                                        "javascript:alert(1)",
                                        "mailto:a@b.ml",
                                        "java\nscript:x"))
                        : "");
    }

    private String words() {
        StringBuilder words = new StringBuilder(pick(WORDS));
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            words.append(random.nextInt(8) == 0 ? "" : " ").append(pick(WORDS));
        }
        return Normalizer.normalize(words.toString().replace("\t", ""), Normalizer.Form.NFC);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

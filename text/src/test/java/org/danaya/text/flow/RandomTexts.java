package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Texts made at random, with everything that a text may have: the same from the same seed. */
public final class RandomTexts {

    private static final List<String> VOCABULARY =
            List.of(
                    "cyberespace",
                    "confiance",
                    "l’État",
                    "données",
                    "«\u00a0risque\u00a0»",
                    "ɲɛ",
                    "ŋana",
                    "sɔrɔ",
                    "ɛ\u0301",
                    "100\u00a0%",
                    "<p>",
                    "a&b",
                    "*",
                    "_x_",
                    "#",
                    "1.",
                    "[lien]",
                    "`c`",
                    "agence",
                    "de",
                    "la",
                    "des",
                    "réseaux",
                    "sécurité",
                    ";",
                    ":",
                    "services",
                    "et");

    private final Random random;
    private int articles;

    public RandomTexts(long seed) {
        this.random = new Random(seed);
    }

    /** A text of so many parts at least. */
    public Flow text(int parts) {
        articles = 0;
        List<Block> blocks = new ArrayList<>();
        String title = words(5);
        blocks.add(line("", Role.TITLE, 0, "", List.of(Run.of(title))));
        for (int at = random.nextInt(3); at > 0; at--) {
            blocks.add(line("", Role.FRONT, 0, "", inlines(true)));
        }
        int chapters = 0;
        while (articles < parts) {
            chapters++;
            blocks.add(line("chapter", Role.HEADING, 1, "Chapitre " + chapters, inlines(false)));
            for (int at = 1 + random.nextInt(4); at > 0; at--) {
                article(blocks);
            }
        }
        if (random.nextBoolean()) {
            blocks.add(line("attachment", Role.HEADING, 1, "Annexe", inlines(false)));
            blocks.add(line("alinea", Role.BODY, 0, "", inlines(true)));
            blocks.add(grid());
        }
        return new Flow("fr", title, blocks);
    }

    private void article(List<Block> blocks) {
        articles++;
        blocks.add(
                line(
                        "article",
                        Role.HEADING,
                        2,
                        "Article " + articles,
                        random.nextInt(4) == 0 ? List.of() : inlines(false)));
        switch (random.nextInt(4)) {
            case 0 -> {
                blocks.add(line("", Role.BODY, 0, "", inlines(true)));
                if (random.nextBoolean()) {
                    blocks.add(grid());
                }
            }
            case 1 -> {
                blocks.add(line("", Role.BODY, 0, "", inlines(true)));
                points(blocks, 1);
            }
            case 2 -> {
                for (int at = 1; at < 2 + random.nextInt(4); at++) {
                    blocks.add(line("paragraph", Role.BODY, 0, at + ".", inlines(true)));
                    if (random.nextInt(3) == 0) {
                        points(blocks, 1);
                    } else if (random.nextInt(4) == 0) {
                        blocks.add(line("", Role.BODY, 0, "", inlines(true)));
                    }
                }
            }
            default -> {
                for (int at = 0; at < 2 + random.nextInt(3); at++) {
                    blocks.add(line("alinea", Role.BODY, 0, "", inlines(true)));
                    if (random.nextInt(4) == 0) {
                        blocks.add(line("", Role.CAPTION, 0, "", inlines(false)));
                        blocks.add(grid());
                    }
                }
            }
        }
    }

    private void points(List<Block> blocks, int level) {
        int count = 1 + random.nextInt(4);
        boolean dashes = random.nextBoolean();
        for (int at = 0; at < count; at++) {
            String number = dashes ? "–" : level == 1 ? (char) ('a' + at) + ")" : (at + 1) + "°";
            blocks.add(line(dashes ? "indent" : "point", Role.BODY, level, number, inlines(true)));
            if (level < 3 && random.nextInt(6) == 0) {
                points(blocks, level + 1);
            } else if (random.nextInt(8) == 0) {
                blocks.add(line("", Role.BODY, level, "", inlines(true)));
            }
        }
    }

    /** A table. */
    public Grid grid() {
        List<Grid.Row> rows = new ArrayList<>();
        int columns = 1 + random.nextInt(3);
        for (int row = 0; row < 1 + random.nextInt(4); row++) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                List<Line> lines = new ArrayList<>();
                for (int at = 0; at < 1 + random.nextInt(2); at++) {
                    lines.add(line("", Role.BODY, 0, "", inlines(false)));
                }
                cells.add(new Grid.Cell(1, 1, lines));
            }
            rows.add(new Grid.Row(row == 0 && random.nextBoolean(), cells));
        }
        return new Grid(Place.NOWHERE, 0, rows);
    }

    private static Line line(
            String opens, Role role, int level, String number, List<Inline> inlines) {
        return new Line(Place.NOWHERE, opens, role, level, number, inlines);
    }

    /**
     * What may stand in a line: words, marks, links; also notes and breaks where they may stand.
     */
    public List<Inline> inlines(boolean notes) {
        List<Inline> inlines = new ArrayList<>();
        int runs = 1 + random.nextInt(4);
        Style before = null;
        for (int at = 0; at < runs; at++) {
            Style style = style();
            if (!style.equals(before)) {
                inlines.add(
                        new Run(words(1 + random.nextInt(9)) + (at < runs - 1 ? " " : ""), style));
                before = style;
            }
        }
        Run last = (Run) inlines.removeLast();
        inlines.add(new Run(last.text().strip(), last.style()));
        if (notes && random.nextInt(6) == 0) {
            inlines.add(
                    new Note(
                            Integer.toString(1 + random.nextInt(9)),
                            List.of(line("", Role.BODY, 0, "", List.of(Run.of(words(6)))))));
        }
        if (notes && random.nextInt(10) == 0) {
            inlines.add(new Break());
            inlines.add(new Run(words(3), Style.PLAIN));
        }
        return inlines;
    }

    private Style style() {
        int choice = random.nextInt(10);
        if (choice < 6) {
            return Style.PLAIN;
        }
        if (choice == 6) {
            return Style.PLAIN.to("#art_" + (1 + random.nextInt(9)));
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            if (mark != Mark.SUBSCRIPT && random.nextInt(3) == 0) {
                marks.add(mark);
            }
        }
        return new Style(marks, "");
    }

    /** So many words. */
    public String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < count; at++) {
            words.append(at == 0 ? "" : " ")
                    .append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return words.toString();
    }

    /** Where chance decides about what is done with a text. */
    public Random random() {
        return random;
    }
}

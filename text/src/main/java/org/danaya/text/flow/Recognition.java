package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the structure of a text that was typed without one: which lines are headings, of which
 * parts, how deep numbered lines lie, what is the title. What a reader says for certain (a line
 * that opens a part) stays as it is.
 *
 * <p>The rules, in this order: a word that names a part, with its number, begins that part ({@link
 * Label}); a heading of the file's own is a {@code level} at its depth; a line that begins with a
 * number is a {@code paragraph} right below a heading and a {@code point} below that, with a dash
 * or a bullet an {@code indent}; text without a number is an {@code alinea} where a heading has
 * several. What stands before the first part is the title and its lines.
 */
public final class Recognition {

    /** Beyond this many letters a line isn't taken for a heading by its look alone. */
    private static final int HEADING_LENGTH = 250;

    /** How parts lie in one another, the outermost first. */
    private static final List<String> ORDER =
            List.of(
                    "attachment",
                    "book",
                    "part",
                    "title",
                    "chapter",
                    "subchapter",
                    "section",
                    "subsection",
                    "article");

    private static final Set<String> DASHES = Set.of("-", "–", "—", "•", "·", "▪", "◦", "*", "o");

    private final List<Block> found = new ArrayList<>();
    private final Numbering numbering = new Numbering();

    /** The parts that are open, the outermost first. */
    private final List<Open> headings = new ArrayList<>();

    /** What the numbers under way open, the outermost first. */
    private final List<String> tags = new ArrayList<>();

    private boolean begun;

    /**
     * A part that is open.
     *
     * @param outline its level in the file's own outline, which may begin anywhere and skip levels
     */
    private record Open(String tag, int outline) {}

    /** Whether the file's own headings say how parts lie in one another. */
    private final boolean levelled;

    private Recognition(Flow flow) {
        this.levelled =
                flow.lines()
                                .filter(line -> line.role() == Role.HEADING)
                                .filter(line -> labelled(line).isPresent())
                                .map(Line::level)
                                .distinct()
                                .count()
                        > 1;
    }

    /** The same text, its structure recognised. */
    public static Flow recognise(Flow flow) {
        Recognition recognition = new Recognition(flow);
        List<Block> blocks = flow.blocks();
        for (int at = 0; at < blocks.size(); at++) {
            switch (blocks.get(at)) {
                case Grid grid -> recognition.grid(grid);
                case Line line -> {
                    Optional<Line> next =
                            at + 1 < blocks.size() && blocks.get(at + 1) instanceof Line following
                                    ? Optional.of(following)
                                    : Optional.empty();
                    if (recognition.line(line, next)) {
                        at++;
                    }
                }
            }
        }
        List<Block> structured = Alineas.told(recognition.found);
        return new Flow(flow.language(), title(flow, structured), structured);
    }

    private static String title(Flow flow, List<Block> blocks) {
        return blocks.stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(line -> line.role() == Role.TITLE)
                .map(Line::text)
                .findFirst()
                .orElse(flow.title());
    }

    private void grid(Grid grid) {
        found.add(new Grid(grid.place(), numbering.depth(), grid.rows()));
    }

    /** Takes a line; says whether the next one was its heading, and is taken too. */
    private boolean line(Line line, Optional<Line> next) {
        if (!line.opens().isEmpty()
                || line.role() == Role.CONTENTS
                || line.role() == Role.CAPTION) {
            kept(line);
            return false;
        }
        Optional<Label> label = labelled(line);
        if (label.isPresent()) {
            return labelled(line, label.get(), next);
        }
        switch (line.role()) {
            case HEADING -> heading(line);
            case BODY -> body(line);
            case TITLE, FRONT, CROSS_HEADING, CAPTION, CONTENTS -> found.add(line);
        }
        return false;
    }

    private void kept(Line line) {
        if (line.role() == Role.HEADING) {
            begin(line, outline(line));
        } else {
            begun |= !line.opens().isEmpty();
            found.add(line);
        }
    }

    private static Optional<Label> labelled(Line line) {
        if (line.role() != Role.HEADING && line.role() != Role.BODY) {
            return Optional.empty();
        }
        String whole = line.number().isEmpty() ? line.text() : line.number() + " " + line.text();
        return Label.of(whole)
                .filter(label -> line.role() == Role.HEADING || looksLikeHeading(label, whole));
    }

    /** "Article 3 du présent décret" in the middle of a text begins no article. */
    private static boolean looksLikeHeading(Label label, String whole) {
        boolean goesOn =
                !label.heading().isEmpty()
                        && label.end() <= label.number().length() + 1
                        && Character.isLowerCase(label.heading().charAt(0));
        boolean sentence =
                whole.length() > HEADING_LENGTH || whole.endsWith(".") || whole.endsWith(";");
        return !goesOn && (label.tag().equals("article") || !sentence);
    }

    private boolean labelled(Line line, Label label, Optional<Line> next) {
        int level = level(label.tag(), line);
        int cut = label.end() - (line.number().isEmpty() ? 0 : line.number().length() + 1);
        List<Inline> rest = Inlines.from(line.inlines(), Math.max(0, cut));
        boolean sentence =
                label.tag().equals("article")
                        && line.role() == Role.BODY
                        && (label.heading().endsWith(".")
                                || label.heading().endsWith(";")
                                || label.heading().endsWith(":")
                                || label.heading().length() > HEADING_LENGTH / 2);
        Optional<Line> below =
                next.filter(_ -> label.heading().isEmpty() && !label.tag().equals("article"))
                        .filter(Recognition::titleBelow);
        List<Inline> words = sentence ? List.of() : below.map(Line::inlines).orElse(rest);
        Line heading =
                new Line(line.place(), label.tag(), Role.HEADING, level, label.number(), words);
        begin(heading, line.role() == Role.HEADING ? outline(line) : below(level));
        if (sentence) {
            body(Line.of(Role.BODY, 0, "", rest));
        }
        return below.isPresent();
    }

    /** Under a bare "CHAPITRE II" its heading often stands on the line below. */
    private static boolean titleBelow(Line line) {
        String text = line.text();
        return line.opens().isEmpty()
                && (line.role() == Role.HEADING || line.role() == Role.BODY)
                && line.number().isEmpty()
                && !text.isEmpty()
                && text.length() <= HEADING_LENGTH
                && Label.of(text).isEmpty()
                && Numbering.found(text).isEmpty()
                && !text.endsWith(".")
                && (line.role() == Role.HEADING
                        || text.equals(text.toUpperCase(Locale.ROOT))
                        || Inlines.all(line.inlines(), Mark.BOLD));
    }

    /** A named part lies in the nearest part before it that stands higher in the order. */
    private int level(String tag, Line line) {
        if (levelled && line.role() == Role.HEADING) {
            return depth(outline(line));
        }
        int rank = ORDER.indexOf(tag);
        for (int at = headings.size(); at > 0; at--) {
            Open around = headings.get(at - 1);
            boolean higher =
                    around.tag().equals("level")
                            ? line.role() != Role.HEADING || around.outline() < outline(line)
                            : ORDER.indexOf(around.tag()) < rank;
            if (higher) {
                return at + 1;
            }
        }
        return 1;
    }

    /**
     * Where a heading of the file's outline lies: it ends all open parts that lie as deep in the
     * outline as itself or deeper.
     */
    private int depth(int outline) {
        int depth = headings.size();
        while (depth > 0 && headings.get(depth - 1).outline() >= outline) {
            depth--;
        }
        return depth + 1;
    }

    private static int outline(Line heading) {
        return Math.max(1, heading.level());
    }

    private void heading(Line line) {
        if (found.isEmpty() && line.number().isEmpty() && Numbering.found(line.text()).isEmpty()) {
            found.add(new Line(line.place(), "", Role.TITLE, 0, "", line.inlines()));
            return;
        }
        Optional<Numbering.Found> number =
                line.number().isEmpty() ? Numbering.found(line.text()) : Optional.empty();
        Line numbered =
                number.map(
                                at ->
                                        new Line(
                                                line.place(),
                                                "",
                                                Role.HEADING,
                                                line.level(),
                                                at.number(),
                                                Inlines.from(line.inlines(), at.end())))
                        .orElse(line);
        int outline = outline(line);
        begin(
                new Line(
                        line.place(),
                        "level",
                        Role.HEADING,
                        depth(outline),
                        numbered.number(),
                        numbered.inlines()),
                outline);
    }

    private void resetNumbers() {
        numbering.reset();
        tags.clear();
    }

    /** A part that the outline doesn't know lies there one below the part that it is in. */
    private int below(int level) {
        return level == 1 ? 1 : headings.get(level - 2).outline() + 1;
    }

    private void begin(Line heading, int outline) {
        begun = true;
        resetNumbers();
        int level = Math.max(1, heading.level());
        while (headings.size() >= level) {
            headings.removeLast();
        }
        while (headings.size() < level) {
            headings.add(new Open(heading.opens(), outline));
        }
        found.add(heading);
    }

    private void body(Line line) {
        Optional<Numbering.Found> number =
                line.number().isEmpty() ? Numbering.found(line.text()) : Optional.empty();
        String written = number.map(Numbering.Found::number).orElse(line.number());
        if (written.isEmpty()) {
            text(line);
            return;
        }
        begun = true;
        List<Inline> words =
                number.map(at -> Inlines.from(line.inlines(), at.end())).orElse(line.inlines());
        int depth = numbering.next(written);
        while (tags.size() > depth + 1) {
            tags.removeLast();
        }
        if (tags.size() <= depth) {
            tags.add(tag(written, depth));
        }
        int level = (int) tags.stream().filter(tag -> !tag.equals("paragraph")).count();
        found.add(new Line(line.place(), tags.getLast(), Role.BODY, level, written, words));
    }

    /** A number right below a heading is a paragraph's; below text that announces it, a point's. */
    private String tag(String number, int depth) {
        if (DASHES.contains(number)) {
            return "indent";
        }
        boolean announced =
                !found.isEmpty()
                        && found.getLast() instanceof Line before
                        && before.role() == Role.BODY
                        && before.text().endsWith(":");
        return depth == 0 && !announced ? "paragraph" : "point";
    }

    private void text(Line line) {
        boolean continues = line.level() > 0 && !numbering.isEmpty();
        if (!continues) {
            resetNumbers();
        }
        if (!begun && found.stream().noneMatch(Recognition::isTitle) && looksLikeTitle(line)) {
            found.add(new Line(line.place(), "", Role.TITLE, 0, "", line.inlines()));
            return;
        }
        int level = continues && found.getLast() instanceof Line last ? last.level() : 0;
        found.add(
                new Line(
                        line.place(),
                        "",
                        begun || !numbering.isEmpty() ? Role.BODY : role(line),
                        level,
                        "",
                        line.inlines()));
    }

    /** Before the first part, short lines are the front of the text; a long one is text already. */
    private Role role(Line line) {
        if (line.text().length() > HEADING_LENGTH) {
            begun = true;
            return Role.BODY;
        }
        return Role.FRONT;
    }

    private static boolean isTitle(Block block) {
        return block instanceof Line line && line.role() == Role.TITLE;
    }

    private static boolean looksLikeTitle(Line line) {
        return line.text().length() <= HEADING_LENGTH && !line.text().endsWith(".");
    }
}

package org.danaya.text.html;

import java.util.List;
import java.util.function.Consumer;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.danaya.text.form.Cells;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Headings;
import org.jspecify.annotations.Nullable;

/** Lines and tables as elements. */
final class FlowMarkup {

    private final Markup out;
    private final Frame frame;
    private final Headings headings;
    private final Anchors anchors;
    private final InlineMarkup inlines;
    private final String language;

    FlowMarkup(Markup out, Flow flow, Frame frame) {
        this(out, frame, flow.language(), new Footnotes(flow));
    }

    /**
     * @param notes that its lines will call
     */
    FlowMarkup(Markup out, Frame frame, String language, Footnotes notes) {
        this.out = out;
        this.frame = frame;
        this.language = language;
        this.headings = new Headings(frame.heading());
        this.anchors = new Anchors(frame.prefix());
        this.inlines = new InlineMarkup(frame, notes);
    }

    InlineMarkup inlines() {
        return inlines;
    }

    Anchors anchors() {
        return anchors;
    }

    void blocks(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Line line -> {
                    if (line.role() == Role.CAPTION
                            && i + 1 < blocks.size()
                            && blocks.get(i + 1) instanceof Grid grid) {
                        table(grid, line);
                        i++;
                    } else {
                        line(line);
                    }
                }
                case Grid grid -> table(grid, null);
            }
        }
    }

    void line(Line line) {
        open(line);
        inlines.line(out, line);
        out.close().line();
        headings.passed(line);
    }

    /** Begins the element of a line. */
    void open(Line line) {
        String wId = line.opens().isEmpty() ? "" : line.place().wId();
        String id = anchors.id(line.place());
        int level = headings.of(line);
        if (level > 0) {
            String tag = "h" + Math.min(level, 6);
            String aria = level > 6 ? Integer.toString(level) : "";
            out.open(tag, "id", id, "aria-level", aria, "data-wid", wId);
            return;
        }
        out.open("p", "id", id, "class", look(line), "data-wid", wId);
    }

    Headings headings() {
        return headings;
    }

    static String look(Line line) {
        return switch (line.role()) {
            case TITLE, HEADING -> "";
            case FRONT -> "front";
            case CROSS_HEADING -> "cross";
            case CAPTION -> "caption";
            case CONTENTS -> deep("contents", line.level());
            case BODY -> deep("", line.level());
        };
    }

    private static String deep(String look, int level) {
        return level == 0 ? look : (look + " l" + level).strip();
    }

    /**
     * @param caption what is above it, or null
     */
    private void table(Grid grid, @Nullable Line caption) {
        String name = caption == null ? "" : (caption.number() + " " + caption.text()).strip();
        open(grid, name.isEmpty() ? frame.legend().say("table") : name.replace('\n', ' '));
        if (caption != null) {
            out.open("caption", "id", anchors.id(caption.place()));
            inlines.line(out, caption);
            out.close().line();
        }
        Cells cells = Cells.of(grid);
        long heads = cells.rows().stream().takeWhile(Cells.Row::head).count();
        for (int i = 0; i < cells.rows().size(); i++) {
            if (i == 0 || i == heads) {
                out.open(i < heads ? "thead" : "tbody").line();
            }
            row(cells.rows().get(i));
            if (i + 1 == heads || i + 1 == cells.rows().size()) {
                out.close().line();
            }
        }
        close(grid);
    }

    /** Begins a table: what is wider than the screen moves inside it, by keyboard too. */
    void open(Grid grid, String name) {
        out.open("div", "class", "table", "role", "region", "tabindex", "0", "aria-label", name);
        String wId = grid.place().wId();
        out.open(
                        "table",
                        "id",
                        anchors.id(grid.place()),
                        "class",
                        deep("", grid.level()),
                        "data-wid",
                        wId)
                .line();
    }

    void close(Grid grid) {
        out.close().close().line();
    }

    private void row(Cells.Row row) {
        out.open("tr");
        for (Cells.Cell cell : row.cells()) {
            open(row, cell);
            cell(cell.cell().lines());
            out.close();
        }
        out.close().line();
    }

    void open(Cells.Row row, Cells.Cell cell) {
        boolean head = row.head() && !cell.filling();
        String scope = cell.columns() > 1 ? "colgroup" : "col";
        out.open(
                head ? "th" : "td",
                "scope",
                head ? scope : "",
                "colspan",
                several(cell.columns()),
                "rowspan",
                several(cell.rows()));
    }

    private static String several(int count) {
        return count > 1 ? Integer.toString(count) : "";
    }

    /** The lines of a cell; one alone needs no paragraph. */
    void cell(List<Line> lines) {
        if (lines.size() == 1 && anchors.known(lines.getFirst().place())) {
            inlines.line(out, lines.getFirst());
            return;
        }
        for (Line line : lines) {
            out.open("p", "id", anchors.id(line.place()));
            inlines.line(out, line);
            out.close();
        }
    }

    /** The footnotes that were called, at the end. */
    void notes(Markup to) {
        notes(
                to,
                called -> {
                    List<Line> lines = called.note().lines();
                    for (int i = 0; i < lines.size(); i++) {
                        if (i > 0) {
                            to.empty("br");
                        }
                        inlines.line(to, lines.get(i));
                    }
                });
    }

    /**
     * The footnotes that were called, at the end.
     *
     * @param words writes those of one
     */
    void notes(Markup to, Consumer<Footnotes.Called> words) {
        if (inlines.notes().isEmpty()) {
            return;
        }
        String own = frame.legend().language();
        to.open("section", "class", "notes", "aria-label", frame.legend().say("notes")).line();
        int level = Math.min(frame.heading() + 1, 6);
        to.words("h" + level, frame.legend().say("notes"), "lang", foreign(own)).line();
        to.open("ul").line();
        for (var each = inlines.notes().next(); each.isPresent(); each = inlines.notes().next()) {
            Footnotes.Called called = each.get();
            to.open("li", "id", inlines.noteId(called));
            to.words("span", called.label(), "class", "num").words(" ");
            words.accept(called);
            String label = frame.legend().say("note.back", called.label());
            String back = "#" + inlines.callId(called);
            to.words(" ")
                    .words("a", "↩", "href", back, "aria-label", label, "lang", foreign(own))
                    .close()
                    .line();
        }
        to.close().line().close().line();
    }

    private String foreign(String own) {
        return own.equals(language) ? "" : own;
    }
}

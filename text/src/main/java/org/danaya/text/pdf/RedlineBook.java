package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.form.Cells;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;
import org.danaya.text.form.Tally;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Hunk;
import org.danaya.text.redline.Hunks;
import org.danaya.text.redline.Redline;
import org.danaya.text.redline.RowChange;

/** What changed between two versions, as it is printed. */
final class RedlineBook {

    private static final Part.Shape SMALL = new Part.Shape(9.5f, 0, 0, 2, false);
    private static final Part.Shape CAUSE = new Part.Shape(9, 12, 0, 4, false);

    /** How many characters of a change tell which is meant. */
    private static final int WHICH = 60;

    private static final Part.Shape SIGN = new Part.Shape(9, 0, 4, 1, true);

    private final Legend legend;
    private final String foreign;
    private final Paragraphs paragraphs = new Paragraphs();
    private final PieceBits pieces;
    private final List<Part> parts = new ArrayList<>();

    private RedlineBook(Redline redline, String language, Legend legend) {
        Flow after = redline.after();
        this.legend = legend;
        this.foreign = legend.language().equals(language) ? "" : legend.language();
        Bits bits = new Bits(new Footnotes(after), FlowBook.names(after), legend);
        this.pieces = new PieceBits(bits);
    }

    static Book of(Redline redline, Map<String, List<String>> why, Legend legend) {
        String said = redline.language();
        String language = said.isEmpty() ? legend.language() : said;
        RedlineBook book = new RedlineBook(redline, language, legend);
        book.head(redline);
        List<List<Hunk>> hunks = why.isEmpty() ? List.of() : Hunks.byChange(redline);
        for (int at = 0; at < redline.changes().size(); at++) {
            book.change(redline.changes().get(at));
            if (!hunks.isEmpty()) {
                book.why(hunks.get(at), why);
            }
        }
        String title = FlowBook.title(redline.after(), legend) + " – " + legend.say("changes");
        return new Book(language, title, book.parts, book::note);
    }

    private void head(Redline redline) {
        for (String sentence : Tally.of(redline).sentences(legend)) {
            own(Bit.Words.of(sentence, Look.PLAIN), SMALL);
        }
        Look plain = Look.PLAIN;
        own(Bit.Words.of(legend.say("legend"), plain.bold()), new Part.Shape(9.5f, 0, 6, 2, true));
        own(new Bit.Words(legend.say("legend.came"), PieceBits.CAME, "", Bit.Fate.CAME), SMALL);
        own(new Bit.Words(legend.say("legend.went"), PieceBits.WENT, "", Bit.Fate.WENT), SMALL);
        own(Bit.Words.of(legend.say("legend.moved"), plain.in(Ink.MOVED)), SMALL);
        own(
                Bit.Words.of(legend.say("legend.renumbered"), plain),
                new Part.Shape(9.5f, 0, 0, 16, false));
    }

    /** Words that aren't the text's. */
    private void own(Bit words, Part.Shape shape) {
        parts.add(
                new Part.Para("P", List.of(), List.of(words), shape, List.of(), 0, foreign, false));
    }

    private void change(Change change) {
        switch (change) {
            case Change.Kept kept -> parts.add(kept(kept));
            case Change.Inserted inserted -> whole(inserted.block(), Bit.Fate.CAME);
            case Change.Deleted deleted -> whole(deleted.block(), Bit.Fate.WENT);
            case Change.MovedFrom from -> {
                sign("moved.from", "moved-from-" + from.move(), "#moved-to-" + from.move());
                parts.add(gone(from.line().before(), Bit.Fate.WENT));
            }
            case Change.MovedTo to -> {
                sign("moved.to", "moved-to-" + to.move(), "#moved-from-" + to.move());
                parts.add(kept(to.line()));
            }
            case Change.Table table -> parts.add(table(table));
        }
    }

    /** What is said of the changes of a line; which is meant, where there are several. */
    private void why(List<Hunk> hunks, Map<String, List<String>> why) {
        for (Hunk hunk : hunks) {
            String said = String.join(" ; ", why.getOrDefault(hunk.id(), List.of()));
            if (!said.isEmpty()) {
                String which = hunks.size() == 1 ? "" : which(hunk);
                own(Bit.Words.of("→ " + which + said, Look.PLAIN.in(Ink.MOVED)), CAUSE);
            }
        }
    }

    private static String which(Hunk hunk) {
        String words = (hunk.later().isEmpty() ? hunk.former() : hunk.later()).strip();
        return "«\u00a0"
                + (words.length() <= WHICH ? words : words.substring(0, WHICH) + "…")
                + "\u00a0» – ";
    }

    /** Says that a line moved, and leads to its other place. */
    private void sign(String key, String here, String there) {
        Look look = Look.PLAIN.in(Ink.MOVED);
        List<Bit> words =
                List.of(
                        Bit.Words.of("⇅ " + legend.say(key) + " ", look),
                        new Bit.Words(legend.say(key + ".link"), look, there, Bit.Fate.STAYED));
        parts.add(new Part.Para("P", List.of(), words, SIGN, List.of(here), 0, foreign, true));
    }

    private Part.Para kept(Change.Kept kept) {
        Look look = Paragraphs.look(kept.after());
        return paragraphs.para(
                kept.after(),
                pieces.number(kept, look.bold()),
                pieces.words(kept, look),
                !PieceBits.same(kept));
    }

    private void whole(Block block, Bit.Fate fate) {
        switch (block) {
            case Line line -> parts.add(fate == Bit.Fate.CAME ? came(line) : gone(line, fate));
            case Grid grid -> {
                Cells cells = Cells.of(grid);
                List<Part.Row> rows = new ArrayList<>();
                cells.rows().forEach(row -> rows.add(row(row, fate)));
                List<String> names =
                        fate == Bit.Fate.CAME ? paragraphs.names(grid.place()) : List.of();
                float indent = Paragraphs.indent(grid.level());
                parts.add(new Part.Table(cells.columns(), rows, indent, names));
            }
        }
    }

    private Part.Para came(Line line) {
        return paragraphs.para(
                line, pieces.number(line, Bit.Fate.CAME), pieces.words(line, Bit.Fate.CAME), true);
    }

    /** A line that isn't in the later version has no heading and no name there. */
    private Part.Para gone(Line line, Bit.Fate fate) {
        return new Part.Para(
                "P",
                pieces.number(line, fate),
                pieces.words(line, fate),
                Paragraphs.gone(line),
                List.of(),
                0,
                "",
                true);
    }

    private Part.Row row(Cells.Row row, Bit.Fate fate) {
        List<Part.Cell> cells = new ArrayList<>();
        for (Cells.Cell cell : row.cells()) {
            List<Part.Para> lines = new ArrayList<>();
            cell.cell().lines().forEach(line -> lines.add(cell(line, fate)));
            cells.add(new Part.Cell(cell.column(), cell.columns(), cell.rows(), lines));
        }
        return new Part.Row(row.head(), cells);
    }

    private Part.Para cell(Line line, Bit.Fate fate) {
        return new Part.Para(
                "P",
                pieces.number(line, fate),
                pieces.words(line, fate),
                Paragraphs.cell(line),
                List.of(),
                0,
                "",
                true);
    }

    private Part.Table table(Change.Table table) {
        List<Grid.Row> union = new ArrayList<>();
        for (RowChange row : table.rows()) {
            union.add(
                    switch (row) {
                        case RowChange.Kept kept -> kept.after();
                        case RowChange.Inserted inserted -> inserted.row();
                        case RowChange.Deleted deleted -> deleted.row();
                    });
        }
        Cells cells = Cells.of(new Grid(table.after().place(), table.after().level(), union));
        List<Part.Row> rows = new ArrayList<>();
        for (int i = 0; i < union.size(); i++) {
            Cells.Row row = cells.rows().get(i);
            rows.add(
                    switch (table.rows().get(i)) {
                        case RowChange.Inserted inserted -> row(row, Bit.Fate.CAME);
                        case RowChange.Deleted deleted -> row(row, Bit.Fate.WENT);
                        case RowChange.Kept kept -> kept(row, kept);
                    });
        }
        float indent = Paragraphs.indent(table.after().level());
        List<String> names = paragraphs.names(table.after().place());
        return new Part.Table(cells.columns(), rows, indent, names);
    }

    private Part.Row kept(Cells.Row row, RowChange.Kept kept) {
        List<Part.Cell> cells = new ArrayList<>();
        int at = 0;
        for (Cells.Cell cell : row.cells()) {
            List<Part.Para> lines = new ArrayList<>();
            if (!cell.filling()) {
                Look look = row.head() ? Look.PLAIN.bold() : Look.PLAIN;
                kept.cells().get(at).forEach(change -> lines.addAll(small(change, look)));
                at++;
            }
            cells.add(new Part.Cell(cell.column(), cell.columns(), cell.rows(), lines));
        }
        return new Part.Row(row.head(), cells);
    }

    /** Lines of a cell. */
    private List<Part.Para> small(Change change, Look look) {
        return switch (change) {
            case Change.Kept kept ->
                    List.of(
                            new Part.Para(
                                    "P",
                                    pieces.number(kept, look),
                                    pieces.words(kept, look),
                                    Paragraphs.cell(kept.after()),
                                    paragraphs.names(kept.after().place()),
                                    0,
                                    "",
                                    !PieceBits.same(kept)));
            case Change.Inserted inserted -> small(inserted.block(), Bit.Fate.CAME);
            case Change.Deleted deleted -> small(deleted.block(), Bit.Fate.WENT);
            case Change.MovedFrom from -> small(from.line().before(), Bit.Fate.WENT);
            case Change.MovedTo to -> small(to.line(), look);
            case Change.Table table -> List.of();
        };
    }

    private List<Part.Para> small(Block block, Bit.Fate fate) {
        return block.lines().map(line -> cell(line, fate)).toList();
    }

    private List<Part.Para> note(Footnotes.Called called) {
        List<List<Bit>> lines = pieces.note(called);
        List<Part.Para> paras = new ArrayList<>();
        for (List<Bit> words : lines) {
            paras.add(FlowBook.noteLine(called, paras.isEmpty(), words));
        }
        return paras.isEmpty() ? List.of(FlowBook.noteLine(called, true, List.of())) : paras;
    }
}

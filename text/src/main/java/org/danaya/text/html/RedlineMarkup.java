package org.danaya.text.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.form.Cells;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Redline;
import org.danaya.text.redline.RowChange;

/** Changes as elements. */
final class RedlineMarkup {

    /** A stretch of more blocks than this, in which nothing changed, is folded. */
    private static final int FOLDED = 4;

    private final Markup out;
    private final Redline redline;
    private final Frame frame;
    private final Legend legend;
    private final FlowMarkup flow;
    private final PieceMarkup pieces;

    RedlineMarkup(Markup out, Redline redline, Frame frame) {
        this.out = out;
        this.redline = redline;
        this.frame = frame;
        this.legend = frame.legend();
        Footnotes notes = new Footnotes(redline.after());
        this.flow = new FlowMarkup(out, frame, redline.language(), notes);
        this.pieces = new PieceMarkup(out, redline.language(), legend, flow.inlines());
    }

    void write(boolean folded) {
        List<Change> changes = redline.changes();
        for (int at = 0; at < changes.size(); ) {
            int end = at;
            while (end < changes.size() && same(changes.get(end))) {
                end++;
            }
            // The last of them stays beside what follows, mostly its heading.
            int last = end == changes.size() ? end : end - 1;
            if (folded && last - at > FOLDED) {
                stretch(changes, at, last);
                at = last;
            }
            for (; at < end; at++) {
                change(changes.get(at));
            }
            if (at < changes.size()) {
                change(changes.get(at));
                at++;
            }
        }
        pieces.notes(flow, this::lines);
    }

    /** Nothing changed: the headings above what follows stay in sight, the rest is folded. */
    private void stretch(List<Change> changes, int from, int last) {
        BitSet above = above(changes, from, last);
        int at = from;
        for (int heading = above.nextSetBit(from);
                heading >= 0;
                heading = above.nextSetBit(heading + 1)) {
            fold(changes.subList(at, heading));
            change(changes.get(heading));
            at = heading + 1;
        }
        fold(changes.subList(at, last));
    }

    /** The headings of a stretch below which the block behind it stands. */
    private static BitSet above(List<Change> changes, int from, int last) {
        BitSet above = new BitSet();
        if (last == changes.size()) {
            return above;
        }
        int lowest = depth(changes.get(last));
        for (int at = last - 1; at >= from; at--) {
            int depth = depth(changes.get(at));
            if (depth < lowest) {
                above.set(at);
                lowest = depth;
            }
        }
        return above;
    }

    /** How deep a heading stands; what is none stands below all of them. */
    private static int depth(Change change) {
        if (change instanceof Change.Kept kept) {
            return switch (kept.after().role()) {
                case TITLE -> -1;
                case HEADING -> kept.after().level();
                case FRONT, CROSS_HEADING, BODY, CAPTION, CONTENTS -> Integer.MAX_VALUE;
            };
        }
        return Integer.MAX_VALUE;
    }

    private void fold(List<Change> changes) {
        if (changes.size() <= FOLDED) {
            changes.forEach(this::change);
            return;
        }
        out.open("details").line();
        String count = legend.say("unchanged", changes.size());
        out.words("summary", count, "lang", pieces.foreign()).line();
        changes.forEach(this::change);
        out.close().line();
    }

    /** Whether nothing that is seen changed. */
    static boolean same(Change change) {
        return switch (change) {
            case Change.Kept kept -> PieceMarkup.same(kept);
            case Change.Table table -> table.before().equals(table.after());
            case Change.Inserted inserted -> false;
            case Change.Deleted deleted -> false;
            case Change.MovedFrom from -> false;
            case Change.MovedTo to -> false;
        };
    }

    private void change(Change change) {
        switch (change) {
            case Change.Kept kept -> kept(kept);
            case Change.Inserted inserted -> whole(inserted.block(), "ins");
            case Change.Deleted deleted -> whole(deleted.block(), "del");
            case Change.MovedFrom from -> from(from);
            case Change.MovedTo to -> to(to);
            case Change.Table table -> table(table);
        }
    }

    private void kept(Change.Kept kept) {
        flow.open(kept.after());
        pieces.line(kept);
        out.close().line();
        flow.headings().passed(kept.after());
    }

    private void whole(Block block, String tag) {
        switch (block) {
            case Line line -> {
                if (tag.equals("ins")) {
                    flow.open(line);
                    flow.headings().passed(line);
                } else {
                    out.open("p", "class", FlowMarkup.look(line));
                }
                pieces.whole(line, tag);
                out.close().line();
            }
            case Grid grid -> {
                Cells cells = Cells.of(grid);
                flow.open(grid, legend.say("table"));
                for (Cells.Row row : cells.rows()) {
                    row(row, tag);
                }
                flow.close(grid);
            }
        }
    }

    private void row(Cells.Row row, String tag) {
        out.open("tr");
        for (Cells.Cell cell : row.cells()) {
            flow.open(row, cell);
            for (Line line : cell.cell().lines()) {
                out.open("p");
                pieces.whole(line, tag);
                out.close();
            }
            out.close();
        }
        out.close().line();
    }

    private void from(Change.MovedFrom from) {
        String here = frame.prefix() + "moved-from-" + from.move();
        out.open("div", "class", "moved", "id", here).line();
        pieces.sign("moved.from", "#" + frame.prefix() + "moved-to-" + from.move());
        out.open("p", "class", FlowMarkup.look(from.line().before()));
        pieces.whole(from.line().before(), "del");
        out.close().line().close().line();
    }

    private void to(Change.MovedTo to) {
        String here = frame.prefix() + "moved-to-" + to.move();
        out.open("div", "class", "moved", "id", here).line();
        pieces.sign("moved.to", "#" + frame.prefix() + "moved-from-" + to.move());
        kept(to.line());
        out.close().line();
    }

    private void table(Change.Table table) {
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
        flow.open(table.after(), legend.say("table"));
        for (int i = 0; i < union.size(); i++) {
            switch (table.rows().get(i)) {
                case RowChange.Inserted inserted -> row(cells.rows().get(i), "ins");
                case RowChange.Deleted deleted -> row(cells.rows().get(i), "del");
                case RowChange.Kept kept -> {
                    Cells.Row row = cells.rows().get(i);
                    out.open("tr");
                    int at = 0;
                    for (Cells.Cell cell : row.cells()) {
                        flow.open(row, cell);
                        if (!cell.filling()) {
                            lines(kept.cells().get(at));
                            at++;
                        }
                        out.close();
                    }
                    out.close().line();
                }
            }
        }
        flow.close(table.after());
    }

    /** Lines of a cell or a footnote. */
    private void lines(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Kept kept -> {
                    out.open("p");
                    pieces.line(kept);
                    out.close();
                }
                case Change.Inserted inserted -> lines(inserted.block(), "ins");
                case Change.Deleted deleted -> lines(deleted.block(), "del");
                case Change.MovedFrom from -> lines(from.line().before(), "del");
                case Change.MovedTo to -> lines(to.line().after(), "ins");
                case Change.Table table -> table(table);
            }
        }
    }

    private void lines(Block block, String tag) {
        block.lines()
                .forEach(
                        line -> {
                            out.open("p");
                            pieces.whole(line, tag);
                            out.close();
                        });
    }
}

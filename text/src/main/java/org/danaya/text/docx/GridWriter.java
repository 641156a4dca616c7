package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.RowChange;

/**
 * Writes tables. What Word can't track is deleted and inserted: a row whose cells are cut in
 * another way, a table that is set in otherwise or has another number of columns.
 */
final class GridWriter {

    /** Twips that set a table in by one level. */
    static final int STEP = 567;

    /** Twips from edge to edge. */
    private static final int WIDTH = 9_072;

    private final Target target;
    private final Links links;
    private final Markup out;

    GridWriter(Target target, Links links, Markup out) {
        this.target = target;
        this.links = links;
        this.out = out;
    }

    /**
     * A row that is written.
     *
     * @param shape its cells
     * @param cells what became of each cell's lines, in a kept row; otherwise none
     */
    private record Row(Tracked kind, Shape shape, List<List<Change>> cells) {}

    void write(Change change) {
        switch (change) {
            case Change.Inserted(Grid grid) -> whole(Tracked.INSERTED, grid);
            case Change.Deleted(Grid grid) -> whole(Tracked.DELETED, grid);
            case Change.Table table -> table(table);
            default -> throw new IllegalArgumentException("no table");
        }
    }

    private void whole(Tracked kind, Grid grid) {
        boolean gone = kind == Tracked.DELETED;
        Surrounding places =
                new Surrounding(
                        gone ? Place.NOWHERE : grid.place(), gone ? grid.place() : Place.NOWHERE);
        Shape.Table shapes = Shape.of(grid);
        List<Row> rows = shapes.rows().stream().map(it -> new Row(kind, it, List.of())).toList();
        write(grid.level(), shapes.columns(), rows, places);
    }

    private void table(Change.Table table) {
        Shape.Table before = Shape.of(table.before());
        Shape.Table after = Shape.of(table.after());
        List<Row> rows = new Rows(table, before, after).rows();
        if (table.before().level() != table.after().level()
                || before.columns() != after.columns()
                || !headed(rows)) {
            whole(Tracked.DELETED, table.before());
            new BlockWriter(target, links, out, Surrounding.NONE, false).write(List.of());
            whole(Tracked.INSERTED, table.after());
            return;
        }
        Surrounding places = new Surrounding(table.after().place(), table.before().place());
        write(table.after().level(), after.columns(), rows, places);
    }

    /** LibreOffice counts rows that are heads from the top, whatever becomes of them. */
    private static boolean headed(List<Row> rows) {
        boolean top = true;
        for (Row row : rows) {
            top = top && row.shape().head() && row.kind() == Tracked.KEPT;
            if (row.shape().head() && !top) {
                return false;
            }
        }
        return true;
    }

    private void write(int level, int columns, List<Row> rows, Surrounding places) {
        if (!target.notes.any() && forgets(rows)) {
            callUnseen();
        }
        out.open("w:tbl").open("w:tblPr");
        out.empty("w:tblW", "w:w", "0", "w:type", "auto");
        out.empty("w:tblInd", "w:w", Integer.toString(level * STEP), "w:type", "dxa");
        out.open("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0");
        }
        out.close().close().open("w:tblGrid");
        int width = Math.max(1, (WIDTH - level * STEP) / columns);
        for (int i = 0; i < columns; i++) {
            out.empty("w:gridCol", "w:w", Integer.toString(width));
        }
        out.close();
        boolean held = rows.stream().anyMatch(row -> row.kind() == Tracked.KEPT);
        Set<Tracked> named = EnumSet.noneOf(Tracked.class);
        for (Row row : rows) {
            boolean names = (!held || row.kind() == Tracked.KEPT) && named.add(row.kind());
            row(row, width, names ? name(row.kind(), places) : "", places);
        }
        out.close();
    }

    /**
     * LibreOffice forgets that the mark of the paragraph is tracked that calls the first footnote
     * of all. A row that goes with its words then stays, unless a cell ends in that paragraph.
     */
    private static boolean forgets(List<Row> rows) {
        for (Row row : rows) {
            for (Shape.Cell cell : row.shape().cells()) {
                List<Line> lines = cell.begins() ? cell.lines() : List.of();
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).inlines().stream().anyMatch(Note.class::isInstance)) {
                        return row.kind() != Tracked.KEPT && i < lines.size() - 1;
                    }
                }
            }
        }
        return false;
    }

    /** Calls a footnote before the table that is hidden and not counted, and so the first. */
    private void callUnseen() {
        out.open("w:p").open("w:pPr").value("w:pStyle", target.style(Look.END)).close();
        out.open("w:r").open("w:rPr").value("w:rStyle", Look.id(Look.UNSEEN));
        out.empty("w:vanish").close();
        String id = Integer.toString(target.notes.unseen());
        out.empty("w:footnoteReference", "w:customMarkFollows", "1", "w:id", id);
        out.words("w:t", "\u00ad").close().close();
    }

    /** A table's bookmark is in a row that is there in the version of which it tells. */
    private String name(Tracked kind, Surrounding places) {
        return target.bookmark(
                "akn:table",
                kind == Tracked.DELETED ? null : places.after(),
                kind == Tracked.INSERTED ? null : places.before());
    }

    private void row(Row row, int width, String bookmark, Surrounding places) {
        out.open("w:tr").open("w:trPr");
        if (row.shape().head()) {
            out.empty("w:tblHeader");
        }
        target.revisions.mark(out, row.kind());
        out.close();
        int at = 0;
        String opening = bookmark;
        for (Shape.Cell cell : row.shape().cells()) {
            out.open("w:tc").open("w:tcPr");
            String taken = Integer.toString(width * cell.columns());
            out.empty("w:tcW", "w:w", taken, "w:type", "dxa");
            if (cell.columns() > 1) {
                out.value("w:gridSpan", Integer.toString(cell.columns()));
            }
            if (!cell.begins()) {
                out.empty("w:vMerge");
            } else if (cell.goesOn()) {
                out.value("w:vMerge", "restart");
            }
            out.close();
            BlockWriter writer = new BlockWriter(target, links, out, places, false);
            target.notes.inTable();
            if (!cell.begins() || cell.filling()) {
                writer.write(Tracked.KEPT, List.of(), opening);
            } else if (row.kind() == Tracked.KEPT) {
                writer.cell(row.cells().get(at++), opening);
            } else {
                writer.write(row.kind(), cell.lines(), opening);
            }
            target.notes.afterCell();
            opening = "";
            out.close();
        }
        out.close();
    }

    /** What became of the rows, as far as Word can tell it. */
    private static final class Rows {

        private final Change.Table table;
        private final Shape.Table before;
        private final Shape.Table after;

        /** For each row that is kept, its index in both versions. */
        private final TreeMap<Integer, Integer> kept = new TreeMap<>();

        Rows(Change.Table table, Shape.Table before, Shape.Table after) {
            this.table = table;
            this.before = before;
            this.after = after;
            int was = 0;
            int is = 0;
            for (RowChange change : table.rows()) {
                switch (change) {
                    case RowChange.Kept _ -> kept.put(was++, is++);
                    case RowChange.Deleted _ -> was++;
                    case RowChange.Inserted _ -> is++;
                }
            }
            while (kept.entrySet().removeIf(both -> !holds(both.getKey(), both.getValue()))) {
                // What spans rows holds only as long as all of them do: LibreOffice cuts it else.
            }
        }

        /** Whether a row is kept together with those that it shares cells with. */
        private boolean tied(int was, int is) {
            boolean above = goesOn(before, was) || goesOn(after, is);
            boolean below = goesOn(before, was + 1) || goesOn(after, is + 1);
            return (!above || kept.getOrDefault(was - 1, -1) == is - 1)
                    && (!below || kept.getOrDefault(was + 1, -1) == is + 1);
        }

        /** Whether a cell of the row above goes on in a row. */
        private static boolean goesOn(Shape.Table table, int row) {
            return row < table.rows().size()
                    && table.rows().get(row).cells().stream().anyMatch(cell -> !cell.begins());
        }

        private boolean holds(int was, int is) {
            Shape old = before.rows().get(was);
            Shape now = after.rows().get(is);
            if (old.head() != now.head()
                    || old.cells().size() != now.cells().size()
                    || !tied(was, is)) {
                return false;
            }
            for (int i = 0; i < old.cells().size(); i++) {
                Shape.Cell one = old.cells().get(i);
                Shape.Cell other = now.cells().get(i);
                boolean same =
                        one.columns() == other.columns()
                                && one.begins() == other.begins()
                                && one.filling() == other.filling();
                int begun = one.begins() ? is : kept.getOrDefault(one.row(), -1);
                if (!same || begun != other.row()) {
                    return false;
                }
            }
            return true;
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            List<Row> fresh = new ArrayList<>();
            int was = 0;
            int is = 0;
            for (RowChange change : table.rows()) {
                if (change instanceof RowChange.Kept row && kept.containsKey(was)) {
                    rows.addAll(fresh);
                    fresh.clear();
                    Shape shape = before.rows().get(was++).with(after.rows().get(is++));
                    rows.add(new Row(Tracked.KEPT, shape, row.cells()));
                    continue;
                }
                if (!(change instanceof RowChange.Inserted)) {
                    rows.add(new Row(Tracked.DELETED, before.rows().get(was++), List.of()));
                }
                if (!(change instanceof RowChange.Deleted)) {
                    fresh.add(new Row(Tracked.INSERTED, after.rows().get(is++), List.of()));
                }
            }
            rows.addAll(fresh);
            return rows;
        }
    }
}

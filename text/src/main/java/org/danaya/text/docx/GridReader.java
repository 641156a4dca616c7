package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.docx.part.Archive;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;

/** Reads a table. A table in a cell is read as the cell's lines. */
final class GridReader {

    /** What is said of lines until the place of their table is known. */
    private static final Place LATER = new Place("?", "", "");

    /** More columns than this a cell doesn't take. */
    private static final int WIDEST = 1_000;

    private final Source source;
    private final Map<String, Archive.Relation> relations;
    private final Bookmarks bookmarks;
    private final List<Opened> rows = new ArrayList<>();
    private Map<Integer, Cell> above = Map.of();

    GridReader(Source source, Map<String, Archive.Relation> relations, Bookmarks bookmarks) {
        this.source = source;
        this.relations = relations;
        this.bookmarks = bookmarks;
    }

    /** A row that is being read. */
    private record Opened(boolean head, List<Cell> cells) {}

    /** A cell that may go on in rows below. */
    private static final class Cell {
        private int columns;
        private int rows = 1;
        private final List<Line> lines;

        Cell(int columns, List<Line> lines) {
            this.columns = columns;
            this.lines = lines;
        }
    }

    /**
     * Reads it.
     *
     * @param outer where it is, if it doesn't say so
     * @return nothing where it has no rows
     */
    Optional<Grid> read(Tag table, Place outer) {
        bookmarks.enterTable();
        rows(table);
        Place own = bookmarks.leaveTable();
        Place place = own.equals(Place.NOWHERE) ? outer : own;
        List<Grid.Row> read =
                rows.stream()
                        .filter(row -> !row.cells().isEmpty())
                        .map(row -> row(row, place))
                        .toList();
        int left = Tag.number(table.part("w:tblPr").part("w:tblInd").get("w:w"), 0);
        int level = Math.clamp((left + GridWriter.STEP / 2) / GridWriter.STEP, 0, Line.DEEPEST);
        return read.isEmpty() ? Optional.empty() : Optional.of(new Grid(place, level, read));
    }

    private void rows(Tag parent) {
        for (Tag child : parent.children()) {
            switch (child.name()) {
                case "w:tr" -> row(child);
                case "w:sdt" -> rows(child.part("w:sdtContent"));
                case "w:customXml" -> rows(child);
                case "w:bookmarkStart" -> bookmarks.begin(child);
                case "w:bookmarkEnd" -> bookmarks.end(child);
                default -> {}
            }
        }
    }

    private boolean there(boolean inserted, boolean deleted) {
        if (inserted || deleted) {
            source.remarks.tell("tracked-changes");
        }
        return switch (source.reading) {
            case ACCEPTED -> !deleted;
            case REJECTED -> !inserted;
        };
    }

    private void row(Tag row) {
        Tag properties = row.part("w:trPr");
        if (!there(properties.has("w:ins"), properties.has("w:del"))) {
            return;
        }
        List<Cell> cells = new ArrayList<>();
        Map<Integer, Cell> here = new HashMap<>();
        int before = Math.clamp(Tag.number(properties.value("w:gridBefore"), 0), 0, WIDEST);
        cells(row, cells, here, before);
        above = here;
        rows.add(new Opened(properties.on("w:tblHeader", false), cells));
    }

    private int cells(Tag parent, List<Cell> cells, Map<Integer, Cell> here, int from) {
        int column = from;
        for (Tag child : parent.children()) {
            switch (child.name()) {
                case "w:tc" -> column = cell(child, cells, here, column);
                case "w:sdt" -> column = cells(child.part("w:sdtContent"), cells, here, column);
                case "w:customXml" -> column = cells(child, cells, here, column);
                case "w:bookmarkStart" -> bookmarks.begin(child);
                case "w:bookmarkEnd" -> bookmarks.end(child);
                default -> {}
            }
        }
        return column;
    }

    private int cell(Tag tag, List<Cell> cells, Map<Integer, Cell> here, int column) {
        Tag properties = tag.part("w:tcPr");
        if (!there(properties.has("w:cellIns"), properties.has("w:cellDel"))) {
            return column;
        }
        int columns = Math.clamp(Tag.number(properties.value("w:gridSpan"), 1), 1, WIDEST);
        List<Line> lines = lines(tag);
        Tag horizontal = properties.first("w:hMerge");
        if (horizontal != null && !horizontal.get("w:val").equals("restart") && !cells.isEmpty()) {
            cells.getLast().columns += columns;
            cells.getLast().lines.addAll(said(lines));
            return column + columns;
        }
        Tag vertical = properties.first("w:vMerge");
        Cell goesOn = above.get(column);
        if (vertical != null
                && !vertical.get("w:val").equals("restart")
                && goesOn != null
                && goesOn.columns == columns) {
            goesOn.rows++;
            goesOn.lines.addAll(said(lines));
            here.put(column, goesOn);
            return column + columns;
        }
        Cell cell = new Cell(columns, lines);
        cells.add(cell);
        if (vertical != null) {
            here.put(column, cell);
        }
        return column + columns;
    }

    private static List<Line> said(List<Line> lines) {
        return lines.stream().filter(line -> !line.words().isEmpty()).toList();
    }

    private List<Line> lines(Tag cell) {
        BlockReader reader = new BlockReader(source, relations, bookmarks, LATER);
        for (Tag child : cell.children()) {
            if (child.is("w:tbl")) {
                source.remarks.tell("nested-tables");
            }
            reader.block(child);
        }
        return new ArrayList<>(reader.ended().stream().flatMap(Block::lines).toList());
    }

    private static Grid.Row row(Opened row, Place place) {
        List<Grid.Cell> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            List<Line> lines = cell.lines.stream().map(line -> at(line, place)).toList();
            cells.add(
                    new Grid.Cell(
                            cell.columns,
                            cell.rows,
                            lines.isEmpty()
                                    ? List.of(new Line(place, "", Role.BODY, 0, "", List.of()))
                                    : lines));
        }
        return new Grid.Row(row.head(), cells);
    }

    /** A line, and the notes that it calls, where their place is that of the table. */
    private static Line at(Line line, Place place) {
        List<Inline> inlines = new ArrayList<>();
        for (Inline inline : line.inlines()) {
            inlines.add(
                    inline instanceof Note(String marker, List<Line> lines)
                            ? new Note(marker, lines.stream().map(it -> at(it, place)).toList())
                            : inline);
        }
        Place here = line.place().equals(LATER) ? place : line.place();
        return new Line(here, line.opens(), line.role(), line.level(), line.number(), inlines);
    }
}

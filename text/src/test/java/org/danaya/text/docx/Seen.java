package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.form.Cells;

/** A text without the places of its lines, or of its footnotes' lines alone. */
final class Seen {

    private final boolean notesAlone;

    private Seen(boolean notesAlone) {
        this.notesAlone = notesAlone;
    }

    static List<Block> of(List<Block> blocks) {
        return blocks.stream().map(new Seen(false)::block).toList();
    }

    /** LibreOffice drops the bookmarks of footnotes. */
    static List<Block> placed(List<Block> blocks) {
        return blocks.stream().map(new Seen(true)::block).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Line line -> line(line);
            case Grid grid -> grid(grid);
        };
    }

    /** LibreOffice knows no columns that no row parts. */
    private Grid grid(Grid grid) {
        Cells placed = Cells.of(grid);
        TreeSet<Integer> edges = new TreeSet<>();
        for (Cells.Row row : placed.rows()) {
            for (Cells.Cell cell : row.cells()) {
                edges.add(cell.column());
            }
        }
        List<Grid.Row> rows = new ArrayList<>();
        for (Cells.Row row : placed.rows()) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (Cells.Cell cell : row.cells()) {
                int columns = edges.subSet(cell.column(), cell.column() + cell.columns()).size();
                List<Line> lines = cell.cell().lines().stream().map(this::line).toList();
                cells.add(new Grid.Cell(columns, cell.rows(), lines));
            }
            rows.add(new Grid.Row(row.head(), cells));
        }
        return new Grid(notesAlone ? grid.place() : Place.NOWHERE, grid.level(), rows);
    }

    private Line line(Line line) {
        List<Inline> inlines = new ArrayList<>();
        for (Inline inline : line.inlines()) {
            inlines.add(
                    inline instanceof Note(String marker, List<Line> lines)
                            ? new Note(marker, lines.stream().map(new Seen(false)::line).toList())
                            : inline);
        }
        return new Line(
                notesAlone ? line.place() : Place.NOWHERE,
                line.opens(),
                line.role(),
                line.level(),
                line.number(),
                inlines);
    }
}

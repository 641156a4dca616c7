package org.danaya.consultation.observation.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.text.TextFault;
import org.danaya.text.docx.DocxReader;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.form.Cells;

/** Reads the tables of Word files as text. */
final class DocxGrids {

    private DocxGrids() {}

    /**
     * The tables of a document; what stands between them is a table of one column.
     *
     * @throws Fault {@link CommentFormFault#UNREADABLE}
     */
    static List<FormGrid> read(byte[] file) {
        Flow flow;
        try {
            flow = DocxReader.read(file).flow();
        } catch (TextFault e) {
            throw new Fault(
                    e,
                    e.getMessage() != null && e.getMessage().contains("large")
                            ? CommentFormFault.TOO_LARGE
                            : CommentFormFault.UNREADABLE);
        }
        List<FormGrid> grids = new ArrayList<>();
        List<FormGrid.Row> between = new ArrayList<>();
        int tables = 0;
        for (Block block : flow.blocks()) {
            switch (block) {
                case Line line ->
                        between.add(new FormGrid.Row(between.size() + 1, List.of(line.words())));
                case Grid grid -> {
                    tables++;
                    grids.add(
                            new FormGrid("T" + tables, rows(grid, between))
                                    .spread(spans(Cells.of(grid))));
                    between.clear();
                }
            }
        }
        if (!between.isEmpty()) {
            grids.add(new FormGrid("", between));
        }
        return grids;
    }

    private static List<FormGrid.Span> spans(Cells cells) {
        List<FormGrid.Span> spans = new ArrayList<>();
        for (Cells.Row row : cells.rows()) {
            for (Cells.Cell cell : row.cells()) {
                if (cell.rows() > 1) {
                    int first = cell.row() + 1;
                    spans.add(new FormGrid.Span(cell.column(), first, first + cell.rows() - 1));
                }
            }
        }
        return spans;
    }

    /** What stands before a table comes as rows before its first, with the number 0. */
    private static List<FormGrid.Row> rows(Grid grid, List<FormGrid.Row> before) {
        List<FormGrid.Row> rows = new ArrayList<>();
        before.forEach(row -> rows.add(new FormGrid.Row(0, row.cells())));
        Cells cells = Cells.of(grid);
        int number = 0;
        for (Cells.Row row : cells.rows()) {
            number++;
            List<String> texts = new ArrayList<>(Collections.nCopies(cells.columns(), ""));
            for (Cells.Cell cell : row.cells()) {
                texts.set(
                        cell.column(),
                        cell.cell().lines().stream()
                                .map(Line::words)
                                .collect(Collectors.joining("\n"))
                                .strip());
            }
            rows.add(new FormGrid.Row(number, texts));
        }
        return rows;
    }
}

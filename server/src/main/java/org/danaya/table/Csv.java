package org.danaya.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.danaya.page.Tag;
import org.danaya.page.View;

/**
 * Writes rows as RFC 4180 orders it, in UTF-8 with the mark that spreadsheets need to see it. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it. Days, times and
 * numbers are written for machines.
 */
final class Csv {

    private final View view;
    private final Writer out;

    Csv(View view, OutputStream out) throws IOException {
        this.view = view;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\ufeff');
    }

    void heads(List<String> heads) throws IOException {
        line(heads);
    }

    void row(List<Cell> cells) throws IOException {
        line(cells.stream().map(this::text).toList());
    }

    void end() throws IOException {
        out.flush();
    }

    private void line(List<String> texts) throws IOException {
        out.write(CsvLine.of(texts));
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> CsvLine.harmless(text);
            case Cell.Link(String text, String _) -> CsvLine.harmless(text);
            case Cell.Code(String text) -> CsvLine.harmless(text);
            case Cell.Words(String key) -> view.word(key);
            case Cell.Named named -> CsvLine.harmless(named.in(view.language()));
            case Cell.State(Tag tag) -> view.word(tag.key());
            case Cell.Day(var day) -> day.toString();
            case Cell.Time(var time) -> view.machine(time);
            case Cell.Figure(long number) -> Long.toString(number);
        };
    }
}

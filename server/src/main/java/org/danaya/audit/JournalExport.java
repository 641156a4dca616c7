package org.danaya.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.danaya.page.View;
import org.danaya.table.Cell;
import org.danaya.table.CsvLine;
import org.danaya.table.Sheet;
import org.springframework.stereotype.Component;

/**
 * Writes entries for other programs while they are read, at most {@link #MOST}. The names of
 * columns and keys are the same in every language, because machines read them.
 *
 * <p>CSV is that of RFC 4180 in UTF-8 with a byte order mark; a text that a spreadsheet would take
 * for a formula gets an apostrophe before it. JSON is an array of objects; the facts are an object
 * in it.
 */
@Component
class JournalExport {

    /** The most entries of one file. */
    static final int MOST = 100_000;

    private static final List<String> HEADS =
            List.of(
                    "position",
                    "id",
                    "at",
                    "actor_kind",
                    "actor",
                    "role",
                    "act",
                    "subject",
                    "outcome",
                    "facts",
                    "request",
                    "address",
                    "hash");

    private final JournalReader reader;

    JournalExport(JournalReader reader) {
        this.reader = reader;
    }

    void csv(JournalFilter filter, OutputStream out) throws IOException {
        write(
                out,
                writer -> {
                    writer.write("\ufeff" + CsvLine.of(HEADS));
                    reader.each(
                            filter,
                            MOST,
                            entry ->
                                    put(
                                            writer,
                                            CsvLine.of(
                                                    values(entry).stream()
                                                            .map(CsvLine::harmless)
                                                            .toList())));
                });
    }

    void json(JournalFilter filter, OutputStream out) throws IOException {
        write(
                out,
                writer -> {
                    writer.write("[");
                    String[] before = {"\n"};
                    reader.each(
                            filter,
                            MOST,
                            entry -> {
                                put(writer, before[0] + json(entry));
                                before[0] = ",\n";
                            });
                    writer.write("\n]\n");
                });
    }

    /**
     * A workbook for people: the words of the reader's language, and still ids instead of names.
     */
    void sheet(JournalFilter filter, View view, OutputStream out) throws IOException {
        Sheet sheet = new Sheet(view, out, view.word("audit.journal"));
        sheet.heads(HEADS.stream().map(head -> view.word("audit.export." + head)).toList());
        try {
            reader.each(filter, MOST, entry -> put(sheet, cells(entry)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        sheet.end();
    }

    private static List<Cell> cells(JournalEntry entry) {
        List<String> values = values(entry);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < HEADS.size(); i++) {
            cells.add(
                    switch (HEADS.get(i)) {
                        case "position" ->
                                entry.position() == null
                                        ? new Cell.Text("")
                                        : new Cell.Figure(entry.position());
                        case "id" -> new Cell.Figure(entry.id());
                        case "at" -> new Cell.Time(entry.at());
                        default -> new Cell.Text(values.get(i));
                    });
        }
        return cells;
    }

    private static void put(Sheet sheet, List<Cell> cells) {
        try {
            sheet.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(JournalEntry entry) {
        List<String> values = values(entry);
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < HEADS.size(); i++) {
            String head = HEADS.get(i);
            json.append(i == 0 ? "" : ",").append('"').append(head).append("\":");
            switch (head) {
                case "position" -> json.append(values.get(i).isEmpty() ? "null" : values.get(i));
                case "id", "facts" -> json.append(values.get(i));
                default -> CanonicalJson.string(json, values.get(i));
            }
        }
        return json.append('}').toString();
    }

    private static List<String> values(JournalEntry entry) {
        return List.of(
                entry.position() == null ? "" : Long.toString(entry.position()),
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.actorKind(),
                entry.actor(),
                entry.role(),
                entry.act(),
                entry.subject(),
                entry.outcome(),
                entry.facts(),
                entry.request(),
                Objects.requireNonNullElse(entry.address(), ""),
                Objects.requireNonNullElse(entry.hash(), ""));
    }

    /** What is written between opening and flushing. */
    private interface Body {
        void write(Writer writer) throws IOException;
    }

    private static void write(OutputStream out, Body body) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            body.write(writer);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void put(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

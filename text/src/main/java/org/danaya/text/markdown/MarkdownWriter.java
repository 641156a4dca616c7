package org.danaya.text.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.form.Cells;
import org.danaya.text.form.Footnotes;

/**
 * Writes a text as Markdown that {@link MarkdownReader} reads back: every word as it is, headings,
 * levels, lists, marks, links, tables and footnotes. What a table's cells span, and which parts
 * lines open, is left out.
 */
public final class MarkdownWriter {

    private static final Pattern LINE = Pattern.compile("\n");
    private static final Pattern BREAKS = Pattern.compile("(?:<br>)+");

    private final StringBuilder out = new StringBuilder();
    private final InlineWriter inlines;
    private final Footnotes notes;

    private MarkdownWriter(Footnotes notes) {
        this.notes = notes;
        this.inlines = new InlineWriter(notes);
    }

    /** The text; its lines end with {@code \n}. */
    public static String of(Flow flow) {
        MarkdownWriter writer = new MarkdownWriter(new Footnotes(flow));
        for (Block block : flow.blocks()) {
            switch (block) {
                case Line line -> writer.line(line, "");
                case Grid grid -> writer.table(grid);
            }
        }
        writer.notes();
        return writer.out.toString();
    }

    /** One block, an empty line before it. */
    private void block(String words, String prefix) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        LINE.splitAsStream(words)
                .forEach(line -> out.append((prefix + line).stripTrailing()).append('\n'));
    }

    private void line(Line line, String prefix) {
        if (line.number().isEmpty() && line.inlines().isEmpty()) {
            return;
        }
        switch (line.role()) {
            case TITLE -> block(whole(line, false) + "\n===", prefix);
            case HEADING -> {
                String signs = "#".repeat(Math.clamp(line.level(), 1, 6));
                block(signs + " " + whole(line, true), prefix);
            }
            case CROSS_HEADING ->
                    block(
                            whole(line.with(InlineWriter.marked(line.inlines(), Mark.BOLD)), false),
                            prefix);
            case FRONT, CAPTION -> block(whole(line, false), prefix);
            case BODY, CONTENTS -> body(line, prefix + "> ".repeat(line.level()));
        }
    }

    /** Number and words as words, on one line or on several. */
    private String whole(Line line, boolean one) {
        return inlines.words(InlineWriter.numbered(line), one);
    }

    private void body(Line line, String prefix) {
        String number = line.number();
        if (Marker.isList(number)) {
            String words = inlines.words(line.inlines(), false);
            String hang = "\n" + " ".repeat(number.length() + 1);
            block((number + " " + words).replace("\n", hang), prefix);
        } else if (Marker.isLabel(number)) {
            block(number + " " + inlines.words(line.inlines(), false), prefix);
        } else {
            block(whole(line, false), prefix);
        }
    }

    private void table(Grid grid) {
        Cells cells = Cells.of(grid);
        List<String> lines = new ArrayList<>();
        if (!cells.rows().getFirst().head()) {
            lines.add("|" + "  |".repeat(cells.columns()));
            lines.add("|" + " --- |".repeat(cells.columns()));
        }
        for (Cells.Row row : cells.rows()) {
            String[] words = new String[cells.columns()];
            row.cells().forEach(cell -> words[cell.column()] = cell(cell.cell().lines()));
            StringBuilder line = new StringBuilder("|");
            for (String each : words) {
                line.append(' ').append(each == null ? "" : each).append(" |");
            }
            lines.add(line.toString());
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(cells.columns()));
            }
        }
        block(String.join("\n", lines), "> ".repeat(grid.level()));
    }

    private String cell(List<Line> lines) {
        List<String> words = new ArrayList<>();
        for (Line line : lines) {
            List<Inline> said = InlineWriter.numbered(line);
            if (!said.isEmpty()) {
                words.add(BREAKS.matcher(inlines.words(said, true)).replaceAll("<br>"));
            }
        }
        return String.join("<br><br>", words);
    }

    private void notes() {
        for (var note = notes.next(); note.isPresent(); note = notes.next()) {
            int at = out.length();
            for (Line line : note.get().note().lines()) {
                line(line, "    ");
            }
            String begin = "[^" + note.get().index() + "]:";
            String said = out.substring(at).stripLeading();
            out.setLength(at);
            out.append('\n').append(begin);
            out.append(said.isEmpty() ? "\n" : " " + said);
        }
    }
}

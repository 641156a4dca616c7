package org.danaya.text.plain;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;

/**
 * Writes a text as plain text: set in by two spaces a level, numbers before their words, tables
 * drawn, footnotes called by {@code [1]} and told at the end. Lines end with {@code \n}.
 */
public final class PlainText {

    /** A width at which nothing is wrapped: a paragraph is a line. */
    public static final int UNWRAPPED = 0;

    /** A table is drawn no wider than this where its words allow, if nothing else is said. */
    private static final int TABLE = 100;

    private final int width;
    private final Footnotes notes;
    private final StringBuilder out = new StringBuilder();

    private PlainText(int width, Footnotes notes) {
        this.width = width;
        this.notes = notes;
    }

    /** The text, a line a paragraph. */
    public static String of(Flow flow) {
        return of(flow, UNWRAPPED, Legend.of(flow.language()));
    }

    /**
     * The text.
     *
     * @param width in characters at which lines are wrapped, or {@link #UNWRAPPED}; a word that is
     *     longer stays whole
     * @param legend for what isn't the text's own
     */
    public static String of(Flow flow, int width, Legend legend) {
        PlainText text = new PlainText(width, new Footnotes(flow));
        text.blocks(flow.blocks());
        text.notes(legend);
        return text.out.toString();
    }

    private void blocks(List<Block> blocks) {
        Role before = Role.TITLE;
        for (Block block : blocks) {
            if (!out.isEmpty() && apart(before, block)) {
                out.append('\n');
            }
            switch (block) {
                case Line line -> {
                    line(line);
                    before = line.role();
                }
                case Grid grid -> {
                    new TextTable(this::spoken, width > 0 ? width : TABLE).draw(grid, out);
                    before = Role.TITLE;
                }
            }
        }
    }

    /** Whether an empty line stands before a block. */
    private boolean apart(Role before, Block block) {
        boolean running =
                block instanceof Line line
                        && line.role() == before
                        && (before == Role.BODY || before == Role.FRONT || before == Role.CONTENTS);
        return width > 0 || !running;
    }

    private void line(Line line) {
        String indent = "  ".repeat(line.role() == Role.BODY ? line.level() : 0);
        String hang = " ".repeat(line.number().isEmpty() ? 0 : Wrap.width(line.number()) + 1);
        String begin = indent + line.number() + (line.number().isEmpty() ? "" : " ");
        for (String each : Wrap.lines(spoken(line), width - indent.length() - hang.length())) {
            out.append((begin + each).stripTrailing()).append('\n');
            begin = indent + hang;
        }
    }

    /** The words of a line without its number; footnotes are called. */
    private String spoken(Line line) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : line.inlines()) {
            switch (inline) {
                case Run run -> words.append(run.text());
                case Break rest -> words.append(rest.text());
                case Note note -> words.append('[').append(notes.call(note).label()).append(']');
                case Picture picture -> words.append('[').append(named(picture)).append(']');
            }
        }
        return words.toString();
    }

    private static String named(Picture picture) {
        return picture.alternative().isEmpty() ? picture.source() : picture.alternative();
    }

    private void notes(Legend legend) {
        if (notes.isEmpty()) {
            return;
        }
        out.append('\n').append(legend.say("notes")).append("\n\n");
        List<String> lines = new ArrayList<>();
        for (var note = notes.next(); note.isPresent(); note = notes.next()) {
            String begin = "[" + note.get().label() + "] ";
            String hang = " ".repeat(Wrap.width(begin));
            for (Line line : note.get().note().lines()) {
                String number = line.number().isEmpty() ? "" : line.number() + " ";
                for (String each : Wrap.lines(number + spoken(line), width - hang.length())) {
                    lines.add((begin + each).stripTrailing());
                    begin = hang;
                }
            }
            if (note.get().note().lines().isEmpty()) {
                lines.add(begin.strip());
            }
        }
        lines.forEach(line -> out.append(line).append('\n'));
    }
}

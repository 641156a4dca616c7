package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.danaya.text.form.Cells;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;

/** A text as it is printed. */
final class FlowBook {

    private final Bits bits;
    private final Paragraphs paragraphs = new Paragraphs();

    private FlowBook(Flow flow, Legend legend) {
        this.bits = new Bits(new Footnotes(flow), names(flow), legend);
    }

    static Book of(Flow flow, Legend legend) {
        FlowBook book = new FlowBook(flow, legend);
        List<Part> parts = new ArrayList<>();
        for (Block block : flow.blocks()) {
            switch (block) {
                case Line line -> parts.add(book.line(line));
                case Grid grid -> parts.add(book.table(grid));
            }
        }
        String language = flow.language().isEmpty() ? legend.language() : flow.language();
        return new Book(language, title(flow, legend), parts, book::note);
    }

    /** The names of all parts. */
    static Set<String> names(Flow flow) {
        Set<String> names = new HashSet<>();
        flow.blocks().forEach(block -> names.add(block.place().eId()));
        flow.lines().forEach(line -> names.add(line.place().eId()));
        return names;
    }

    static String title(Flow flow, Legend legend) {
        return flow.title().isBlank()
                ? flow.lines()
                        .filter(line -> line.role() == Role.TITLE)
                        .map(line -> line.text().replace('\n', ' ').strip())
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(legend.say("text"))
                : flow.title();
    }

    private Part.Para line(Line line) {
        Look look = Paragraphs.look(line);
        return paragraphs.para(
                line,
                number(line.number(), look.bold()),
                bits.of(line.inlines(), look, Bit.Fate.STAYED),
                false);
    }

    static List<Bit> number(String number, Look look) {
        String words = Bits.drawable(number);
        return words.isEmpty() ? List.of() : List.of(Bit.Words.of(words, look));
    }

    private Part.Table table(Grid grid) {
        Cells cells = Cells.of(grid);
        List<String> names = paragraphs.names(grid.place());
        List<Part.Row> rows = new ArrayList<>();
        for (Cells.Row row : cells.rows()) {
            List<Part.Cell> set = new ArrayList<>();
            for (Cells.Cell cell : row.cells()) {
                List<Part.Para> lines = new ArrayList<>();
                for (Line line : cell.cell().lines()) {
                    lines.add(cell(line, row.head()));
                }
                set.add(new Part.Cell(cell.column(), cell.columns(), cell.rows(), lines));
            }
            rows.add(new Part.Row(row.head(), set));
        }
        return new Part.Table(cells.columns(), rows, Paragraphs.indent(grid.level()), names);
    }

    private Part.Para cell(Line line, boolean head) {
        Look look = head ? Look.PLAIN.bold() : Look.PLAIN;
        return new Part.Para(
                "P",
                number(line.number(), look),
                bits.of(line.inlines(), look, Bit.Fate.STAYED),
                Paragraphs.cell(line),
                paragraphs.names(line.place()),
                0,
                "",
                false);
    }

    private List<Part.Para> note(Footnotes.Called called) {
        List<Part.Para> paras = new ArrayList<>();
        for (Line line : called.note().lines()) {
            List<Bit> words = new ArrayList<>(number(line.number(), Look.PLAIN));
            if (!words.isEmpty()) {
                words.add(Bit.Words.of(" ", Look.PLAIN));
            }
            words.addAll(bits.of(line.inlines(), Look.PLAIN, Bit.Fate.STAYED));
            paras.add(noteLine(called, paras.isEmpty(), words));
        }
        return paras.isEmpty() ? List.of(noteLine(called, true, List.of())) : paras;
    }

    /** A line of a footnote; the first begins with its label, which leads back. */
    static Part.Para noteLine(Footnotes.Called called, boolean first, List<Bit> words) {
        List<Bit> label = new ArrayList<>();
        if (first) {
            String back = "#call-" + called.index();
            Look look = Look.PLAIN.in(Ink.LINK);
            label.add(new Bit.Words(Bits.drawable(called.label()), look, back, Bit.Fate.STAYED));
        }
        List<String> names = first ? List.of("note-" + called.index()) : List.of();
        return new Part.Para("P", label, words, Paragraphs.note(), names, 0, "", false);
    }
}

package org.danaya.text.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.danaya.text.TextFault;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;

/** Blocks of Markdown as lines and tables. */
final class BlockReader {

    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}=+[ \\t]*");
    private static final Pattern LINE = Pattern.compile("\n");

    private final Source source;
    private final NoteReader notes;
    private final InlineReader inlines;

    BlockReader(Source source) {
        this.source = source;
        this.notes = new NoteReader(source, this);
        this.inlines = new InlineReader(source, notes);
    }

    List<Block> document(Node document) {
        notes.collect(document);
        List<Block> blocks = new ArrayList<>();
        children(document, 0, 0, "", blocks);
        notes.uncalled(blocks);
        return blocks;
    }

    /**
     * Reads what is in a block.
     *
     * @param deep how many blocks it is in
     * @param level how deep its lines are set in
     * @param number of its first line
     */
    void children(Node parent, int deep, int level, String number, List<Block> blocks) {
        if (deep > MarkdownReader.DEEPEST) {
            throw new TextFault("text.markdown.deep", MarkdownReader.DEEPEST);
        }
        String waiting = number;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            boolean words = node instanceof Paragraph;
            if (!waiting.isEmpty() && !words) {
                blocks.add(Line.of(Role.BODY, level, waiting, List.of()));
                waiting = "";
            }
            int inner = number.isEmpty() || (words && !waiting.isEmpty()) ? level : level + 1;
            block(node, deep, inner, waiting, blocks);
            waiting = "";
        }
        if (!waiting.isEmpty()) {
            blocks.add(Line.of(Role.BODY, level, waiting, List.of()));
        }
    }

    private void block(Node node, int deep, int level, String number, List<Block> blocks) {
        switch (node) {
            case Paragraph paragraph -> paragraph(paragraph, level, number, blocks);
            case Heading heading -> heading(heading, blocks);
            case BlockQuote quote -> children(quote, deep + 1, level + 1, "", blocks);
            case ListBlock list -> {
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    if (item instanceof ListItem) {
                        String marker = Marker.list(source.from(item).stripLeading());
                        children(item, deep + 1, level, marker, blocks);
                    }
                }
            }
            case TableBlock table -> blocks.add(table(table, level));
            case FencedCodeBlock code -> {
                source.remark(Remark.Kind.CODE, code, source.from(code));
                LINE.splitAsStream(code.getLiteral())
                        .map(InlineReader::single)
                        .filter(words -> !words.isBlank())
                        .map(words -> List.<Inline>of(Run.of(words)))
                        .forEach(words -> blocks.add(Line.of(Role.BODY, level, "", words)));
            }
            case ThematicBreak rule -> source.remark(Remark.Kind.RULE, rule, source.from(rule));
            case FootnoteDefinition note -> {} // where it is called
            case LinkReferenceDefinition definition -> {} // where it is used
            default -> children(node, deep + 1, level, number, blocks);
        }
    }

    private void heading(Heading heading, List<Block> blocks) {
        boolean title =
                heading.getLevel() == 1
                        && heading.getSourceSpans().size() > 1
                        && UNDERLINE.matcher(source.last(heading)).matches();
        List<Inline> words = Tidy.line(inlines.of(heading));
        if (!words.isEmpty()) {
            Role role = title ? Role.TITLE : Role.HEADING;
            blocks.add(Line.of(role, title ? 0 : heading.getLevel(), "", words));
        }
    }

    /**
     * A paragraph is a line, or several where one begins with a label.
     *
     * @param number of a list's item that it begins; empty where it begins none
     */
    private void paragraph(Paragraph paragraph, int level, String number, List<Block> blocks) {
        String label = number.isEmpty() ? Marker.label(source.from(paragraph).strip()) : "";
        for (InlineReader.Labelled part : inlines.lines(paragraph, label)) {
            boolean first = blocks.isEmpty() || !part.goesOn();
            List<Inline> words = Tidy.line(part.inlines());
            String begins = first && !number.isEmpty() && !part.goesOn() ? number : part.label();
            if (!words.isEmpty() || !begins.isEmpty()) {
                blocks.add(Line.of(Role.BODY, level, begins, words));
            }
        }
    }

    private Grid table(TableBlock table, int level) {
        List<Grid.Row> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean head = part instanceof TableHead;
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    List<Grid.Cell> cells = cells(row);
                    boolean silent = cells.stream().allMatch(BlockReader::silent);
                    if (!cells.isEmpty() && !(head && silent)) {
                        rows.add(new Grid.Row(head, cells));
                    }
                }
            }
        }
        if (rows.isEmpty()) {
            List<Line> nothing = List.of(Line.of(Role.BODY, 0, "", List.of()));
            rows.add(new Grid.Row(false, List.of(new Grid.Cell(1, 1, nothing))));
        }
        return new Grid(Place.NOWHERE, Math.min(level, Line.DEEPEST), rows);
    }

    private static boolean silent(Grid.Cell cell) {
        return cell.lines().stream().allMatch(line -> line.inlines().isEmpty());
    }

    private List<Grid.Cell> cells(Node row) {
        List<Grid.Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                List<Line> lines = new ArrayList<>();
                for (List<Inline> words : Tidy.parted(inlines.of(cell))) {
                    lines.add(Line.of(Role.BODY, 0, "", words));
                }
                cells.add(new Grid.Cell(1, 1, lines));
            }
        }
        return cells;
    }
}

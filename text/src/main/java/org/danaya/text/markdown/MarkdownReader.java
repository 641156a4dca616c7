package org.danaya.text.markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.danaya.text.TextFault;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;

/**
 * Reads Markdown. Whatever was typed is read, and every word of it kept: what is no markup that is
 * known is text.
 *
 * <p>Unlike CommonMark: indented lines are paragraphs, not code; HTML is text; a line that begins
 * with a number such as {@code a)} or {@code –} is a line of its own even within a paragraph.
 */
public final class MarkdownReader {

    /** Longer texts are refused, in UTF-16 units. */
    public static final int LARGEST = 4_000_000;

    /** Lists, quotes and marks within one another; deeper texts are refused. */
    public static final int DEEPEST = 60;

    private static final Pattern LINE = Pattern.compile("\r\n|\r|\n");
    private static final Pattern NESTED =
            Pattern.compile("^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){60}");

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
                    .enabledBlockTypes(
                            Set.of(
                                    org.commonmark.node.Heading.class,
                                    org.commonmark.node.BlockQuote.class,
                                    org.commonmark.node.ListBlock.class,
                                    org.commonmark.node.ThematicBreak.class,
                                    org.commonmark.node.FencedCodeBlock.class))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build();

    private MarkdownReader() {}

    /**
     * What was read.
     *
     * @param remarks what was read otherwise than it may have been meant, in the order of the text
     */
    public record Read(Flow flow, List<Remark> remarks) {

        public Read {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Reads a text, or the words of one provision.
     *
     * @param language of the text, as in {@link Flow}
     * @throws TextFault {@code text.markdown.large} (its length, the limit) or {@code
     *     text.markdown.deep} (the limit)
     */
    public static Read read(String markdown, String language) {
        if (markdown.length() > LARGEST) {
            throw new TextFault("text.markdown.large", markdown.length(), LARGEST);
        }
        String typed = Normalizer.normalize(markdown, Normalizer.Form.NFC);
        List<String> lines = LINE.splitAsStream(typed).toList();
        if (lines.stream().anyMatch(line -> NESTED.matcher(line).find())) {
            throw new TextFault("text.markdown.deep", DEEPEST);
        }
        Node document = parsed(typed);
        List<Remark> remarks = new ArrayList<>();
        BlockReader reader = new BlockReader(new Source(lines, remarks));
        List<Block> blocks = reader.document(document);
        String title =
                blocks.stream()
                        .filter(Line.class::isInstance)
                        .map(Line.class::cast)
                        .filter(line -> line.role() == Role.TITLE)
                        .map(line -> line.text().replace('\n', ' ').strip())
                        .findFirst()
                        .orElse("");
        return new Read(new Flow(language, title, blocks), remarks);
    }

    /** The parser goes into marks within marks by recursion, without a limit of its own. */
    private static Node parsed(String typed) {
        try {
            return PARSER.parse(typed);
        } catch (StackOverflowError e) {
            throw new TextFault("text.markdown.deep", DEEPEST);
        }
    }
}

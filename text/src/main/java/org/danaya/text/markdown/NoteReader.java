package org.danaya.text.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;

/** Footnotes: each stands where it is called first; no word of one that nothing calls is lost. */
final class NoteReader {

    private final Source source;
    private final BlockReader blocks;
    private final Map<String, FootnoteDefinition> defined = new LinkedHashMap<>();
    private final List<FootnoteDefinition> twice = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    NoteReader(Source source, BlockReader blocks) {
        this.source = source;
        this.blocks = blocks;
    }

    /** Finds all definitions, wherever they stand. */
    void collect(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteDefinition definition
                    && defined.putIfAbsent(key(definition.getLabel()), definition) != null) {
                twice.add(definition);
            }
            if (node instanceof org.commonmark.node.Block) {
                collect(node);
            }
        }
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    /** The footnote that is called; empty where it was called before. */
    Optional<Note> note(FootnoteReference reference) {
        String key = key(reference.getLabel());
        FootnoteDefinition definition = defined.get(key);
        if (definition == null || !called.add(key)) {
            source.remark(Remark.Kind.NOTE_AGAIN, reference, reference.getLabel());
            return Optional.empty();
        }
        return Optional.of(new Note("", lines(definition)));
    }

    private List<Line> lines(FootnoteDefinition definition) {
        List<Block> said = new ArrayList<>();
        blocks.children(definition, 1, 0, "", said);
        return said.stream().flatMap(Block::lines).toList();
    }

    /** Definitions that nothing calls become lines at the end. */
    void uncalled(List<Block> to) {
        List<FootnoteDefinition> left = new ArrayList<>();
        defined.forEach(
                (key, definition) -> {
                    if (called.add(key)) {
                        left.add(definition);
                    }
                });
        left.addAll(twice);
        for (FootnoteDefinition definition : left) {
            source.remark(Remark.Kind.NOTE_UNCALLED, definition, definition.getLabel());
            to.addAll(lines(definition));
        }
    }
}

package org.danaya.text.docx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Run;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;

/**
 * Words that are gone in one place and new in another: LibreOffice takes them for moved, whatever
 * the file says, if there is a space between them.
 */
final class Twins {

    private final Set<String> gone = new HashSet<>();
    private final Set<String> fresh = new HashSet<>();

    Twins(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Deleted(Line line) -> all(line, gone);
                case Change.Inserted(Line line) -> all(line, fresh);
                case Change.MovedFrom from -> all(from.line().before(), gone);
                case Change.MovedTo to -> all(to.line().after(), fresh);
                case Change.Kept kept -> kept(kept);
                case Change.Deleted(Grid _), Change.Inserted(Grid _), Change.Table _ -> {}
            }
        }
        gone.retainAll(fresh);
    }

    private void kept(Change.Kept kept) {
        if (!kept.before().number().equals(kept.after().number())) {
            add(kept.before().number(), gone);
            add(kept.after().number(), fresh);
        }
        for (Piece piece : kept.pieces()) {
            switch (piece) {
                case Piece.Deleted deleted -> runs(deleted.inlines(), gone);
                case Piece.Inserted inserted -> runs(inserted.inlines(), fresh);
                case Piece.Restyled restyled -> {
                    runs(restyled.before(), gone);
                    runs(restyled.after(), fresh);
                }
                case Piece.Same _, Piece.Noted _ -> {}
            }
        }
    }

    private static void all(Line line, Set<String> words) {
        add(line.number(), words);
        add(line.number() + line.text(), words);
        runs(line.inlines(), words);
    }

    private static void runs(List<? extends Inline> inlines, Set<String> words) {
        for (Inline inline : inlines) {
            if (inline instanceof Run run) {
                add(run.text(), words);
            }
        }
    }

    private static void add(String words, Set<String> all) {
        if (words.strip().contains(" ")) {
            all.add(words.strip());
        }
    }

    /** Whether some of a line has such a twin. */
    boolean has(Line line) {
        Set<String> words = new HashSet<>();
        all(line, words);
        return words.stream().anyMatch(gone::contains);
    }
}

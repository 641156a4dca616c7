package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;

/** What became of words of a line that is in both versions. */
public sealed interface Piece
        permits Piece.Same, Piece.Inserted, Piece.Deleted, Piece.Restyled, Piece.Noted {

    /**
     * Words that are in both versions and look the same.
     *
     * @param inlines at least one
     */
    record Same(List<Inline> inlines) implements Piece {

        /** Copied. */
        public Same {
            inlines = List.copyOf(inlines);
        }
    }

    /**
     * Words that are in the later version only.
     *
     * @param inlines at least one
     */
    record Inserted(List<Inline> inlines) implements Piece {

        /** Copied. */
        public Inserted {
            inlines = List.copyOf(inlines);
        }
    }

    /**
     * Words that are in the former version only.
     *
     * @param inlines at least one
     */
    record Deleted(List<Inline> inlines) implements Piece {

        /** Copied. */
        public Deleted {
            inlines = List.copyOf(inlines);
        }
    }

    /**
     * The same words, which look otherwise or lead elsewhere.
     *
     * @param before the words as they were
     * @param after the words as they are
     */
    record Restyled(List<Run> before, List<Run> after) implements Piece {

        /** Words that are the same. */
        public Restyled {
            before = List.copyOf(before);
            after = List.copyOf(after);
            if (!words(before).equals(words(after))) {
                throw new IllegalArgumentException("restyled words that aren't the same");
            }
        }

        private static String words(List<Run> runs) {
            return String.join("", runs.stream().map(Run::text).toList());
        }
    }

    /**
     * A footnote that is in both versions, at the same place among the words, with another text.
     * One whose marker changed is deleted and inserted.
     *
     * @param before the footnote as it was
     * @param after the footnote as it is
     * @param changes what became of its lines, without moves
     */
    record Noted(Note before, Note after, List<Change> changes) implements Piece {

        /** Changes that say both footnotes' lines. */
        public Noted {
            changes = List.copyOf(changes);
            if (!before.lines().equals(Redline.before(changes))
                    || !after.lines().equals(Redline.after(changes))) {
                throw new IllegalArgumentException("changes that aren't the footnote's lines");
            }
        }
    }

    /** The words of the former version, runs of one style being joined. */
    static List<Inline> before(List<Piece> pieces) {
        List<Inline> inlines = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Same same -> inlines.addAll(same.inlines());
                case Deleted deleted -> inlines.addAll(deleted.inlines());
                case Restyled restyled -> inlines.addAll(restyled.before());
                case Noted noted -> inlines.add(noted.before());
                case Inserted _ -> {}
            }
        }
        return joined(inlines);
    }

    /** The words of the later version, runs of one style being joined. */
    static List<Inline> after(List<Piece> pieces) {
        List<Inline> inlines = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Same same -> inlines.addAll(same.inlines());
                case Inserted inserted -> inlines.addAll(inserted.inlines());
                case Restyled restyled -> inlines.addAll(restyled.after());
                case Noted noted -> inlines.add(noted.after());
                case Deleted _ -> {}
            }
        }
        return joined(inlines);
    }

    /** The same words, runs of one style that follow one another being one. */
    static List<Inline> joined(List<Inline> inlines) {
        List<Inline> joined = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < inlines.size(); i++) {
            if (!(inlines.get(i) instanceof Run run)) {
                joined.add(inlines.get(i));
                continue;
            }
            words.append(run.text());
            boolean goesOn =
                    i + 1 < inlines.size()
                            && inlines.get(i + 1) instanceof Run next
                            && next.style().equals(run.style());
            if (!goesOn) {
                joined.add(new Run(words.toString(), run.style()));
                words.setLength(0);
            }
        }
        return List.copyOf(joined);
    }
}

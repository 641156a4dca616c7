package org.danaya.text.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;

/** What became of the words of a line, as elements; words tell it to whoever doesn't see. */
final class PieceMarkup {

    private final Markup out;
    private final Legend legend;
    private final String foreign;
    private final InlineMarkup inlines;

    /** What became of footnotes, by the order of their calls. */
    private final Map<Integer, String> fates = new HashMap<>();

    private final Map<Integer, Piece.Noted> noted = new HashMap<>();

    PieceMarkup(Markup out, String language, Legend legend, InlineMarkup inlines) {
        this.out = out;
        this.legend = legend;
        this.foreign = legend.language().equals(language) ? "" : legend.language();
        this.inlines = inlines;
    }

    /** The legend's language where it isn't the text's. */
    String foreign() {
        return foreign;
    }

    static boolean same(Change.Kept kept) {
        return kept.before().number().equals(kept.after().number())
                && kept.pieces().stream().allMatch(Piece.Same.class::isInstance);
    }

    /** The number and words of a line of both versions. */
    void line(Change.Kept kept) {
        number(kept.before().number(), kept.after().number());
        for (Piece piece : kept.pieces()) {
            switch (piece) {
                case Piece.Same same -> inlines.inlines(out, same.inlines());
                case Piece.Inserted inserted -> tagged(inserted.inlines(), "ins");
                case Piece.Deleted deleted -> tagged(deleted.inlines(), "del");
                case Piece.Restyled restyled -> {
                    out.open("span", "class", "restyled", "title", legend.say("restyled"));
                    inlines.inlines(out, List.copyOf(restyled.after()));
                    out.close();
                }
                case Piece.Noted both -> {
                    noted.put(inlines.notes().count() + 1, both);
                    inlines.inlines(out, List.of(both.after()));
                }
            }
        }
    }

    private void number(String before, String after) {
        if (before.equals(after)) {
            inlines.number(out, after);
            out.words(after.isEmpty() ? "" : " ");
            return;
        }
        out.open("span", "class", "num renumbered");
        said("renumbered");
        if (!before.isEmpty()) {
            out.open("del").words(before).close().words(" ");
        }
        if (!after.isEmpty()) {
            out.open("ins").words(after).close();
        }
        out.close().words(" ");
    }

    /** All of a line, which is in one version only. */
    void whole(Line line, String tag) {
        if (line.number().isEmpty() && line.inlines().isEmpty()) {
            return;
        }
        begin(tag);
        remember(line.inlines(), tag);
        inlines.line(out, line);
        end(tag);
    }

    private void tagged(List<Inline> words, String tag) {
        begin(tag);
        remember(words, tag);
        inlines.inlines(out, words);
        end(tag);
    }

    /** What becomes of footnotes that are about to be called. */
    private void remember(List<Inline> words, String tag) {
        int next = inlines.notes().count();
        for (Inline inline : words) {
            if (inline instanceof Note) {
                next++;
                fates.put(next, tag);
            }
        }
    }

    private void begin(String tag) {
        out.open(tag);
        said(tag.equals("ins") ? "came" : "went");
    }

    private void end(String tag) {
        said(tag.equals("ins") ? "came.end" : "went.end");
        out.close();
    }

    private void said(String key) {
        String space = key.endsWith(".end") ? " " : "";
        String after = key.endsWith(".end") ? "]" : " ";
        String begin = key.endsWith(".end") ? "" : "[";
        out.words(
                "span",
                space + begin + legend.say(key) + after,
                "class",
                "said ds-sr-only",
                "lang",
                foreign);
    }

    /** Says that a line moved, and leads to its other place. */
    void sign(String key, String href) {
        out.open("p", "class", "move", "lang", foreign);
        out.words("⇅ " + legend.say(key) + " ");
        out.words("a", legend.say(key + ".link"), "href", href).close().line();
    }

    /** The footnotes at the end, with what became of them. */
    void notes(FlowMarkup flow, Consumer<List<Change>> changed) {
        flow.notes(out, called -> note(called, changed));
    }

    private void note(Footnotes.Called called, Consumer<List<Change>> changed) {
        Piece.Noted both = noted.get(called.index());
        String fate = fates.get(called.index());
        if (both != null) {
            changed.accept(both.changes());
        } else if (fate != null) {
            for (Line line : called.note().lines()) {
                out.open("p");
                whole(line, fate);
                out.close();
            }
        } else {
            for (Line line : called.note().lines()) {
                out.open("p");
                inlines.line(out, line);
                out.close();
            }
        }
    }
}

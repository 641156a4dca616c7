package org.danaya.consultation.answer.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.danaya.consultation.answer.console.WhySheets.Span;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Hunk;
import org.danaya.text.redline.Hunks;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;

/** The lines of a comparison, each with the changes that it holds. */
final class WhyLines {

    private WhyLines() {}

    /**
     * A line.
     *
     * @param spans its words with what became of them; empty for a table
     * @param hunks its changes, at least one
     */
    record Changed(List<Span> spans, List<Hunk> hunks) {}

    /** The lines in which something changed, in the order of the comparison. */
    static List<Changed> of(Redline redline) {
        List<List<Hunk>> hunks = Hunks.byChange(redline);
        List<Changed> lines = new ArrayList<>();
        for (int at = 0; at < hunks.size(); at++) {
            if (!hunks.get(at).isEmpty()) {
                lines.add(new Changed(spans(redline.changes().get(at)), hunks.get(at)));
            }
        }
        return lines;
    }

    private static List<Span> spans(Change change) {
        return switch (change) {
            case Change.Kept kept -> spans(kept);
            case Change.MovedTo(int _, Change.Kept line) -> spans(line);
            case Change.Inserted _, Change.Deleted _, Change.MovedFrom _, Change.Table _ ->
                    List.of();
        };
    }

    private static List<Span> spans(Change.Kept kept) {
        List<Span> spans = new ArrayList<>();
        Line before = kept.before();
        Line after = kept.after();
        if (before.number().equals(after.number())) {
            add(spans, "", after.number());
        } else {
            add(spans, "del", before.number());
            add(spans, "ins", after.number());
        }
        add(spans, "", after.number().isEmpty() && before.number().isEmpty() ? "" : " ");
        for (Piece piece : kept.pieces()) {
            switch (piece) {
                case Piece.Same same -> add(spans, "", words(same.inlines()));
                case Piece.Inserted inserted -> add(spans, "ins", words(inserted.inlines()));
                case Piece.Deleted deleted -> add(spans, "del", words(deleted.inlines()));
                case Piece.Restyled restyled -> add(spans, "", words(restyled.after()));
                case Piece.Noted noted -> add(spans, "", noted.after().text());
            }
        }
        return spans;
    }

    private static void add(List<Span> spans, String tag, String words) {
        if (!words.isEmpty()) {
            spans.add(new Span(tag, words));
        }
    }

    private static String words(Collection<? extends Inline> inlines) {
        return inlines.stream().map(Inline::text).collect(Collectors.joining());
    }
}

package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.danaya.text.flow.Line;
import org.danaya.text.redline.Change;
import org.jspecify.annotations.Nullable;

/**
 * The lines between two tables, or between a table and an end, as paragraphs of which the last has
 * a mark that is in both versions: neither Word nor LibreOffice takes out the last mark before a
 * table or at the end of a cell, a note or the text.
 *
 * <p>Where the last line is in one version alone, the mark is shared. A last line that is gone and
 * a last line that is new share a paragraph. Where lines are only gone, the mark of the line before
 * them is deleted in their stead, and the last keeps its own, which then is that line's; in the
 * same way where lines are only new. Where there is no line before them, what is left is a
 * paragraph that only stands beside the table.
 */
final class Segment {

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final boolean inNote;

    Segment(boolean inNote) {
        this.inNote = inNote;
    }

    /** A line follows. */
    void add(Change change) {
        paragraphs.add(
                switch (change) {
                    case Change.Kept kept -> Paragraph.of(kept, inNote);
                    case Change.Inserted(Line line) -> Paragraph.of(Tracked.INSERTED, line, inNote);
                    case Change.Deleted(Line line) -> Paragraph.of(Tracked.DELETED, line, inNote);
                    case Change.MovedFrom from -> Paragraph.from(from);
                    case Change.MovedTo to -> Paragraph.to(to);
                    case Change.Inserted _, Change.Deleted _, Change.Table _ ->
                            throw new IllegalArgumentException("a table in a segment");
                });
    }

    boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    /** All, of which the last has its mark in both versions. */
    List<Paragraph> settled() {
        int last = -1;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).kept()) {
                last = i;
            }
        }
        if (last < paragraphs.size() - 1) {
            settle(last);
        }
        guard();
        return paragraphs;
    }

    private void settle(int last) {
        @Nullable Paragraph before = last < 0 ? null : paragraphs.get(last);
        List<Paragraph> trailing = paragraphs.subList(last + 1, paragraphs.size());
        @Nullable Paragraph gone = null;
        @Nullable Paragraph fresh = null;
        for (Paragraph paragraph : trailing) {
            if (paragraph.after() == null) {
                gone = paragraph;
            } else {
                fresh = paragraph;
            }
        }
        if (gone != null && fresh != null) {
            trailing.remove(gone);
            trailing.remove(fresh);
            trailing.add(Paragraph.joined(gone, fresh));
            return;
        }
        Paragraph end = trailing.getLast();
        Tracked kind = trailing.getFirst().mark();
        if (before != null) {
            before.mark(kind);
        }
        end.mark(Tracked.KEPT);
        if (fresh == null) {
            end.after(before == null ? Paragraph.Version.END : before.after());
        } else {
            end.before(before == null ? Paragraph.Version.END : before.before());
        }
    }

    /**
     * Where a paragraph that isn't there in one version is tracked in more than one way,
     * LibreOffice joins the next one to it and not the other way round: it then must look like the
     * next.
     */
    private void guard() {
        Paragraph.@Nullable Version before = null;
        Paragraph.@Nullable Version after = null;
        for (Paragraph paragraph : paragraphs.reversed()) {
            if (!paragraph.kept() && paragraph.mixed()) {
                if (paragraph.after() == null && after != null) {
                    paragraph.after(new Paragraph.Version(after.style(), null));
                } else if (paragraph.before() == null && before != null) {
                    paragraph.before(new Paragraph.Version(before.style(), null));
                }
            }
            before =
                    Objects.requireNonNullElse(
                            paragraph.before(), before == null ? Paragraph.Version.END : before);
            after =
                    Objects.requireNonNullElse(
                            paragraph.after(), after == null ? Paragraph.Version.END : after);
        }
    }
}

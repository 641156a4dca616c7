package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.BitSet;
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
    private final boolean noted;
    private final boolean afterTable;
    private final Twins twins;

    /** The one that calls the first footnote of all, if it is here. */
    private @Nullable Paragraph first;

    /**
     * @param inNote whether the lines are a footnote's
     * @param noted whether the text called a footnote before
     * @param afterTable whether a table is before the first line
     * @param twins of the text
     */
    Segment(boolean inNote, boolean noted, boolean afterTable, Twins twins) {
        this.afterTable = afterTable;
        this.twins = twins;
        this.inNote = inNote;
        this.noted = noted;
    }

    /** A line follows. */
    void add(Change change) {
        paragraphs.add(
                switch (change) {
                    case Change.Kept kept -> Paragraph.of(kept, inNote);
                    case Change.Inserted(Line line) -> whole(Tracked.INSERTED, line);
                    case Change.Deleted(Line line) -> whole(Tracked.DELETED, line);
                    case Change.MovedFrom from -> Paragraph.from(from);
                    case Change.MovedTo to -> Paragraph.to(to);
                    case Change.Inserted _, Change.Deleted _, Change.Table _ ->
                            throw new IllegalArgumentException("a table in a segment");
                });
    }

    private Paragraph whole(Tracked kind, Line line) {
        Paragraph paragraph = Paragraph.of(kind, line, inNote);
        return twins.has(line) ? paragraph.asTwin() : paragraph;
    }

    boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    /** All, of which the last has its mark in both versions. */
    List<Paragraph> settled() {
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (paragraph.alone() && paragraph.links() && (paragraph.mixed() || joined(i))) {
                share(-1, i);
            }
        }
        if (!noted) {
            callFirst();
        }
        for (int i = 0; i + 1 < paragraphs.size(); i++) {
            Paragraph next = paragraphs.get(i + 1);
            if (paragraphs.get(i).kept()
                    && next.alone()
                    && paragraphs.get(i).ends() != Tracked.KEPT
                    && paragraphs.get(i).ends() == next.begins()) {
                share(i, alike(i + 1));
            }
        }
        int last = paragraphs.size() - 1;
        while (last >= 0 && !paragraphs.get(last).kept()) {
            last--;
        }
        if (last < paragraphs.size() - 1) {
            settle(last);
        }
        part();
        guard();
        return paragraphs;
    }

    /**
     * A link grows that goes together with the line before: the two keep a mark between them, and
     * what is left of the line only stands there.
     */
    private void part() {
        for (int i = 1; i < paragraphs.size(); i++) {
            Paragraph former = paragraphs.get(i - 1);
            Paragraph paragraph = paragraphs.get(i);
            if (former.alone()
                    && !former.kept()
                    && paragraph.kept()
                    && paragraph.begins().unmoved() == former.mark().unmoved()
                    && Twins.link(paragraph.bits())) {
                share(-1, i - 1);
            }
        }
    }

    /**
     * LibreOffice forgets that the mark of the paragraph is tracked that calls the first footnote
     * of all: the mark is shared with the line before, or what is left only stands there.
     */
    private void callFirst() {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).calls()) {
                first = paragraphs.get(i);
                if (first.alone()) {
                    share(i > 0 && paragraphs.get(i - 1).kept() ? i - 1 : -1, i);
                }
                return;
            }
        }
    }

    /** The last of those that follow one another from here in the same version alone. */
    private int alike(int from) {
        boolean gone = paragraphs.get(from).after() == null;
        int last = from;
        while (last + 1 < paragraphs.size()
                && paragraphs.get(last + 1).alone()
                && (paragraphs.get(last + 1).after() == null) == gone) {
            last++;
        }
        return last;
    }

    /**
     * The mark of a paragraph that is in both versions becomes that of the last that follows it.
     */
    private void share(int at, int last) {
        Paragraph end = paragraphs.get(last);
        Paragraph.Version before = Paragraph.Version.END;
        Paragraph.Version after = Paragraph.Version.END;
        if (at >= 0 && paragraphs.get(at) != first && !end.links()) {
            Paragraph kept = paragraphs.get(at);
            kept.mark(paragraphs.get(at + 1).begins().unmoved());
            before = Objects.requireNonNull(kept.before());
            after = Objects.requireNonNull(kept.after());
        }
        if (end.after() == null) {
            end.after(after);
        } else {
            end.before(before);
        }
        end.mark(Tracked.KEPT);
    }

    private void settle(int last) {
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
        } else {
            share(last, paragraphs.size() - 1);
        }
    }

    /**
     * LibreOffice joins the next paragraph to one that isn't there in one version, and not the
     * other way round, where that is tracked in more than one way, moved or beside what is moved:
     * it then must look like the next.
     */
    private void guard() {
        Paragraph.Version before = Paragraph.Version.END;
        Paragraph.Version after = Paragraph.Version.END;
        boolean goneStands = false;
        boolean freshStands = false;
        BitSet joining = joining();
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            Paragraph paragraph = paragraphs.get(i);
            boolean joins = joining.get(i);
            if (paragraph.after() == null && (joins || goneStands)) {
                paragraph.after(new Paragraph.Version(after.style(), null));
            } else if (paragraph.before() == null && (joins || freshStands)) {
                paragraph.before(new Paragraph.Version(before.style(), null));
            } else {
                goneStands = Paragraph.Version.END.equals(paragraph.after());
                freshStands = Paragraph.Version.END.equals(paragraph.before());
            }
            before = Objects.requireNonNullElse(paragraph.before(), before);
            after = Objects.requireNonNullElse(paragraph.after(), after);
        }
    }

    /** Those that LibreOffice might join the next paragraph to, and what goes with them. */
    private BitSet joining() {
        BitSet joining = new BitSet();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (paragraph.kept()) {
                continue;
            }
            boolean goesOn =
                    i > 0
                            && joining.get(i - 1)
                            && paragraph.alone()
                            && paragraphs.get(i - 1).mark().unmoved() == paragraph.mark().unmoved();
            joining.set(i, goesOn || paragraph.mixed() || joined(i));
        }
        return joining;
    }

    /** Whether LibreOffice might join the next paragraph to it. */
    private boolean joined(int at) {
        if (at == 0 && afterTable) {
            return true;
        }
        for (int i = Math.max(0, at - 1); i <= at + 1 && i < paragraphs.size(); i++) {
            boolean moved = paragraphs.get(i).from() + paragraphs.get(i).to() > 0;
            if (paragraphs.get(i).twin() || (moved && i != at)) {
                return true;
            }
        }
        return false;
    }
}

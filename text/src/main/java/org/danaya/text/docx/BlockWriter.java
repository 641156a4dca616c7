package org.danaya.text.docx;

import java.util.List;
import java.util.Objects;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.redline.Change;
import org.jspecify.annotations.Nullable;

/** Writes lines and tables, one after another, with what became of each. */
final class BlockWriter {

    private final Target target;
    private final Links links;
    private final Markup out;
    private final Surrounding surrounding;
    private final WordsWriter words;
    private final boolean inNote;

    /** What stands before the words of the first paragraph. */
    private @Nullable Runnable lead;

    BlockWriter(Target target, Links links, Markup out, Surrounding surrounding, boolean inNote) {
        this.target = target;
        this.links = links;
        this.out = out;
        this.surrounding = surrounding;
        this.inNote = inNote;
        this.words = new WordsWriter(target, links, out, inNote, surrounding);
    }

    /** The words of the first paragraph that is written come after this. */
    BlockWriter after(Runnable leading) {
        lead = leading;
        return this;
    }

    /** Writes a cell that is in both versions, of which lines alone change. */
    void cell(List<Change> changes, String opening) {
        Segment segment = segment(false);
        changes.forEach(segment::add);
        paragraphs(segment.isEmpty() ? List.of(Paragraph.end()) : segment.settled(), opening);
    }

    /** Writes what fills a text: it ends in a paragraph whose mark is kept. */
    void write(List<Change> changes) {
        Segment segment = segment(false);
        boolean afterTable = false;
        for (Change change : changes) {
            boolean table =
                    switch (change) {
                        case Change.Table _ -> true;
                        case Change.Inserted inserted -> inserted.block() instanceof Grid;
                        case Change.Deleted deleted -> deleted.block() instanceof Grid;
                        case Change.Kept _, Change.MovedFrom _, Change.MovedTo _ -> false;
                    };
            if (!table) {
                segment.add(change);
                continue;
            }
            flush(segment, afterTable);
            segment = segment(true);
            new GridWriter(target, links, out).write(change);
            afterTable = true;
        }
        flush(segment, afterTable || changes.isEmpty());
    }

    private Segment segment(boolean afterTable) {
        return new Segment(inNote, inNote || target.notes.any(), afterTable, target.twins);
    }

    private void flush(Segment segment, boolean needed) {
        if (!segment.isEmpty()) {
            paragraphs(segment.settled(), "");
        } else if (needed) {
            paragraph(Paragraph.end(), "");
        }
    }

    /**
     * Writes a cell that is in one version alone.
     *
     * @param opening what stands at its beginning
     */
    void write(Tracked kind, List<Line> lines, String opening) {
        if (lines.isEmpty()) {
            paragraph(Paragraph.end(), opening);
            return;
        }
        paragraphs(lines.stream().map(line -> Paragraph.of(kind, line, inNote)).toList(), opening);
    }

    /**
     * Paragraphs, with bookmarks around those of one place.
     *
     * @param opening a bookmark's name that also stands around all, or empty
     */
    void paragraphs(List<Paragraph> paragraphs, String opening) {
        String outer = "";
        String id = "";
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            begin(paragraph);
            if (i == 0 && !opening.isEmpty()) {
                outer = bookmark(opening);
            }
            @Nullable Place after = place(paragraph.after());
            @Nullable Place before = place(paragraph.before());
            boolean said = surrounding.says(paragraph);
            boolean goesOn = i > 0 && goOn(paragraphs.get(i - 1), paragraph);
            if (!said && !goesOn) {
                id = bookmark(target.bookmark("akn:part", after, before));
            }
            if (lead != null) {
                lead.run();
                lead = null;
            }
            words.write(paragraph);
            boolean more = i + 1 < paragraphs.size() && goOn(paragraph, paragraphs.get(i + 1));
            if (!said && !more) {
                out.empty("w:bookmarkEnd", "w:id", id);
            }
            if (i == paragraphs.size() - 1 && !outer.isEmpty()) {
                out.empty("w:bookmarkEnd", "w:id", outer);
            }
            out.close();
        }
    }

    private void paragraph(Paragraph paragraph, String opening) {
        paragraphs(List.of(paragraph), opening);
    }

    private String bookmark(String name) {
        String id = target.revisions.id();
        out.empty("w:bookmarkStart", "w:id", id, "w:name", name);
        return id;
    }

    private static @Nullable Place place(Paragraph.@Nullable Version version) {
        return version == null ? null : version.place();
    }

    /** Whether a bookmark goes on: LibreOffice loses one whose end goes with a paragraph. */
    private static boolean goOn(Paragraph one, Paragraph other) {
        return one.kept()
                && Objects.equals(place(one.after()), place(other.after()))
                && Objects.equals(place(one.before()), place(other.before()));
    }

    private void begin(Paragraph paragraph) {
        Paragraph.@Nullable Version after = paragraph.after();
        Paragraph.@Nullable Version before = paragraph.before();
        Paragraph.Version shown =
                after != null ? after : before != null ? before : Paragraph.Version.END;
        out.open("w:p").open("w:pPr");
        out.value("w:pStyle", target.style(shown.style()));
        if (!paragraph.kept()) {
            out.open("w:rPr");
            target.revisions.mark(out, paragraph.mark(), !words.goesOn(paragraph));
            out.close();
        }
        if (before != null && paragraph.restyled()) {
            target.revisions.open(out, "w:pPrChange").open("w:pPr");
            out.value("w:pStyle", target.style(before.style())).close().close();
        }
        out.close();
    }
}

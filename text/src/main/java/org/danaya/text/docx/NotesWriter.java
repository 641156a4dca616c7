package org.danaya.text.docx;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;

/**
 * Writes footnotes, which have a part of their own.
 *
 * <p>A footnote without a marker is numbered by whoever shows it. So is one whose marker is the
 * number that it would have anyway, in each version that it is in; any other has its own marker.
 */
final class NotesWriter {

    private final Target target;
    private final Links links = new Links("h");
    private final Markup out = Markup.part("w:footnotes");
    private final Set<Integer> numbered = new HashSet<>();
    private int count;

    /** Whether the first footnote is called in a table, or would be now. */
    private boolean firstInTable;

    /** How many were numbered so far in the former and the later version. */
    private int before;

    private int after;

    NotesWriter(Target target) {
        this.target = target;
        separator("-1", "separator", "w:separator");
        separator("0", "continuationSeparator", "w:continuationSeparator");
    }

    private void separator(String id, String type, String tag) {
        out.open("w:footnote", "w:type", type, "w:id", id).open("w:p").open("w:r").empty(tag);
        out.close().close().close();
    }

    boolean any() {
        return count > 0;
    }

    /** A cell is written next. */
    void inTable() {
        firstInTable = firstInTable || count == 0;
    }

    /** A cell was written. */
    void afterCell() {
        firstInTable = firstInTable && count > 0;
    }

    /**
     * Writes an empty footnote that nobody sees, because its call is hidden.
     *
     * @return its id
     */
    int unseen() {
        int id = ++count;
        out.open("w:footnote", "w:id", Integer.toString(id)).open("w:p").open("w:pPr");
        out.value("w:pStyle", target.style("footnote text")).close().close().close();
        return id;
    }

    Links links() {
        return links;
    }

    /** The part. */
    byte[] bytes() {
        return out.bytes();
    }

    /** Whether a footnote is numbered by whoever shows it. */
    boolean numbered(int id) {
        return numbered.contains(id);
    }

    private static boolean usual(String marker, int counted) {
        return marker.isEmpty() || marker.equals(Integer.toString(counted + 1));
    }

    /**
     * Writes a footnote that is called.
     *
     * @return its id; nothing where it can't be one footnote in both versions
     */
    Optional<Integer> call(Tracked kind, Note note, Surrounding surrounding) {
        boolean gone = kind == Tracked.DELETED || kind == Tracked.MOVED_AWAY;
        boolean fresh = kind == Tracked.INSERTED || kind == Tracked.MOVED_HERE;
        boolean was = usual(note.marker(), before);
        boolean is = usual(note.marker(), after);
        if (!gone && !fresh && was != is) {
            return Optional.empty();
        }
        boolean usual = gone ? was : is;
        int id = begin(usual, !fresh, !gone);
        Tracked words = gone ? Tracked.DELETED : fresh ? Tracked.INSERTED : Tracked.KEPT;
        List<Paragraph> paragraphs =
                note.lines().stream().map(line -> paragraph(words, line)).toList();
        write(id, note.marker(), paragraphs, surrounding);
        return Optional.of(id);
    }

    /** Words are tracked in a footnote, marks aren't: its paragraphs go with its call. */
    private static Paragraph paragraph(Tracked kind, Line line) {
        Paragraph.Version version = Paragraph.Version.of(line, true);
        return new Paragraph(Bit.of(kind, line), Tracked.KEPT, version, version, 0, 0);
    }

    /**
     * Writes a footnote whose text changed. LibreOffice loses lines of footnotes whose lines were
     * inserted or deleted, and all changes in footnotes where the first of all is called in a
     * table: then such a footnote isn't one in both versions.
     */
    Optional<Integer> call(Piece.Noted noted, Surrounding surrounding) {
        if (firstInTable) {
            return Optional.empty();
        }
        boolean was = usual(noted.before().marker(), before);
        boolean is = usual(noted.after().marker(), after);
        Segment segment = new Segment(true, true, false, target.twins);
        for (Change change : noted.changes()) {
            segment.add(change);
        }
        List<Paragraph> paragraphs = segment.settled();
        boolean sameMarker = noted.before().marker().equals(noted.after().marker());
        if (!paragraphs.stream().allMatch(NotesWriter::simple)
                || was != is
                || (!is && !sameMarker)) {
            return Optional.empty();
        }
        int id = begin(is, true, true);
        write(id, noted.after().marker(), paragraphs, surrounding);
        return Optional.of(id);
    }

    private static boolean simple(Paragraph paragraph) {
        boolean linked =
                paragraph.bits().stream()
                        .filter(bit -> bit.tracked() != Tracked.KEPT)
                        .anyMatch(bit -> bit instanceof Bit.Words words && words.links());
        return !linked
                && paragraph.kept()
                && paragraph.before() != null
                && paragraph.after() != null
                && !Paragraph.Version.END.equals(paragraph.before())
                && !Paragraph.Version.END.equals(paragraph.after());
    }

    private int begin(boolean usual, boolean wasThere, boolean isThere) {
        int id = ++count;
        if (usual) {
            numbered.add(id);
            before += wasThere ? 1 : 0;
            after += isThere ? 1 : 0;
        }
        return id;
    }

    private void write(int id, String marker, List<Paragraph> paragraphs, Surrounding surrounding) {
        out.open("w:footnote", "w:id", Integer.toString(id));
        BlockWriter writer = new BlockWriter(target, links, out, surrounding, true);
        writer.after(() -> lead(id, marker))
                .paragraphs(paragraphs.isEmpty() ? List.of(empty()) : paragraphs, "");
        out.close();
    }

    private static Paragraph empty() {
        Paragraph.Version version = new Paragraph.Version("footnote text", null);
        return new Paragraph(List.of(), Tracked.KEPT, version, version, 0, 0);
    }

    /** A footnote's marker is said again before its text. */
    private void lead(int id, String marker) {
        out.open("w:r").open("w:rPr");
        if (numbered(id)) {
            out.value("w:rStyle", "FootnoteReference").close().empty("w:footnoteRef").close();
        } else {
            out.value("w:rStyle", Look.id(Look.MARKER)).close().words("w:t", marker).close();
        }
        out.open("w:r").words("w:t", " ").close();
    }
}

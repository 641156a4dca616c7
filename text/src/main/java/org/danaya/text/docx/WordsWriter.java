package org.danaya.text.docx;

import java.util.List;
import java.util.Optional;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Address;
import org.danaya.text.redline.Piece;
import org.jspecify.annotations.Nullable;

/** Writes what is in paragraphs. */
final class WordsWriter {

    /** What is shown of a picture that says nothing. */
    static final String UNSAID = "□";

    private final Target target;
    private final Links links;
    private final Markup out;
    private final boolean inNote;
    private final Surrounding surrounding;

    /**
     * How the last paragraph ended, if its mark is kept and its end is new, and if it said when.
     */
    private Tracked ended = Tracked.KEPT;

    private boolean dated;

    /**
     * Whether what is written doesn't say when it was put in: LibreOffice takes what is new at the
     * end of a paragraph and at the beginning of the next for one change, which the mark between
     * them is part of, unless the two were at different times.
     */
    private boolean undated;

    /** Whether what is written is new, and has a link among it. */
    private boolean inserted;

    private boolean linked;

    /** Whether all of it must not look like what is gone elsewhere, and that isn't seen to yet. */
    private boolean unlike;

    /** Where a note is called, for the places of its lines. */
    private Paragraph calling = Paragraph.end();

    WordsWriter(Target target, Links links, Markup out, boolean inNote, Surrounding surrounding) {
        this.target = target;
        this.links = links;
        this.out = out;
        this.inNote = inNote;
        this.surrounding = surrounding;
    }

    /** Writes a paragraph's content, moves with their ranges. */
    void write(Paragraph paragraph) {
        calling = paragraph;
        undated = begun(paragraph);
        String away = "";
        String here = "";
        List<Bit> bits = LinkEnds.kept(paragraph);
        for (int i = 0; i < bits.size(); i++) {
            Bit bit = bits.get(i);
            if (i == 0 || bit.tracked() != bits.get(i - 1).tracked()) {
                List<Bit> following = bits.subList(i, bits.size());
                inserted = bit.tracked() == Tracked.INSERTED;
                linked = Twins.link(following);
                unlike = inserted && target.twins.grow(following);
            }
            if (bit.tracked() == Tracked.MOVED_AWAY && away.isEmpty() && paragraph.from() != 0) {
                away = target.revisions.range(out, "w:moveFromRangeStart", "m" + paragraph.from());
            }
            if (bit.tracked() == Tracked.MOVED_HERE && here.isEmpty() && paragraph.to() != 0) {
                here = target.revisions.range(out, "w:moveToRangeStart", "m" + paragraph.to());
            }
            undated = undated && bit.tracked() == paragraph.begins();
            bit(bit);
        }
        ended = paragraph.kept() && fresh(paragraph.ends()) ? paragraph.ends() : Tracked.KEPT;
        dated = ended != Tracked.KEPT && !undated;
        if (!away.isEmpty()) {
            out.empty("w:moveFromRangeEnd", "w:id", away);
        }
        if (!here.isEmpty()) {
            out.empty("w:moveToRangeEnd", "w:id", here);
        }
    }

    /** Whether what is new at its beginning follows what is new at the end of the last. */
    private boolean begun(Paragraph paragraph) {
        return dated && !paragraph.bits().isEmpty() && paragraph.begins() == ended;
    }

    /** Whether the whole paragraph that is written next, and its mark, won't say when it came. */
    boolean goesOn(Paragraph paragraph) {
        return begun(paragraph) && !paragraph.mixed() && paragraph.mark() == paragraph.begins();
    }

    private static boolean fresh(Tracked kind) {
        return kind == Tracked.INSERTED || kind == Tracked.MOVED_HERE;
    }

    private void bit(Bit bit) {
        switch (bit) {
            case Bit.Label(Tracked kind, String text, boolean followed) -> {
                begin(kind);
                out.open("w:r").open("w:rPr");
                out.value("w:rStyle", Look.id(Look.NUMBER)).close();
                out.words(text(kind), unlike(text));
                if (followed) {
                    out.empty("w:tab");
                }
                out.close();
                end(kind);
            }
            case Bit.Words(Tracked kind, List<Inline> inlines) ->
                    inlines.forEach(inline -> inline(kind, inline));
            case Bit.Restyled(Run words, Style former) ->
                    run(Tracked.KEPT, words.text(), words.style(), former);
            case Bit.Noted(Piece.Noted noted) -> noted(noted);
        }
    }

    /**
     * These words, with a letter more that nobody sees where LibreOffice would take them for moved:
     * a link among them grows then, or among those that are gone.
     */
    private String unlike(String words) {
        if (inserted && (unlike || target.twins.grow(words, linked))) {
            unlike = false;
            return LinkEnds.UNSEEN.text() + words;
        }
        return words;
    }

    private void begin(Tracked kind) {
        if (kind != Tracked.KEPT) {
            target.revisions.open(out, kind.tag(), !undated);
        }
    }

    private void end(Tracked kind) {
        if (kind != Tracked.KEPT) {
            out.close();
        }
    }

    private static String text(Tracked kind) {
        return kind == Tracked.DELETED ? "w:delText" : "w:t";
    }

    private void inline(Tracked kind, Inline inline) {
        switch (inline) {
            case Run run -> run(kind, run.text(), run.style(), null);
            case Break _ -> {
                begin(kind);
                out.open("w:r").empty("w:br").close();
                end(kind);
            }
            case Picture picture -> {
                String alternative = picture.alternative().replace("][", "] [").strip();
                target.picture(alternative, picture.source());
                String said = alternative.isEmpty() ? UNSAID : alternative;
                begin(kind);
                out.open("w:r").open("w:rPr");
                out.value("w:rStyle", Look.id(Look.PICTURE)).close();
                out.words(text(kind), "[" + said + "]").close();
                end(kind);
            }
            case Note note -> note(kind, note);
        }
    }

    /**
     * @param former how the words looked before, or null where they looked the same
     */
    private void run(Tracked kind, String words, Style style, @Nullable Style former) {
        boolean linked = link(style.href());
        begin(kind);
        out.open("w:r");
        if (!style.marks().isEmpty() || linked || former != null) {
            out.open("w:rPr");
            looks(style);
            if (former != null) {
                target.revisions.open(out, "w:rPrChange").open("w:rPr");
                looks(former);
                out.close().close();
            }
            out.close();
        }
        out.words(text(kind), unlike(words)).close();
        end(kind);
        if (linked) {
            out.close();
        }
    }

    private boolean link(String href) {
        if (href.isEmpty()) {
            return false;
        }
        Optional<String> outside = Address.outside(href);
        if (outside.isPresent()) {
            out.open("w:hyperlink", "r:id", links.id(outside.get()), "w:history", "1");
        } else {
            out.open("w:hyperlink", "w:anchor", target.anchor(href), "w:history", "1");
        }
        return true;
    }

    private void looks(Style style) {
        if (style.has(Mark.DEFINED)) {
            out.value("w:rStyle", Look.id(Look.DEFINED));
        } else if (!style.href().isEmpty()) {
            out.value("w:rStyle", "Hyperlink");
        }
        if (style.has(Mark.BOLD)) {
            out.empty("w:b");
        }
        if (style.has(Mark.ITALIC)) {
            out.empty("w:i");
        }
        if (style.has(Mark.UNDERLINE)) {
            out.value("w:u", "single");
        }
        if (style.has(Mark.SUPERSCRIPT)) {
            out.value("w:vertAlign", "superscript");
        } else if (style.has(Mark.SUBSCRIPT)) {
            out.value("w:vertAlign", "subscript");
        }
    }

    private void note(Tracked kind, Note note) {
        if (inNote) {
            String words = String.join(" ", note.lines().stream().map(it -> it.words()).toList());
            run(kind, " [" + words.replace('\n', ' ') + "]", Style.PLAIN, null);
            return;
        }
        Optional<Integer> called = target.notes.call(kind, note, surrounding.in(calling));
        if (called.isPresent()) {
            reference(kind, called.get(), target.notes.numbered(called.get()), note.marker());
        } else {
            note(Tracked.DELETED, note);
            note(Tracked.INSERTED, note);
        }
    }

    private void noted(Piece.Noted noted) {
        Optional<Integer> called = target.notes.call(noted, surrounding.in(calling));
        if (called.isPresent()) {
            boolean numbered = target.notes.numbered(called.get());
            reference(Tracked.KEPT, called.get(), numbered, noted.after().marker());
        } else {
            note(Tracked.DELETED, noted.before());
            note(Tracked.INSERTED, noted.after());
        }
    }

    /** LibreOffice knows a marker's first letter alone: the others follow as words. */
    private void reference(Tracked kind, int id, boolean numbered, String marker) {
        begin(kind);
        out.open("w:r").open("w:rPr").value("w:rStyle", "FootnoteReference").close();
        String number = Integer.toString(id);
        if (numbered) {
            out.empty("w:footnoteReference", "w:id", number);
        } else {
            out.empty("w:footnoteReference", "w:customMarkFollows", "1", "w:id", number);
            int first = Character.charCount(marker.codePointAt(0));
            out.words(text(kind), marker.substring(0, first));
            if (first < marker.length()) {
                out.close().open("w:r").open("w:rPr");
                out.value("w:rStyle", Look.id(Look.MARKER)).close();
                out.words(text(kind), marker.substring(first));
            }
        }
        out.close();
        end(kind);
    }
}

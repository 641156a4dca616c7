package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.form.Footnotes;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;

/**
 * What became of the words of a line, as they are drawn: underlined what came, struck out what
 * went.
 */
final class PieceBits {

    static final Look CAME = Look.PLAIN.underlined().in(Ink.INSERTED);
    static final Look WENT = Look.PLAIN.struckOut().in(Ink.DELETED);

    private final Bits bits;

    /** What became of footnotes, by the order of their calls. */
    private final Map<Integer, Bit.Fate> fates = new HashMap<>();

    private final Map<Integer, Piece.Noted> noted = new HashMap<>();

    PieceBits(Bits bits) {
        this.bits = bits;
    }

    static boolean same(Change.Kept kept) {
        return kept.before().number().equals(kept.after().number())
                && kept.pieces().stream().allMatch(Piece.Same.class::isInstance);
    }

    private static Look fated(Look look, Bit.Fate fate) {
        return switch (fate) {
            case STAYED -> look;
            case CAME -> look.underlined().in(Ink.INSERTED);
            case WENT -> look.struckOut().in(Ink.DELETED);
        };
    }

    /** The number of a line of both versions; a new one stands after the former. */
    List<Bit> number(Change.Kept kept, Look look) {
        String before = Bits.drawable(kept.before().number());
        String after = Bits.drawable(kept.after().number());
        if (before.equals(after)) {
            return FlowBook.number(after, look);
        }
        List<Bit> number = new ArrayList<>(number(before, look, Bit.Fate.WENT));
        if (!number.isEmpty() && !after.isEmpty()) {
            number.add(Bit.Words.of(" ", look));
        }
        number.addAll(number(after, look, Bit.Fate.CAME));
        return number;
    }

    /** The number of a line that is in one version only. */
    List<Bit> number(Line line, Bit.Fate fate) {
        return number(Bits.drawable(line.number()), Paragraphs.look(line).bold(), fate);
    }

    private static List<Bit> number(String number, Look look, Bit.Fate fate) {
        return number.isEmpty()
                ? List.of()
                : List.of(new Bit.Words(number, fated(look, fate), "", fate));
    }

    /** The words of a line that is in one version only. */
    List<Bit> words(Line line, Bit.Fate fate) {
        return words(line.inlines(), Paragraphs.look(line), fate);
    }

    private List<Bit> words(List<Inline> inlines, Look look, Bit.Fate fate) {
        int next = bits.called();
        for (Inline inline : inlines) {
            if (inline instanceof Note) {
                next++;
                fates.put(next, fate);
            }
        }
        return bits.of(inlines, fated(look, fate), fate);
    }

    /** The words of a line of both versions. */
    List<Bit> words(Change.Kept kept, Look look) {
        List<Bit> words = new ArrayList<>();
        for (Piece piece : kept.pieces()) {
            switch (piece) {
                case Piece.Same same -> words.addAll(words(same.inlines(), look, Bit.Fate.STAYED));
                case Piece.Inserted in -> words.addAll(words(in.inlines(), look, Bit.Fate.CAME));
                case Piece.Deleted out -> words.addAll(words(out.inlines(), look, Bit.Fate.WENT));
                case Piece.Restyled restyled ->
                        words.addAll(words(List.copyOf(restyled.after()), look, Bit.Fate.STAYED));
                case Piece.Noted both -> {
                    noted.put(bits.called() + 1, both);
                    words.add(bits.call(both.after(), look, Bit.Fate.STAYED));
                }
            }
        }
        return words;
    }

    /** The lines of a footnote. */
    List<List<Bit>> note(Footnotes.Called called) {
        List<List<Bit>> lines = new ArrayList<>();
        Piece.Noted both = noted.get(called.index());
        if (both != null) {
            both.changes().forEach(change -> changed(change, lines));
        } else {
            Bit.Fate fate = fates.getOrDefault(called.index(), Bit.Fate.STAYED);
            called.note().lines().forEach(line -> lines.add(whole(line, fate)));
        }
        return lines;
    }

    private void changed(Change change, List<List<Bit>> lines) {
        switch (change) {
            case Change.Kept kept -> {
                List<Bit> words = new ArrayList<>(number(kept, Look.PLAIN));
                spaced(words);
                words.addAll(words(kept, Look.PLAIN));
                lines.add(words);
            }
            case Change.Inserted in ->
                    in.block().lines().forEach(line -> lines.add(whole(line, Bit.Fate.CAME)));
            case Change.Deleted out ->
                    out.block().lines().forEach(line -> lines.add(whole(line, Bit.Fate.WENT)));
            case Change.MovedFrom from -> lines.add(whole(from.line().before(), Bit.Fate.WENT));
            case Change.MovedTo to -> changed(to.line(), lines);
            case Change.Table table ->
                    table.after().lines().forEach(line -> lines.add(whole(line, Bit.Fate.STAYED)));
        }
    }

    private List<Bit> whole(Line line, Bit.Fate fate) {
        List<Bit> words = new ArrayList<>(number(line, fate));
        spaced(words);
        words.addAll(words(line, fate));
        return words;
    }

    private static void spaced(List<Bit> number) {
        if (!number.isEmpty()) {
            number.add(Bit.Words.of(" ", Look.PLAIN));
        }
    }
}

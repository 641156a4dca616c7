package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;

/**
 * Keeps a link from growing. Where tracked words end in a link, LibreOffice takes out the words but
 * not the link, which what follows then gets; unless what is taken out ends after the link.
 *
 * <p>So one letter more is deleted and inserted again, a space is added to what ends a line, and
 * where there is neither a soft hyphen, which nobody sees. One also stands before a tracked link
 * that begins a line of which the style changed, and so that grows otherwise. A line that calls a
 * footnote and ends in a link has a space more too: LibreOffice takes the last letter out of the
 * link where a bookmark ends. So has a line that ends in a call that came or went: LibreOffice
 * joins the next line to it.
 */
final class LinkEnds {

    private static final Run SPACE = Run.of(" ");

    /** A soft hyphen. */
    static final Run UNSEEN = Run.of("\u00ad");

    private LinkEnds() {}

    /** The same words, of which no tracked ones end in a link. */
    static List<Bit> kept(Paragraph paragraph) {
        List<Bit> bits = paragraph.bits();
        List<Bit> longer = new ArrayList<>();
        Bit next = null;
        if (paragraph.calls() && (links(bits) || callsLast(paragraph))) {
            next = new Bit.Words(Tracked.KEPT, List.of(SPACE));
            longer.add(next);
        } else if (!begins(paragraph) && bits.stream().noneMatch(LinkEnds::ends)) {
            return bits;
        }
        for (int i = bits.size() - 1; i >= 0; i--) {
            Bit bit = bits.get(i);
            if (ends(bit) && (next == null || next.tracked() != bit.tracked())) {
                if (next == null) {
                    longer.addFirst(new Bit.Words(bit.tracked(), List.of(SPACE)));
                } else if (next instanceof Bit.Words words && words.kind() == Tracked.KEPT) {
                    after(bit, words, longer);
                } else {
                    if (paragraph.calls() || next.tracked() == Tracked.MOVED_HERE) {
                        longer.addFirst(new Bit.Words(Tracked.KEPT, List.of(UNSEEN)));
                    }
                    longer.addFirst(new Bit.Words(bit.tracked(), List.of(UNSEEN)));
                }
            }
            longer.addFirst(bit);
            next = longer.getFirst();
        }
        if (begins(paragraph)) {
            longer.addFirst(new Bit.Words(paragraph.begins(), List.of(UNSEEN)));
        }
        return longer;
    }

    /** Whether a line of which the style changed begins with a link that came or went. */
    private static boolean begins(Paragraph paragraph) {
        return paragraph.begins() != Tracked.KEPT
                && paragraph.restyled()
                && paragraph.bits().getFirst() instanceof Bit.Words words
                && words.linksFirst();
    }

    /** Whether a line ends in a link that is in both versions. */
    private static boolean links(List<Bit> bits) {
        return bits.getLast() instanceof Bit.Words words
                && words.kind() == Tracked.KEPT
                && words.linksLast();
    }

    /** Whether a line that is in both versions ends in a footnote's call that isn't. */
    private static boolean callsLast(Paragraph paragraph) {
        if (!paragraph.kept()) {
            return false;
        }
        return switch (paragraph.bits().getLast()) {
            case Bit.Noted _ -> true;
            case Bit.Words words ->
                    words.kind() != Tracked.KEPT && words.inlines().getLast() instanceof Note;
            case Bit.Label _, Bit.Restyled _ -> false;
        };
    }

    private static boolean ends(Bit bit) {
        return bit instanceof Bit.Words words && words.kind() != Tracked.KEPT && words.linksLast();
    }

    private static void after(Bit link, Bit.Words next, List<Bit> longer) {
        if (!(next.inlines().getFirst() instanceof Run run) || next.linksFirst()) {
            longer.addFirst(new Bit.Words(link.tracked(), List.of(UNSEEN)));
            return;
        }
        int first = Character.charCount(run.text().codePointAt(0));
        Run letter = new Run(run.text().substring(0, first), run.style());
        List<Inline> rest = new ArrayList<>(next.inlines());
        rest.removeFirst();
        if (first < run.text().length()) {
            rest.addFirst(new Run(run.text().substring(first), run.style()));
        }
        longer.removeFirst();
        if (!rest.isEmpty()) {
            longer.addFirst(new Bit.Words(Tracked.KEPT, rest));
        }
        Tracked kind = link.tracked().unmoved();
        Tracked again = kind == Tracked.DELETED ? Tracked.INSERTED : Tracked.DELETED;
        longer.addFirst(new Bit.Words(again, List.of(letter)));
        longer.addFirst(new Bit.Words(link.tracked(), List.of(letter)));
    }
}

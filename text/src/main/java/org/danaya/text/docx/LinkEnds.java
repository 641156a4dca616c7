package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Run;

/**
 * Keeps a link from growing. Where tracked words end in a link, LibreOffice takes out the words but
 * not the link, which what follows then gets; unless what is taken out ends after the link.
 *
 * <p>So one letter more is deleted and inserted again, a space is added to what ends a line, and
 * where there is neither a soft hyphen, which nobody sees. A line that calls a footnote and ends in
 * a link has a space more too: LibreOffice takes the last letter out of the link where a bookmark
 * ends.
 */
final class LinkEnds {

    private static final Run SPACE = Run.of(" ");
    private static final Run UNSEEN = Run.of("\u00ad");

    private LinkEnds() {}

    /** The same words, of which no tracked ones end in a link. */
    static List<Bit> kept(Paragraph paragraph) {
        List<Bit> bits = paragraph.bits();
        List<Bit> longer = new ArrayList<>();
        Bit next = null;
        if (paragraph.calls() && links(bits)) {
            next = new Bit.Words(Tracked.KEPT, List.of(SPACE));
            longer.add(next);
        } else if (bits.stream().noneMatch(LinkEnds::ends)) {
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
        return longer;
    }

    /** Whether a line ends in a link that is in both versions. */
    private static boolean links(List<Bit> bits) {
        return bits.getLast() instanceof Bit.Words words
                && words.kind() == Tracked.KEPT
                && words.linksLast();
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

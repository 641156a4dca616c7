package org.danaya.text.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Address;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;

/** Words of a flow as they are drawn. */
final class Bits {

    private final Footnotes notes;
    private final Set<String> known;
    private final Legend legend;

    /**
     * For a text.
     *
     * @param known the names of its parts, to which links may lead
     */
    Bits(Footnotes notes, Set<String> known, Legend legend) {
        this.notes = notes;
        this.known = known;
        this.legend = legend;
    }

    /** The name of a part's place. */
    static String name(String eId) {
        return "@" + eId;
    }

    /** Words that look like others, and what became of them. */
    List<Bit> of(List<Inline> inlines, Look look, Bit.Fate fate) {
        List<Bit> bits = new ArrayList<>();
        for (Inline inline : inlines) {
            switch (inline) {
                case Run run -> run(run, look, fate, bits);
                case Break rest -> bits.add(new Bit.Turn());
                case Note note -> bits.add(call(note, look, fate));
                case Picture picture -> picture(picture, look, fate, bits);
            }
        }
        return bits;
    }

    /** How many footnotes were called. */
    int called() {
        return notes.count();
    }

    Bit call(Note note, Look look, Bit.Fate fate) {
        Ink ink = fate == Bit.Fate.STAYED ? Ink.LINK : look.ink();
        return new Bit.Call(notes.call(note), look.raised(0.36f).in(ink), fate);
    }

    private void run(Run run, Look look, Bit.Fate fate, List<Bit> bits) {
        String href = address(run.style().href());
        Look styled = look.styled(run.style());
        if (!href.isEmpty() && fate == Bit.Fate.STAYED) {
            styled = styled.in(Ink.LINK);
        }
        String words = drawable(run.text());
        if (!words.isEmpty()) {
            bits.add(new Bit.Words(words, styled, href, fate));
        }
    }

    private String address(String href) {
        return Address.inside(href)
                .filter(known::contains)
                .map(id -> "#" + name(id))
                .or(() -> Address.outside(href))
                .orElse("");
    }

    private void picture(Picture picture, Look look, Bit.Fate fate, List<Bit> bits) {
        String shows =
                picture.alternative().isEmpty()
                        ? legend.say("picture")
                        : legend.say("picture.of", picture.alternative());
        String href = Address.outside(picture.source()).orElse("");
        bits.add(new Bit.Words("[" + drawable(shows) + "]", look.italic(), href, fate));
    }

    /** Words in form C; what nobody sees, such as marks of direction, is left out. */
    static String drawable(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(point -> point == '\n' || point == '\t' ? ' ' : point)
                .filter(point -> !Character.isISOControl(point))
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}

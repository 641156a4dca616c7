package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.danaya.text.form.Footnotes;

/** Breaks paragraphs into lines, and makes their tags. */
final class LineSetter {

    /** Numbers that are wider than this part of the size don't set the lines below them in. */
    private static final float WIDEST_HANG = 3.4f;

    private static final float LEAST_HANG = 1.5f;

    private static final Pattern SPACE = Pattern.compile(" ");

    private final Letters.Case letters;
    private final BiFunction<Footnotes.Called, Tag, List<SetLine>> notes;

    /**
     * A setter.
     *
     * @param notes sets a footnote that is called, below a tag
     */
    LineSetter(Letters.Case letters, BiFunction<Footnotes.Called, Tag, List<SetLine>> notes) {
        this.letters = letters;
        this.notes = notes;
    }

    /** The lines of a paragraph in a column, its tag below another; none if it has no words. */
    List<SetLine> set(Part.Para para, float width, Tag above) {
        if (para.number().isEmpty() && para.bits().isEmpty()) {
            return List.of();
        }
        Tag tag = above.block(para.tag()).language(para.language());
        Part.Shape shape = para.shape();
        LineFill fill = new LineFill(letters, shape, width, para.names(), para.marked());
        if (!para.number().isEmpty()) {
            feed(para.number(), fill, tag);
            fill.space(Look.PLAIN, tag);
            float wide = fill.filled() - shape.indent();
            if (para.tag().equals("P") && wide <= WIDEST_HANG * shape.size()) {
                fill.hang(Math.max(wide, LEAST_HANG * shape.size()));
            }
        }
        feed(para.bits(), fill, tag);
        return fill.lines(call -> notes.apply(call, above));
    }

    private static void feed(List<Bit> bits, LineFill fill, Tag tag) {
        String leading = "";
        Tag link = tag;
        for (Bit bit : bits) {
            switch (bit) {
                case Bit.Words words -> {
                    Tag fated = fated(tag, words.become());
                    boolean goesOn = fated == tag && words.href().equals(leading);
                    Tag holder = words.href().isEmpty() ? fated : link;
                    if (!words.href().isEmpty() && (!goesOn || leading.isEmpty())) {
                        holder = fated.inline("Link");
                    }
                    link = holder;
                    leading = fated == tag ? words.href() : "";
                    fill.words(words.text(), words.look(), words.href(), holder);
                }
                case Bit.Turn turn -> fill.turn();
                case Bit.Call call -> {
                    Tag reference = fated(tag, call.become()).inline("Reference");
                    fill.call(call, reference.inline("Link"));
                    leading = "";
                }
            }
        }
    }

    private static Tag fated(Tag tag, Bit.Fate fate) {
        return switch (fate) {
            case STAYED -> tag;
            case CAME -> decorated(tag, "Underline");
            case WENT -> decorated(tag, "LineThrough");
        };
    }

    private static Tag decorated(Tag tag, String line) {
        return tag.inline("Span")
                .attribute("Layout", "TextDecorationType", COSName.getPDFName(line));
    }

    /** The same for measuring: footnotes are left aside. */
    LineSetter withoutNotes() {
        return new LineSetter(letters, (called, tag) -> List.of());
    }

    /** The width that a paragraph's widest word needs. */
    float widest(Part.Para para) {
        float widest = 0;
        List<Bit> all = new ArrayList<>(para.number());
        all.addAll(para.bits());
        float word = 0;
        for (Bit bit : all) {
            switch (bit) {
                case Bit.Words words -> {
                    boolean first = true;
                    for (String piece : SPACE.split(words.text(), -1)) {
                        word = (first ? word : 0) + wide(piece, words.look(), para);
                        first = false;
                        widest = Math.max(widest, word);
                    }
                }
                case Bit.Turn turn -> word = 0;
                case Bit.Call call -> {
                    word += wide(call.called().label(), call.look(), para);
                    widest = Math.max(widest, word);
                }
            }
        }
        float hang = para.number().isEmpty() ? 0 : WIDEST_HANG * para.shape().size();
        return para.shape().indent() + hang + widest;
    }

    private float wide(String text, Look look, Part.Para para) {
        return letters.of(look.face()).width(text, para.shape().size() * look.scale());
    }
}

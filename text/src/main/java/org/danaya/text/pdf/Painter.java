package org.danaya.text.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.jspecify.annotations.Nullable;

/** Paints one page, and tells its tags what they hold. */
final class Painter implements AutoCloseable {

    private static final COSName CONTENT = COSName.P;
    private static final Pattern SPACE = Pattern.compile(" ");

    /** The foot: its letters, where its last line stands, from line to line, and its gap. */
    private static final float FOOT = 8;

    private static final float FOOT_AT = 34;
    private static final float FOOT_HIGH = 10;
    private static final float APART = 14;

    private final PDPage page;
    private final float height;
    private final PDPageContentStream out;
    private final Letters.Case letters;
    private final List<COSDictionary> marks = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private @Nullable Tag open;
    private boolean aside;
    private @Nullable Ink ink;

    /** A thin line that is no part of the text. */
    private record Stroke(float x1, float y1, float x2, float y2, float thick, Ink ink) {}

    /**
     * A painter.
     *
     * @param out the page's content
     */
    Painter(PDPage page, PDPageContentStream out, Letters.Case letters) {
        this.page = page;
        this.height = page.getMediaBox().getHeight();
        this.out = out;
        this.letters = letters;
    }

    /** The tags of the page's marks, in the order of their numbers. */
    COSArray marks() {
        COSArray all = new COSArray();
        marks.forEach(all::add);
        return all;
    }

    /** What stands on the page; links are told by where they are. */
    List<Linked> paint(Leaf leaf) throws IOException {
        boxes(leaf.boxes());
        List<Linked> links = new ArrayList<>();
        for (Leaf.Placed placed : leaf.lines()) {
            line(placed, links);
        }
        turn(null, false);
        strokes();
        return links;
    }

    /** Words of a link. */
    record Linked(Tag tag, String href, String text, float x, float y, float width, float high) {}

    private void line(Leaf.Placed placed, List<Linked> links) throws IOException {
        SetLine line = placed.line();
        float baseline = height - placed.y() - line.baseline();
        for (Fragment each : line.fragments()) {
            Tag tag = placed.shown() ? null : each.tag();
            turn(tag, tag == null);
            float x = placed.x() + each.x();
            float raised = baseline + each.look().rise() * each.size() / each.look().scale();
            text(each, x, raised);
            decorate(each, x, raised);
            if (!each.href().isEmpty() && tag != null) {
                float low = height - placed.y() - line.height();
                links.add(
                        new Linked(
                                tag,
                                each.href(),
                                each.text(),
                                x,
                                low,
                                each.width(),
                                line.height()));
            }
        }
        if (line.marked()) {
            float x = Pages.LEFT - 12;
            float top = height - placed.y();
            strokes.add(new Stroke(x, top, x, top - line.height(), 1.6f, Ink.QUIET));
        }
    }

    /** What follows is of a tag, or aside from the text. */
    private void turn(@Nullable Tag tag, boolean artifact) throws IOException {
        if (tag == open && artifact == aside) {
            return;
        }
        if (open != null || aside) {
            out.endMarkedContent();
        }
        open = tag;
        aside = artifact;
        if (tag != null) {
            out.beginMarkedContent(CONTENT, marks.size());
            hold(tag);
        } else if (artifact) {
            out.beginMarkedContent(COSName.ARTIFACT);
        }
    }

    private void text(Fragment fragment, float x, float y) throws IOException {
        Letters face = letters.of(fragment.look().face());
        String text = fragment.text();
        float at = x;
        int from = 0;
        while (from < text.length()) {
            boolean drawn = face.has(text.codePointAt(from));
            int to = from;
            while (to < text.length() && face.has(text.codePointAt(to)) == drawn) {
                to += Character.charCount(text.codePointAt(to));
            }
            String part = text.substring(from, to);
            if (drawn) {
                show(face, fragment, part, at, y);
            } else {
                missing(face, fragment, part, at, y);
            }
            at += face.width(part, fragment.size());
            from = to;
        }
    }

    /**
     * Letters that the face hasn't are drawn as a sign, and told to programs: in their tag, and
     * where they are drawn, which is where Poppler looks for it.
     */
    @SuppressWarnings("deprecation") // nothing else writes two properties where they are used
    private void missing(Letters face, Fragment fragment, String part, float x, float y)
            throws IOException {
        Tag around = open;
        String signs = Letters.MISSING.repeat(part.codePointCount(0, part.length()));
        if (around == null) {
            show(face, fragment, signs, x, y);
            return;
        }
        turn(null, false);
        COSString said = new COSString(part);
        Tag span = around.inline("Span");
        span.element().setItem(COSName.ACTUAL_TEXT, said);
        out.appendRawCommands(
                "/Span <</MCID "
                        + marks.size()
                        + " /ActualText <"
                        + said.toHexString()
                        + ">>> BDC\n");
        hold(span);
        show(face, fragment, signs, x, y);
        out.endMarkedContent();
        turn(around, false);
    }

    private void hold(Tag tag) {
        tag.holds(page, marks.size());
        marks.add(tag.element());
    }

    private void show(Letters face, Fragment fragment, String words, float x, float y)
            throws IOException {
        color(fragment.look().ink());
        out.beginText();
        out.setFont(face.font(), fragment.size());
        out.newLineAtOffset(x, y);
        out.showText(words);
        out.endText();
    }

    private void color(Ink wanted) throws IOException {
        if (ink != wanted) {
            out.setNonStrokingColor(wanted.red(), wanted.green(), wanted.blue());
            ink = wanted;
        }
    }

    private void decorate(Fragment each, float x, float y) {
        float size = each.size();
        float right = x + each.width();
        Ink color = each.look().ink();
        if (each.look().under()) {
            float low = y - size * 0.13f;
            strokes.add(new Stroke(x, low, right, low, size * 0.06f, color));
        }
        if (each.look().struck()) {
            float middle = y + size * 0.26f;
            strokes.add(new Stroke(x, middle, right, middle, size * 0.07f, color));
        }
    }

    private void boxes(List<Leaf.Box> boxes) throws IOException {
        if (boxes.isEmpty()) {
            return;
        }
        out.beginMarkedContent(COSName.ARTIFACT);
        out.setNonStrokingColor(0.93f, 0.945f, 0.957f);
        for (Leaf.Box box : boxes) {
            if (box.filled()) {
                out.addRect(box.x(), height - box.y() - box.height(), box.width(), box.height());
                out.fill();
            }
        }
        out.setStrokingColor(0.42f, 0.467f, 0.522f);
        out.setLineWidth(0.5f);
        for (Leaf.Box box : boxes) {
            out.addRect(box.x(), height - box.y() - box.height(), box.width(), box.height());
            out.stroke();
        }
        out.endMarkedContent();
        ink = null;
    }

    private void strokes() throws IOException {
        if (strokes.isEmpty()) {
            return;
        }
        out.beginMarkedContent(COSName.ARTIFACT);
        for (Stroke stroke : strokes) {
            Ink color = stroke.ink();
            out.setStrokingColor(color.red(), color.green(), color.blue());
            out.setLineWidth(stroke.thick());
            out.moveTo(stroke.x1(), stroke.y1());
            out.lineTo(stroke.x2(), stroke.y2());
            out.stroke();
        }
        out.endMarkedContent();
    }

    /**
     * The foot of the page: words to the left, in two lines at most, and the page's number to the
     * right.
     */
    void foot(String words, String number, float left, float right) throws IOException {
        float from = right - letters.of(Face.REGULAR).width(number, FOOT);
        footLine(number, from, FOOT_AT);
        List<String> lines = footLines(words, from - APART - left);
        for (int i = 0; i < lines.size(); i++) {
            footLine(lines.get(i), left, FOOT_AT + FOOT_HIGH * (lines.size() - 1 - i));
        }
    }

    private void footLine(String words, float x, float y) throws IOException {
        Look look = Look.PLAIN.in(Ink.QUIET);
        out.beginMarkedContent(COSName.ARTIFACT);
        text(new Fragment(0, words, 0, FOOT, look, "", null), x, y);
        out.endMarkedContent();
    }

    /** Two lines that fit; what is left over is left out, and a mark says so. */
    private List<String> footLines(String words, float room) {
        Letters face = letters.of(Face.REGULAR);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACE.split(words, -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || face.width(longer, FOOT) <= room) {
                line.setLength(0);
                line.append(longer);
            } else if (lines.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.append('…');
                break;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

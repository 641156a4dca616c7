package org.danaya.mandates.letter;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.danaya.page.Language;

/** The pages of a letter, filled from top to bottom. Measures are points (1/72 inch). */
final class LetterSheet implements AutoCloseable {

    static final float MM = 72 / 25.4f;
    static final float LEFT = 20 * MM;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

    private static final float TOP = PDRectangle.A4.getHeight() - 15 * MM;
    private static final float BOTTOM = 17 * MM;
    private static final float FOOT = 10 * MM;

    /**
     * How thick the strokes of bold letters are: the font has one weight, its outline makes two.
     */
    private static final float BOLD = 0.028f;

    private final PDDocument document;
    private final LetterFont font;
    private PDPageContentStream out;
    private float y = TOP;

    /** How a piece of text looks. */
    record Style(float size, boolean bold, Ink ink, Language language) {}

    /** The colours, all in sRGB and of a contrast of 7:1 and more on white. */
    enum Ink {
        TEXT(0x10, 0x1a, 0x26),
        QUIET(0x44, 0x50, 0x5c),
        WARNING(0x7a, 0x1f, 0x00);

        private final float red;
        private final float green;
        private final float blue;

        Ink(int red, int green, int blue) {
            this.red = red / 255f;
            this.green = green / 255f;
            this.blue = blue / 255f;
        }
    }

    LetterSheet(PDDocument document, LetterFont font) throws IOException {
        this.document = document;
        this.font = font;
        this.out = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    PDPageContentStream out() {
        return out;
    }

    float y() {
        return y;
    }

    void down(float by) {
        y -= by;
    }

    /** Begins another page unless there is room for so much. */
    boolean need(float height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        out.close();
        out = page();
        return true;
    }

    /** Writes one line with its baseline at a height. */
    void text(String line, float x, float baseline, Style style) throws IOException {
        write(out, line, x, baseline, style);
    }

    private void write(PDPageContentStream to, String line, float x, float baseline, Style style)
            throws IOException {
        if (line.isEmpty()) {
            return;
        }
        Ink ink = style.ink();
        boolean foreign = style.language() != Language.FRENCH;
        if (foreign) {
            to.beginMarkedContent(COSName.getPDFName("Span"), spoken(style.language()));
        }
        to.setNonStrokingColor(ink.red, ink.green, ink.blue);
        to.setStrokingColor(ink.red, ink.green, ink.blue);
        to.beginText();
        to.setFont(font.font(), style.size());
        to.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        to.setLineWidth(style.size() * BOLD);
        to.newLineAtOffset(x, baseline);
        to.showText(line);
        to.endText();
        if (foreign) {
            to.endMarkedContent();
        }
    }

    /** Tells a reader aloud that what follows isn't in the document's language. */
    private static PDPropertyList spoken(Language language) {
        COSDictionary said = new COSDictionary();
        said.setString(COSName.LANG, language.code());
        return PDPropertyList.create(said);
    }

    /** A thin line across the page. */
    void rule() throws IOException {
        out.setStrokingColor(0.62f, 0.68f, 0.74f);
        out.setLineWidth(0.6f);
        out.moveTo(LEFT, y);
        out.lineTo(LEFT + WIDTH, y);
        out.stroke();
    }

    /** A light ground behind what is written next. */
    void ground(float x, float low, float width, float height) throws IOException {
        out.setNonStrokingColor(1f, 0.955f, 0.9f);
        out.addRect(x, low, width, height);
        out.fill();
    }

    /** Ends the pages, and writes at the foot of each. */
    void finish(Foot foot, Style style) throws IOException {
        out.close();
        int pages = document.getNumberOfPages();
        for (int page = 0; page < pages; page++) {
            try (PDPageContentStream to =
                    new PDPageContentStream(
                            document,
                            document.getPage(page),
                            PDPageContentStream.AppendMode.APPEND,
                            false,
                            true)) {
                write(to, font.drawable(foot.of(page + 1, pages)), LEFT, FOOT, style);
            }
        }
    }

    /** What stands at the foot of a page. */
    @FunctionalInterface
    interface Foot {
        String of(int page, int pages);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

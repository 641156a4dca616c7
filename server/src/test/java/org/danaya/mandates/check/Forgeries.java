package org.danaya.mandates.check;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What forgers do to letters. */
final class Forgeries {

    /** Text that a page shows (ISO 32000-1, 9.4.3). Compressed bytes don't look like this. */
    private static final Pattern SHOWN = Pattern.compile("<([0-9A-Fa-f]{4,})>\\s*Tj\\b");

    private Forgeries() {}

    @FunctionalInterface
    private interface Deed {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] rewritten(byte[] pdf, Deed deed) {
        return saved(pdf, deed, false);
    }

    private static byte[] saved(byte[] pdf, Deed deed, boolean appended) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            deed.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (appended) {
                document.saveIncremental(out);
            } else {
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One byte of the text on its page is another. */
    static byte[] byteChanged(byte[] pdf) {
        byte[] changed = pdf.clone();
        Matcher shown = SHOWN.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        if (shown.find()) {
            int last = shown.end(1) - 1;
            changed[last] = (byte) (changed[last] == '0' ? '1' : '0');
            return changed;
        }
        throw new AssertionError("no text");
    }

    /** A digit changes in the room that a signature leaves empty, which no signature covers. */
    static byte[] paddingChanged(byte[] pdf) {
        byte[] changed = pdf.clone();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        changed[text.lastIndexOf("0".repeat(200)) + 150] = '1';
        return changed;
    }

    /** Other words are laid over the name, behind the signature. */
    static byte[] covered(byte[] pdf) {
        return saved(
                pdf,
                document -> {
                    PDPage page = document.getPage(0);
                    write(document, page, "Le chef du gouvernement d'exemple");
                    page.getCOSObject().setNeedToBeUpdated(true);
                    page.getResources().getCOSObject().setNeedToBeUpdated(true);
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                    document.getPages().getCOSObject().setNeedToBeUpdated(true);
                },
                true);
    }

    private static void write(PDDocument document, PDPage page, String text) throws IOException {
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            out.setNonStrokingColor(Color.WHITE);
            out.addRect(60, 560, 460, 60);
            out.fill();
            out.setNonStrokingColor(Color.BLACK);
            out.beginText();
            out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
            out.newLineAtOffset(72, 590);
            out.showText(text);
            out.endText();
        }
    }

    /** The signature is taken off. */
    static byte[] stripped(byte[] pdf) {
        return rewritten(
                pdf,
                document -> {
                    document.getDocumentCatalog().setAcroForm(null);
                    document.getDocumentCatalog().getCOSObject().removeItem(COSName.PERMS);
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .removeItem(COSName.getPDFName("DSS"));
                    for (PDPage page : document.getPages()) {
                        page.getCOSObject().removeItem(COSName.ANNOTS);
                    }
                });
    }

    /** Stripped, with another name on it. */
    static byte[] rewordedAndStripped(byte[] pdf) {
        return rewritten(
                stripped(pdf), document -> write(document, document.getPage(0), "Autre nom"));
    }

    /** A document with words of its own and the code of somebody's mandate pasted on. */
    static byte[] pasted(BufferedImage qr) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            write(document, page, "Lettre de mandat d'exemple");
            try (PDPageContentStream out =
                    new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                out.drawImage(LosslessFactory.createFromImage(document, qr), 60, 60, 200, 200);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code is laid over the one on a letter, behind the signature. */
    static byte[] pastedOver(byte[] pdf, BufferedImage qr) {
        return rewritten(
                pdf,
                document -> {
                    try (PDPageContentStream out =
                            new PDPageContentStream(
                                    document, document.getPage(0), AppendMode.APPEND, true, true)) {
                        out.drawImage(
                                LosslessFactory.createFromImage(document, qr), 330, 640, 180, 180);
                    }
                });
    }

    /**
     * What a scanner makes of the paper.
     *
     * @param recognized whether it has laid the words that it recognized beneath, unseen
     */
    static byte[] scanned(byte[] pdf, boolean recognized) {
        try (PDDocument paper = Loader.loadPDF(pdf);
                PDDocument scan = new PDDocument()) {
            BufferedImage picture =
                    new PDFRenderer(paper).renderImageWithDPI(0, 150, ImageType.GRAY);
            PDPage page = new PDPage(PDRectangle.A4);
            scan.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(scan, page)) {
                if (recognized) {
                    out.beginText();
                    out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    out.setRenderingMode(RenderingMode.NEITHER);
                    out.showText("mandat");
                    out.endText();
                }
                out.drawImage(
                        LosslessFactory.createFromImage(scan, picture),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            scan.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paper, photographed. */
    static byte[] photographed(byte[] pdf) {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            return Pictures.jpeg(new PDFRenderer(paper).renderImageWithDPI(0, 200, ImageType.RGB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

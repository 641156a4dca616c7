package org.danaya.mandates.check;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Finds the codes in the pages of a PDF, for one that was screened before. */
final class PdfPictures {

    /** The pages that are looked at, from the first. */
    private static final int MOST_PAGES = 3;

    /** The longest side of a page's picture, in dots: an A4 page at 200 to the inch. */
    private static final int SIDE = 2_340;

    /** The largest picture in a PDF that is drawn, in dots. */
    private static final long MOST_DOTS = 30_000_000;

    private PdfPictures() {}

    /** Looks at a file; nothing is seen where it can't be drawn. */
    static Sight.Pages look(byte[] file) {
        Set<String> texts = new LinkedHashSet<>();
        boolean scan = false;
        try (PDDocument document = Loader.loadPDF(file)) {
            if (!isDrawable(document.getDocument())) {
                return new Sight.Pages(List.of(), false);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
                PDRectangle box = document.getPage(i).getCropBox();
                float scale = SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
                BufferedImage page = renderer.renderImage(i, scale, ImageType.GRAY);
                texts.addAll(QrPictures.codes(page));
            }
            scan = isScan(document);
        } catch (IOException | RuntimeException | StackOverflowError _) {
            // A page that can't be drawn shows nobody a code either.
        }
        return new Sight.Pages(texts.stream().limit(QrPictures.MOST_CODES).toList(), scan);
    }

    /**
     * Whether it is what a scanner makes: on each page a picture, no text but what a scanner's own
     * recognition laid beneath unseen, no form and no signature.
     */
    private static boolean isScan(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0 || pages > MOST_PAGES || !document.getSignatureDictionaries().isEmpty()) {
            return false;
        }
        for (PDPage page : document.getPages()) {
            if (!page.getAnnotations().isEmpty() || !hasPicture(page)) {
                return false;
            }
        }
        SeenText text = new SeenText();
        text.getText(document);
        return !text.seen;
    }

    private static boolean hasPicture(PDPage page) {
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }

    /** Notices text that a reader sees. */
    private static final class SeenText extends PDFTextStripper {

        private boolean seen;

        @Override
        protected void processTextPosition(TextPosition text) {
            RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
            seen |= mode != RenderingMode.NEITHER && !text.getUnicode().isBlank();
        }
    }

    /** Whether no picture in it would fill the memory. */
    private static boolean isDrawable(COSDocument document) {
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSObject object = document.getObjectFromPool(key);
            COSBase found = object == null ? null : object.getObject();
            if (found instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0)
                            > MOST_DOTS) {
                return false;
            }
        }
        return true;
    }
}

package org.danaya.mandates.check;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
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
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Finds the seals in the pages of a PDF, for one that was screened before. */
final class PdfPictures {

    /** The pages that are looked at, from the first. */
    private static final int MOST_PAGES = 3;

    /** The longest side of a page's picture, in dots: an A4 page at 200 to the inch. */
    private static final int SIDE = 2_340;

    /** The largest picture in a PDF that is drawn, in dots. */
    private static final long MOST_DOTS = 30_000_000;

    private PdfPictures() {}

    /** The texts of the QR codes on its first pages; none where it can't be drawn. */
    static List<String> codes(byte[] file) {
        Set<String> texts = new LinkedHashSet<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            if (!isDrawable(document.getDocument())) {
                return List.of();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
                PDRectangle box = document.getPage(i).getCropBox();
                float scale = SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
                BufferedImage page = renderer.renderImage(i, scale, ImageType.GRAY);
                if (QrPictures.read(page) instanceof QrPictures.Seen.Codes(List<String> found)) {
                    texts.addAll(found);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError _) {
            // A page that can't be drawn shows nobody a code either.
            return List.copyOf(texts);
        }
        return new ArrayList<>(texts);
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

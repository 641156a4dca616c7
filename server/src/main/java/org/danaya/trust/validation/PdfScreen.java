package org.danaya.trust.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF once within limits, and looks for what a signed document has no need of. */
final class PdfScreen {

    private static final int MOST_PAGES = 5_000;
    private static final int MOST_OBJECTS = 500_000;

    /** The longest side of a page whose look is compared, in points: twice that of an A0. */
    private static final float MOST_SIDE = 7_000;

    /** Pages compared by their look: each costs a picture in memory and some tenths of a second. */
    private static final int MOST_COMPARED = 10;

    private PdfScreen() {}

    static Screening look(SignedFile file) {
        if (PdfStreams.unpackTooFar(file.bytes())) {
            return Screening.Stopped.because(Refusal.PDF_BOMB);
        }
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            if (document.isEncrypted()) {
                return Screening.Stopped.because(Refusal.PDF_ENCRYPTED);
            }
            int pages = document.getNumberOfPages();
            Set<COSObjectKey> objects = document.getDocument().getXrefTable().keySet();
            if (pages > MOST_PAGES || objects.size() > MOST_OBJECTS) {
                return Screening.Stopped.because(Refusal.PDF_HUGE, pages, objects.size());
            }
            if (pages == 0) {
                return Screening.Stopped.because(Refusal.PDF_BROKEN);
            }
            PdfContents contents = PdfContents.of(document.getDocument(), file.bytes());
            if (contents.isTooDeep()) {
                return Screening.Stopped.because(Refusal.PDF_DEEP);
            }
            List<Remark> remarks = contents.remarks();
            boolean drawable = drawable(document);
            int comparable = drawable ? Math.min(pages, MOST_COMPARED) : 0;
            if (comparable < pages && document.getSignatureDictionaries().size() > 0) {
                remarks.add(Remark.of(Remark.Kind.PDF_NOT_ALL_COMPARED));
            }
            return new Screening.Passed(FileKind.PDF, List.copyOf(remarks), comparable);
        } catch (InvalidPasswordException _) {
            return Screening.Stopped.because(Refusal.PDF_ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return Screening.Stopped.because(Refusal.PDF_BROKEN);
        }
    }

    /**
     * Whether pages that had no annotation when they were signed have none now but those of filled
     * signature fields.
     *
     * @param byteRange what the signature covers (ISO 32000-1 §12.8.1)
     */
    static boolean addsOnlySignatures(SignedFile file, List<BigInteger> byteRange) {
        if (byteRange.size() != 4) {
            return false;
        }
        int end = byteRange.get(2).add(byteRange.get(3)).intValue();
        if (end <= 0 || end > file.size()) {
            return false;
        }
        try (PDDocument then = Loader.loadPDF(Arrays.copyOf(file.bytes(), end));
                PDDocument now = Loader.loadPDF(file.bytes())) {
            int pages = now.getNumberOfPages();
            if (pages != then.getNumberOfPages()) {
                return false;
            }
            for (int i = 0; i < pages; i++) {
                if (then.getPage(i).getAnnotations().isEmpty()
                        && !now.getPage(i).getAnnotations().stream()
                                .allMatch(each -> isSignature(each.getCOSObject()))) {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return false;
        }
    }

    private static boolean isSignature(COSDictionary annotation) {
        COSDictionary parent = annotation.getCOSDictionary(COSName.PARENT);
        COSDictionary field =
                annotation.containsKey(COSName.FT) || parent == null ? annotation : parent;
        return COSName.SIG.equals(field.getCOSName(COSName.FT))
                && field.getCOSDictionary(COSName.V) != null;
    }

    private static boolean drawable(PDDocument document) {
        int looked = 0;
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            if (!(box.getWidth() <= MOST_SIDE && box.getHeight() <= MOST_SIDE)) {
                return false;
            }
            if (++looked == MOST_COMPARED) {
                break;
            }
        }
        return true;
    }
}

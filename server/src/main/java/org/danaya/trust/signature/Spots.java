package org.danaya.trust.signature;

import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.danaya.form.Submission;
import org.danaya.trust.validation.SignedFile;

/** Where a visible signature goes, from a touch on the page's picture or from a named corner. */
final class Spots {

    private static final float MARGIN = 36;

    private Spots() {}

    /**
     * From the coordinates of an image button (HTML §4.10.5.1.19). At 0,0 it was pressed by
     * keyboard, which tells no place.
     */
    static Optional<Signer.Spot> of(Submission sent, int page, SignedFile pdf) {
        int x = number(sent, "at.x");
        int y = number(sent, "at.y");
        int wide = number(sent, "wide");
        if (x + y <= 0 || wide < 100) {
            return Optional.empty();
        }
        PDRectangle size = Documents.size(pdf, page);
        float scale = size.getWidth() / wide;
        return Optional.of(
                fitting(
                        page,
                        x * scale - Documents.STAMP_WIDTH / 2,
                        y * scale - Documents.STAMP_HEIGHT / 2,
                        size));
    }

    static Signer.Spot corner(PlacePages.Corner corner, int page, SignedFile pdf) {
        PDRectangle size = Documents.size(pdf, page);
        float right = size.getWidth() - Documents.STAMP_WIDTH - MARGIN;
        float bottom = size.getHeight() - Documents.STAMP_HEIGHT - MARGIN;
        return switch (corner) {
            case BOTTOM_RIGHT -> fitting(page, right, bottom, size);
            case BOTTOM_LEFT -> fitting(page, MARGIN, bottom, size);
            case TOP_RIGHT -> fitting(page, right, MARGIN, size);
            case TOP_LEFT -> fitting(page, MARGIN, MARGIN, size);
            case MIDDLE -> fitting(page, right / 2, bottom / 2, size);
            case NOWHERE -> throw new IllegalArgumentException("nowhere has no place");
        };
    }

    /** Within the page, whatever was touched. */
    private static Signer.Spot fitting(int page, float x, float y, PDRectangle size) {
        float left = Math.clamp(x, 0, Math.max(0, size.getWidth() - Documents.STAMP_WIDTH));
        float top = Math.clamp(y, 0, Math.max(0, size.getHeight() - Documents.STAMP_HEIGHT));
        return new Signer.Spot(page, left / size.getWidth(), top / size.getHeight());
    }

    private static int number(Submission sent, String field) {
        return sent.values(field).stream()
                .findFirst()
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}

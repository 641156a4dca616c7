package org.danaya.text.pdf;

import java.time.Instant;
import org.danaya.text.form.Legend;

/**
 * What a PDF says of itself beside its text.
 *
 * @param author whose text it is, such as a structure; may be empty
 * @param date of the file; nothing in it is of the hour at which it is written
 * @param foot at the foot of every page, such as the version and its hash; may be empty
 * @param contents whether a table of contents stands before a text that has several headings
 * @param sheet the paper
 * @param legend for what isn't the text's own
 */
public record Imprint(
        String author, Instant date, String foot, boolean contents, Sheet sheet, Legend legend) {

    /** The paper. */
    public enum Sheet {
        /** A4, upright. */
        UPRIGHT(595.28f, 841.89f),
        /** A4, lying: for wide tables. */
        LYING(841.89f, 595.28f);

        private final float width;
        private final float height;

        Sheet(float width, float height) {
            this.width = width;
            this.height = height;
        }

        float width() {
            return width;
        }

        float height() {
            return height;
        }
    }
}

package org.danaya.text.pdf;

import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Flow;
import org.danaya.text.redline.Redline;

/** Writes a text as PDF/A-2a and PDF/UA-1. */
public final class Pdf {

    private Pdf() {}

    /** The file: the same bytes for the same text and imprint. */
    public static byte[] of(Flow flow, Imprint imprint) {
        return Press.print(FlowBook.of(flow, imprint.legend()), imprint);
    }

    /**
     * What changed between two versions: what came is underlined, what went struck out, a bar
     * stands beside both; numbers and a legend are at the head.
     */
    public static byte[] of(Redline redline, Imprint imprint) {
        return of(redline, Map.of(), imprint);
    }

    /**
     * The same, which also says why: after each line what is said of its changes.
     *
     * @param why a sentence for each cause, by the id of the change
     */
    public static byte[] of(Redline redline, Map<String, List<String>> why, Imprint imprint) {
        return Press.print(RedlineBook.of(redline, why, imprint.legend()), imprint);
    }
}

package org.danaya.text.pdf;

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
        return Press.print(RedlineBook.of(redline, imprint.legend()), imprint);
    }
}

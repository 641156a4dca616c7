package org.danaya.text.pdf;

import org.danaya.text.flow.Flow;

/** Writes a text as PDF/A-2a and PDF/UA-1. */
public final class Pdf {

    private Pdf() {}

    /** The file: the same bytes for the same text and imprint. */
    public static byte[] of(Flow flow, Imprint imprint) {
        return Press.print(FlowBook.of(flow, imprint.legend()), imprint);
    }
}

package org.danaya.trust.validation;

import java.util.List;
import java.util.Locale;

/**
 * Something to know beside the verdict.
 *
 * @param facts what fills the places of its words
 */
public record Remark(Kind kind, List<String> facts) {

    /** What there is to know. Each has its words under {@code validation.remark.CODE}. */
    public enum Kind {
        /** The PDF runs scripts when it is opened. */
        PDF_SCRIPT,
        /** The PDF starts a program, or opens or sends something elsewhere. */
        PDF_LAUNCH,
        /** The PDF has an XFA form, or media: what it shows is made up by who opens it. */
        PDF_DYNAMIC,
        /** Files are inside the PDF. */
        PDF_FILES,
        /** Something was added after the signature, without changing what it covers. */
        PDF_ADDED,
        /** Pages look different from what was signed. Facts: their numbers. */
        PDF_PAGES_DIFFER,
        /** Objects of the PDF were changed in ways that no signature allows. */
        PDF_CHANGED,
        /** The pages are so many or so large that not all were compared by their look. */
        PDF_NOT_ALL_COMPARED,
        /** The signature covers a part of the file only. Facts: what it covers. */
        PARTLY_COVERED,
        /** A file of the container is covered by no signature. Facts: its name. */
        FILE_NOT_COVERED,
        /** No timestamp proves when it was signed. */
        NO_TIMESTAMP,
        /** Whoever answers for the signer is there for rehearsals. */
        REHEARSAL,
        /** A source of trust can't be used. Facts: its name. */
        ANCHORS_UNUSABLE,
        /** There is no source of trust at all. */
        NO_ANCHORS;

        /** The code for programs: {@code pdf-script}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Remark of(Kind kind, String... facts) {
        return new Remark(kind, List.of(facts));
    }
}

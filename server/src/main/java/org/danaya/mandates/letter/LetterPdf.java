package org.danaya.mandates.letter;

import java.util.List;
import java.util.Optional;

/**
 * Makes a letter: PDF/A-2b (ISO 19005-2), the same bytes for the same facts.
 *
 * <p>The text of the QR stands in the document's information too, under {@value #SEAL}, so that a
 * program that is given the file needn't look at its picture.
 */
final class LetterPdf {

    /** The key of the seal's text in the document's information dictionary. */
    static final String SEAL = "DanayaSeal";

    private final LetterWriter writer;

    LetterPdf(LetterWriter writer) {
        this.writer = writer;
    }

    byte[] make(LetterFacts facts, Edition edition) {
        List<LetterText> texts =
                edition.languages().stream().map(each -> writer.write(facts, each)).toList();
        return Paper.pdf(
                texts,
                facts.seal(),
                new Paper.Origin(
                        facts.head().number(), facts.effectiveAt(), Optional.of(facts.seal())));
    }
}

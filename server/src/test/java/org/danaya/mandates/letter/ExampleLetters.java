package org.danaya.mandates.letter;

import java.time.Instant;
import java.util.Optional;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Scope;

/** A letter of an invented mandate, not sealed yet, for tests of those who judge letters. */
public final class ExampleLetters {

    private ExampleLetters() {}

    /**
     * A letter in French.
     *
     * @param seal the text of its QR
     */
    public static byte[] pdf(String seal) {
        Mandate.Head head = TestLetters.head(MandateKind.MEMBER, Scope.OPEN);
        return TestLetters.pdf()
                .make(
                        new LetterFacts(
                                head,
                                "Décret (exemple)",
                                Instant.parse("2026-02-27T15:04:05Z"),
                                1234,
                                Instant.parse("2026-02-28T08:00:00Z"),
                                seal,
                                TestLetters.CHECK,
                                TestLetters.BAMAKO,
                                true,
                                Optional.of("Ministère d’exemple")),
                        Edition.FRENCH);
    }

    /** What breaks the rules of PDF/A in a letter, as veraPDF says it. */
    public static java.util.List<String> broken(byte[] pdf) throws Exception {
        return LetterPdfTest.broken(pdf);
    }
}

package org.danaya.mandates.check;

import java.util.List;
import java.util.Optional;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.trust.validation.Telling;
import org.danaya.trust.validation.Told;
import org.danaya.trust.validation.ValidationOutcome;

/**
 * What the signatures of a document say, beside the verdict on it. A good signature never speaks
 * against a bad verdict: it vouches for the bytes that it covers, and for nothing else.
 */
final class Beside {

    private static final String HOLDS = "holds";
    private static final String NOT_IT = "mandates.check.signature.not-it";
    private static final String BESIDE = "mandates.check.signature.beside";

    private Beside() {}

    /** Of a document that is no letter. */
    static CheckView.Signature document(View view, ValidationOutcome signatures) {
        return signature(told(view, signatures));
    }

    /** Of a letter, or of what wants to be one. */
    static CheckView.Signature letter(View view, Exhibit.Letter letter) {
        Told told = told(view, letter.signatures());
        return instead(told.signatures(), letter.verdict(), !letter.named().isEmpty())
                .map(
                        key ->
                                new CheckView.Signature(
                                        key.equals(NOT_IT) ? Tone.WARNING : Tone.INFO,
                                        told.code(),
                                        view.word(key),
                                        view.word(key + ".next")))
                .orElseGet(() -> signature(told));
    }

    /**
     * The key of what is said in the place of good signatures under a bad verdict; none where they
     * speak for themselves.
     *
     * @param unproven whether the document isn't what was sealed
     */
    static Optional<String> instead(
            List<Told.Signature> signatures, CheckOutcome.Decided verdict, boolean unproven) {
        boolean hold =
                !signatures.isEmpty()
                        && signatures.stream().allMatch(each -> each.code().startsWith(HOLDS));
        return hold && !Showing.isGood(verdict)
                ? Optional.of(unproven ? NOT_IT : BESIDE)
                : Optional.empty();
    }

    private static Told told(View view, ValidationOutcome signatures) {
        return new Telling(Telling.Speech.of(view)).told(signatures);
    }

    private static CheckView.Signature signature(Told told) {
        return new CheckView.Signature(told.tone(), told.code(), told.sentence(), told.advice());
    }
}

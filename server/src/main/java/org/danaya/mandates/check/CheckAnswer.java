package org.danaya.mandates.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.mandates.position.portal.PositionSaying;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.VerdictWords;
import org.jspecify.annotations.Nullable;

/**
 * A verdict for programs.
 *
 * @param verdict one of the six
 * @param toConfirm whether a VALIDE is too old, or said by somebody who isn't believed alone
 * @param sentence who, for whom, for what, until when
 * @param remarks what else is to be known; never null
 * @param next what to do
 * @param known when the register was read, or the snapshot was signed
 * @param suggestion the code that was perhaps meant, where one character is doubtful
 * @param mandate the facts; null where nothing vouches for it
 * @param seal the text of its QR, by which the answer can be checked without believing the server
 * @param proof that its signature is in the public log
 */
record CheckAnswer(
        String verdict,
        boolean toConfirm,
        String title,
        String sentence,
        List<String> remarks,
        String next,
        Instant known,
        @Nullable String suggestion,
        @Nullable Facts mandate,
        @Nullable String seal,
        CheckApi.@Nullable Proof proof) {

    /**
     * What a file turned out to be.
     *
     * @param kind {@code code}, {@code picture}, {@code seal}, {@code credential}, {@code letter}
     *     or {@code document}
     * @param answers one for each code, or for the letter as a whole; none for a document without
     * @param named where a letter proves nothing: what is known of what its codes name
     * @param signature what its signatures say
     */
    record Shown(
            String kind,
            List<CheckAnswer> answers,
            List<CheckAnswer> named,
            List<String> remarks,
            @Nullable Signature signature) {}

    /** The signatures of a document, as {@code /api/v1/validations} says them in full. */
    record Signature(String outcome, String sentence, String advice) {}

    static CheckAnswer of(VerdictWords words, MandateVerdict verdict) {
        return new CheckAnswer(
                verdict.code(),
                verdict.freshness().toConfirm(),
                words.title(verdict),
                words.sentence(verdict),
                words.remarks(verdict),
                words.next(verdict),
                verdict.freshness().known(),
                null,
                verdict.known().map(Facts::of).orElse(null),
                null,
                null);
    }

    /** The verdict on an official position: whoever reads it compares the text with its page's. */
    static CheckAnswer of(PositionSaying said, Freshness freshness) {
        return new CheckAnswer(
                said.code(),
                freshness.toConfirm(),
                said.title(),
                said.sentence(),
                said.remarks(),
                said.next(),
                freshness.known(),
                null,
                null,
                null,
                null);
    }

    CheckAnswer with(@Nullable String itsSeal, CheckApi.@Nullable Proof itsProof) {
        return new CheckAnswer(
                verdict,
                toConfirm,
                title,
                sentence,
                remarks,
                next,
                known,
                suggestion,
                mandate,
                itsSeal,
                itsProof);
    }

    /** Nothing was looked for. */
    CheckAnswer mistyped(String why, @Nullable String perhaps) {
        return new CheckAnswer(
                verdict, toConfirm, title, why, remarks, next, known, perhaps, mandate, seal,
                proof);
    }

    /** The same with something to be known before anybody relies on it. */
    CheckAnswer doubted(VerdictWords words, String remark) {
        boolean valid = verdict.equals("VALIDE");
        return new CheckAnswer(
                        verdict,
                        true,
                        valid ? words.titleToConfirm() : title,
                        sentence,
                        remarks,
                        valid && !toConfirm ? words.nextToConfirm() : next,
                        known,
                        suggestion,
                        mandate,
                        seal,
                        proof)
                .remarked(remark);
    }

    /** The same with something else to be known, said first. */
    CheckAnswer remarked(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.addFirst(remark);
        return new CheckAnswer(
                verdict,
                toConfirm,
                title,
                sentence,
                more,
                next,
                known,
                suggestion,
                mandate,
                seal,
                proof);
    }

    /** Whether somebody may rely on it. */
    boolean good() {
        return verdict.equals("VALIDE") && !toConfirm;
    }
}

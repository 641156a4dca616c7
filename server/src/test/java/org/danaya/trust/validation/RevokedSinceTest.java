package org.danaya.trust.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a signature whose certificate was revoked afterwards. About 5 seconds. */
class RevokedSinceTest {

    @ParameterizedTest
    @EnumSource(names = {"T", "LT", "LTA"})
    void aSignatureOlderThanTheRevocationHoldsAndTellsIt(SignatureLevel level) {
        TestSigning kit = new TestSigning();
        SignedFile signed = kit.sign(SignatureForm.PADES, level, TestSigning.pdf(1));
        Instant revoked = kit.now.plusSeconds(2);
        kit.hierarchy.revoke(kit.person, revoked, 3);
        kit.hierarchy.now = kit.now.plusSeconds(4);
        ValidationOutcome outcome = kit.validator().check(signed, List.of(), Locale.FRENCH);
        SignatureVerdict verdict = ((ValidationOutcome.Checked) outcome).signatures().getFirst();
        assertThat(verdict.standing()).isEqualTo(Standing.HOLDS);
        assertThat(verdict.revokedSince()).hasValue(revoked);
        assertThat(told(outcome, Language.FRENCH))
                .contains("valable à cette date", "a été révoqué depuis, le " + revoked);
        assertThat(told(outcome, Language.ENGLISH))
                .contains("valid at that time", "has been revoked since, on " + revoked);
    }

    private static String told(ValidationOutcome outcome, Language language) {
        Words words = Words.load();
        return new Telling(
                        new Telling.Speech() {
                            @Override
                            public String word(String key, Object... facts) {
                                return words.say(language, key, facts);
                            }

                            @Override
                            public String time(Instant time) {
                                return time.toString();
                            }
                        })
                .told(outcome)
                .sentence();
    }
}

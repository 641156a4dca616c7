package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.page.Tone;
import org.danaya.trust.validation.Told;
import org.danaya.verify.Reason;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.junit.jupiter.api.Test;

class BesideTest {

    private static final CheckOutcome.Decided FORGED =
            new CheckOutcome.Decided(
                    MandateCheck.refuse(Reason.LETTER_UNPROVEN, "", Freshness.live(Instant.EPOCH)),
                    Optional.empty());

    private static Told.Signature signature(String code) {
        return new Told.Signature(
                Tone.SUCCESS, code, "valable", "", List.of(), List.of(), List.of());
    }

    @Test
    void aGoodSignatureIsNotCalledValidUnderABadVerdict() {
        List<Told.Signature> good = List.of(signature("holds"), signature("holds-for-part"));
        assertThat(Beside.instead(good, FORGED, true)).hasValue("mandates.check.signature.not-it");
        assertThat(Beside.instead(good, FORGED, false)).hasValue("mandates.check.signature.beside");
    }

    @Test
    void whatIsWrongWithASignatureIsSaidAsItIs() {
        assertThat(Beside.instead(List.of(), FORGED, true)).isEmpty();
        assertThat(Beside.instead(List.of(signature("altered")), FORGED, true)).isEmpty();
    }
}

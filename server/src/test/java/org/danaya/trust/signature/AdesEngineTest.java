package org.danaya.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.trust.validation.SignatureVerdict;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.Standing;
import org.danaya.trust.validation.ValidationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form at every level, judged by the validator. */
class AdesEngineTest {

    private static final TestSigning KIT = new TestSigning();
    private static final SignedFile TEXT =
            new SignedFile("note.txt", "Exemple : ɛ ɔ ɲ ŋ".getBytes(StandardCharsets.UTF_8));
    private static final SignedFile XML =
            new SignedFile(
                    "acte.xml",
                    "<acte><montant>1000</montant></acte>".getBytes(StandardCharsets.UTF_8));

    static Stream<Arguments> offered() {
        return Stream.of(SignatureForm.values())
                .flatMap(
                        form ->
                                Stream.of(SignatureLevel.values())
                                        .map(level -> Arguments.of(form, level)));
    }

    @ParameterizedTest
    @MethodSource("offered")
    void theValidatorAcceptsEveryFormAtEveryLevel(SignatureForm form, SignatureLevel level) {
        SignedFile signed = KIT.sign(form, level, files(form));
        ValidationOutcome.Checked checked = check(signed);
        assertThat(checked.signatures()).hasSize(1);
        SignatureVerdict verdict = checked.signatures().getFirst();
        assertThat(verdict.standing()).as(verdict.toString()).isEqualTo(Standing.HOLDS);
        assertThat(verdict.by().name()).isEqualTo("Awa Exemple");
        assertThat(verdict.by().structure()).contains("Ministère d’exemple");
        assertThat(verdict.by().seal()).isFalse();
        assertThat(verdict.level()).endsWith("-" + level);
        assertThat(verdict.at())
                .isInstanceOf(
                        level == SignatureLevel.B
                                ? SignatureVerdict.Moment.Claimed.class
                                : SignatureVerdict.Moment.Proven.class);
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void everyFormSaysInWhoseNameItWasMade(SignatureForm form) {
        String role = "Directrice, Ministère d’exemple (mandat n°\u00a012)";
        SignedFile signed =
                KIT.engine.sign(
                        KIT.key(KIT.person),
                        new SigningOrder(
                                form,
                                SignatureLevel.T,
                                List.of(files(form)),
                                KIT.now,
                                role,
                                Optional.empty()));
        SignatureVerdict verdict = check(signed).signatures().getFirst();
        assertThat(verdict.standing()).isEqualTo(Standing.HOLDS);
        assertThat(verdict.roles()).containsExactly(new SignatureVerdict.Role(role, false));
    }

    @Test
    void xmlIsSignedInside() {
        ValidationOutcome.Checked checked =
                check(KIT.sign(SignatureForm.XADES, SignatureLevel.T, XML));
        assertThat(checked.holds()).as(checked.signatures().toString()).isTrue();
    }

    private static SignedFile[] files(SignatureForm form) {
        return switch (form) {
            case PADES -> new SignedFile[] {TestSigning.pdf(1)};
            case XADES, CADES, JADES -> new SignedFile[] {TEXT};
            case ASIC_E_XADES, ASIC_E_CADES -> new SignedFile[] {TEXT, XML};
        };
    }

    private static ValidationOutcome.Checked check(SignedFile file) {
        return (ValidationOutcome.Checked) KIT.validator().check(file, List.of(), Locale.FRENCH);
    }
}

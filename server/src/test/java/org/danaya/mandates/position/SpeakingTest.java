package org.danaya.mandates.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Limit;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Objection;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;

/** Who signs official positions, and who is a spokesperson. */
class SpeakingTest {

    private final TestPositions kit = new TestPositions();
    private final OfficialPositions positions = kit.positions;

    @Test
    void onlyWhoMaySpeakSignsAndWithinTheirMatters() {
        UUID unlimited = kit.speaker(Scope.OPEN, kit.kit.holder);
        UUID digital =
                kit.speaker(scope(Scope.Side.MATTERS, "Numérique", "Postes"), kit.kit.second);
        UUID elsewhere = kit.speaker(scope(Scope.Side.EVENTS, "Forum"), kit.kit.third);
        Head any = kit.drafted(kit.terms("Sujet", "Texte"));
        Head of = kit.drafted(TestPositions.about(kit.terms("Sujet", "Texte"), "numerique"));
        kit.validate(any);
        OfficialPositionsTest.refused(
                PositionFault.NOT_SPEAKER, () -> kit.sign(kit.kit.officer(), any));
        OfficialPositionsTest.refused(PositionFault.NOT_SPEAKER, () -> kit.sign(digital, any));
        OfficialPositionsTest.refused(PositionFault.NOT_SPEAKER, () -> kit.sign(elsewhere, any));
        kit.sign(unlimited, any);
        kit.validate(of);
        OfficialPositionsTest.refused(PositionFault.NOT_SPEAKER, () -> kit.sign(elsewhere, of));
        kit.sign(digital, of);
        kit.publish();
        assertThat(positions.register().get(of.id()).history().signature().orElseThrow().under())
                .isInstanceOf(Grantor.OfMandate.class);
        assertThat(positions.speaking().structures(kit.kit.holder.id()))
                .containsExactly(kit.kit.ministry.id());
        assertThat(positions.speaking().structures(UUID.randomUUID())).isEmpty();
    }

    private static Scope scope(Scope.Side side, String... codes) {
        return new Scope(Map.of(side, Limit.of(List.of(codes))), Optional.empty());
    }

    @Test
    void aSpokespersonHasThePowerToSpeak() {
        Terms terms =
                kit.kit.terms(new Grantor.OfOffice(kit.office), kit.kit.holder, 0, Power.REPRESENT);
        Terms silent =
                new Terms(
                        MandateKind.SPOKESPERSON,
                        terms.structure(),
                        terms.grantor(),
                        terms.person(),
                        terms.capacity(),
                        terms.powers(),
                        terms.scope(),
                        terms.period(),
                        terms.depth(),
                        terms.basis(),
                        terms.replaces(),
                        terms.group());
        assertThat(
                        kit.kit
                                .mandates
                                .drafts()
                                .check(new Drafts.Wish(silent, "Porte-parole", Optional.empty())))
                .containsExactly(new Objection.OfSilence());
    }
}

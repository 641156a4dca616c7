package org.danaya.consultation.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.mandates.Scope;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** Two observations of a list become one. */
class MergingTest {

    private final TestObservations kit = new TestObservations();
    private final Observations observations = kit.observations;

    @Test
    void twoThatSayTheSameBecomeOneAndNothingIsOverwritten() {
        kit.kit.office(Powers.of(Power.SUBMIT_OBSERVATION), Scope.OPEN, 0);
        Referral referral = kit.asked(15);
        Observation.Draft one = kit.written(referral, "Trop long");
        Observation.Draft other = kit.written(referral, "Délai excessif");
        Observation.Said both = TestObservations.said("Trop long, excessif", new Anchor.Whole());
        observations.drafts().change(UUID.randomUUID(), other.id(), 1, other.said());
        assertThat(merged(one, 1, other, 1, both))
                .isInstanceOf(ObservationDrafts.EditOutcome.Changed.class);
        assertThat(merged(one, 7, other, 2, both))
                .isInstanceOf(ObservationDrafts.EditOutcome.Changed.class);
        assertThat(observations.drafts().of(referral.id())).hasSize(2);
        assertThatThrownBy(() -> merged(one, 1, one, 1, both))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(ObservationFault.UNKNOWN));
        assertThat(merged(one, 1, other, 2, both))
                .isInstanceOf(ObservationDrafts.EditOutcome.Edited.class);
        assertThat(observations.drafts().of(referral.id()))
                .singleElement()
                .satisfies(
                        draft -> {
                            assertThat(draft.id()).isEqualTo(one.id());
                            assertThat(draft.said()).isEqualTo(both);
                        });
        assertThatThrownBy(() -> observations.drafts().get(other.id()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(ObservationFault.WRONG_STATE));
        assertThat(kit.submit(kit.minister, referral).observations()).isOne();
    }

    private ObservationDrafts.EditOutcome merged(
            Observation.Draft one,
            int shown,
            Observation.Draft other,
            int seen,
            Observation.Said said) {
        return observations
                .drafts()
                .merge(
                        UUID.randomUUID(),
                        new ObservationDrafts.Shown(one.id(), shown),
                        new ObservationDrafts.Shown(other.id(), seen),
                        said);
    }
}

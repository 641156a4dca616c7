package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextVersion;
import org.junit.jupiter.api.Test;

/** A version that was observed on goes on the official way once all of it is answered. */
class AnsweredBeforeTheWayTest {

    private final UUID writer = TestAccounts.with(TestPlatform::bean);
    private final UUID decider = TestAccounts.with(TestPlatform::bean);

    @Test
    void aVersionWithOpenObservationsIsNotValidated() {
        TestAnswers other = new TestAnswers("reponses-ouvertes", List.of("Un texte."));
        UUID asked =
                other.observed(
                        other.asked("reponses-ouvertes-a"), writer, "", "Qui paie (exemple) ?");
        assertThatThrownBy(() -> validate(other))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(ConsultationFault.UNANSWERED));
        other.answers
                .answering()
                .answer(
                        decider,
                        other.first,
                        Map.of(asked, 0),
                        new Disposition.Rejected("Le budget le dira."),
                        Optional.empty());
        assertThat(validate(other).code()).isEqualTo("validated");
    }

    private TextVersion validate(TestAnswers of) {
        return of.texts.way().move(decider, of.first.id(), Stage.VALIDATED, Optional.empty());
    }
}

package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.AdoptionKind;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextVersion;
import org.junit.jupiter.api.Test;

/** A version that nothing changed after its consultation: its adoption makes its answers final. */
class AdoptedAsItIsTest {

    private final UUID decider = TestAccounts.with(TestPlatform::bean);
    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final TestAnswers kit =
            new TestAnswers("reponses-adoptees", List.of("Le registre est public."));
    private final UUID observation =
            kit.observed(kit.asked("reponses-adoptees-a"), author, "", "Et en vers (exemple) ?");

    private void answer(int seen, Disposition disposition) {
        kit.answers
                .answering()
                .answer(
                        decider,
                        kit.first,
                        Map.of(observation, seen),
                        disposition,
                        Optional.empty());
    }

    private void move(Stage... stages) {
        for (Stage stage : stages) {
            kit.texts.way().move(decider, kit.first.id(), stage, Optional.empty());
        }
    }

    private TextVersion adopt() {
        return kit.texts
                .adopting()
                .adopt(
                        decider,
                        kit.first.id(),
                        new Adoption.Act(
                                AdoptionKind.COMMUNICATION,
                                Optional.empty(),
                                LocalDate.EPOCH,
                                "Communiqué (exemple)"));
    }

    private int leaves() {
        return TestAnswers.SQL
                .sql("select count(*) from log.leaf where reference = ?")
                .param(FinalAnswers.reference(observation))
                .query(Integer.class)
                .single();
    }

    private static void refused(ThrowingCallable deed, Enum<?> code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void answersAreFinalAndProvenOnceTheirVersionIsAdopted() {
        answer(0, new Disposition.Rejected("Ce n’est pas l’usage (exemple)."));
        move(Stage.VALIDATED, Stage.SENT, Stage.ON_AGENDA);
        answer(1, new Disposition.ToExamine(""));
        refused(this::adopt, ConsultationFault.UNANSWERED);
        assertThat(leaves()).isZero();
        answer(2, new Disposition.Rejected("La prose suffit (exemple)."));
        assertThat(kit.answers.register().fixed(kit.first.id())).isFalse();

        assertThat(adopt().code()).isEqualTo("noted");
        assertThat(leaves()).isEqualTo(1);
        assertThat(kit.answers.register().fixed(kit.first.id())).isTrue();
        refused(() -> answer(3, new Disposition.Moot("Trop tard.")), AnswerFault.FIXED);
        assertThatThrownBy(
                        () ->
                                TestAnswers.SQL
                                        .sql(
                                                """
                                                insert into consultation.answer (observation, place,
                                                    version, kind, reason, account, at)
                                                values (?, 4, ?, 'moot', 'x', ?, now())
                                                """)
                                        .params(observation, kit.first.id(), decider)
                                        .update())
                .hasMessageContaining("the version is adopted");

        TextVersion revision = kit.draft(List.of("Le registre est ouvert à tous."));
        List<String> changes =
                kit.answers.causes().hunks(revision).stream().map(each -> each.id()).toList();
        kit.answers.causes().give(decider, revision, changes, new Cause.Editorial("(exemple)"));
        assertThat(kit.freeze(revision)).isInstanceOf(Freezing.Frozen.class);
        assertThat(leaves()).as("leaves once the next version is frozen").isEqualTo(1);
    }
}

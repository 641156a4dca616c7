package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Reach;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.consultation.observation.Sight;
import org.danaya.consultation.observation.form.FormAnswers;
import org.junit.jupiter.api.Test;

/** The last column of the form of the field says what became of each observation. */
class AnswersInFormsTest {

    private final TestAnswers kit =
            new TestAnswers("reponses-formulaire", List.of("Trente jours.", "Le registre."));
    private final TestAnswers.Asked ministry = kit.asked("reponses-formulaire-a");
    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final UUID decider = TestAccounts.with(TestPlatform::bean);

    private UUID answered(String comment, boolean confidential, Disposition disposition) {
        UUID observation = kit.observed(ministry, author, "art_1", comment, confidential);
        kit.answers
                .answering()
                .answer(decider, kit.first, Map.of(observation, 0), disposition, Optional.empty());
        return observation;
    }

    @Test
    void eachAnswerIsSaidWithItsReasonToWhoeverMayReadIt() {
        UUID refused = answered("Trop long.", false, new Disposition.Rejected("C’est l’usage."));
        UUID same = answered("Trop court.", false, new Disposition.Duplicate(refused, ""));
        UUID later =
                answered(
                        "Et le budget ?",
                        false,
                        new Disposition.Postponed("Loi de finances", "Là."));
        UUID secret = answered("L’ennemi lit.", true, new Disposition.Rejected("Il sait déjà."));
        UUID open = kit.observed(ministry, author, "art_2", "Rien encore.");
        FormAnswers answers = TestPlatform.bean(FormAnswers.class);
        assertThat(answers.of(kit.first.id(), Sight.ALL))
                .containsOnly(
                        Map.entry(refused, "Rejetée\nC’est l’usage."),
                        Map.entry(same, "Doublon de l’observation 1."),
                        Map.entry(later, "Reportée à un autre texte\nLoi de finances\nLà."),
                        Map.entry(secret, "Rejetée\nIl sait déjà."))
                .doesNotContainKey(open);
        Reach nothing = new Reach.Structures(Set.of());
        assertThat(answers.of(kit.first.id(), new Sight(nothing, nothing)))
                .containsEntry(secret, "Rejetée");
    }
}

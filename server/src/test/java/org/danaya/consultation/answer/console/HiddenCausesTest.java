package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;

/** What a confidential observation changed isn't found by its number, nor told to be from it. */
class HiddenCausesTest {

    private final TestAnswers kit =
            new TestAnswers("causes-cachees", List.of("Le registre est public.", "Le délai."));
    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final UUID decider = TestAccounts.with(TestPlatform::bean);

    @Test
    void aNumberFindsWhatWhoeverLooksMayRead() throws IOException {
        UUID secret =
                kit.observed(kit.asked("causes-cachees-a"), author, "art_1", "L’ennemi lit.", true);
        kit.answers
                .answering()
                .answer(
                        decider,
                        kit.first,
                        Map.of(secret, 0),
                        new Disposition.Accepted(""),
                        Optional.empty());
        TextVersion draft = kit.draft(List.of("Le registre est gardé.", "Le délai."));
        List<String> changes =
                kit.answers.causes().hunks(draft).stream().map(each -> each.id()).toList();
        kit.answers.causes().give(decider, draft, changes, new Cause.OfObservation(secret));
        String why = "/console/texts/versions/" + draft.id() + "/why";
        try (TestSessions lead = TestSessions.signedInAs(Role.COORDINATOR);
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR)) {
            assertThat(lead.get(why + "?number=1").body()).contains("gardé");
            assertThat(auditor.get(why).body())
                    .contains("gardé")
                    .doesNotContain("causes-cachees-a");
            assertThat(auditor.get(why + "?number=1").body()).doesNotContain("gardé");
        }
    }
}

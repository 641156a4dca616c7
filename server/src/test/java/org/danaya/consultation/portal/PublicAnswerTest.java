package org.danaya.consultation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.page.Browser;
import org.junit.jupiter.api.Test;

/**
 * What everybody reads of what was asked, answered and changed; of secrets, that there are some.
 */
class PublicAnswerTest {

    private final TestAnswers kit =
            new TestAnswers(
                    "reponses-publiques",
                    List.of("Le délai est de trente jours.", "Le registre est public."));
    private final TestAnswers.Asked ministry = kit.asked("reponses-publiques-a");
    private final TestAnswers.Asked guarded = kit.asked("reponses-publiques-b");
    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final UUID decider = TestAccounts.with(TestPlatform::bean);

    private void answer(UUID observation, Disposition disposition) {
        kit.answers
                .answering()
                .answer(decider, kit.first, Map.of(observation, 0), disposition, Optional.empty());
    }

    private void explain(TextVersion draft, String part, UUID observation) {
        List<String> changes =
                kit.answers.causes().hunks(draft).stream()
                        .filter(each -> each.place().wId().startsWith(part))
                        .map(each -> each.id())
                        .toList();
        kit.answers.causes().give(decider, draft, changes, new Cause.OfObservation(observation));
    }

    private void publish(TextVersion version) {
        TestAnswers.SQL
                .sql("update consultation.version set state = 'published' where id = ?")
                .param(version.id())
                .update();
    }

    /** What is drafted after the publication waits for its own. */
    private void theVersionThatFollowsIsNotKnown(Browser browser, String path) {
        TextVersion next =
                kit.draft(List.of("Le délai est de deux jours.", "Le registre est gardé."));
        List<String> changes =
                kit.answers.causes().hunks(next).stream().map(each -> each.id()).toList();
        kit.answers.causes().give(decider, next, changes, new Cause.Editorial("Essai (exemple)"));
        assertThat(kit.freeze(next)).isInstanceOf(Freezing.Frozen.class);
        browser.go(path + "/changes/3").sees("Il n’y a pas de tel texte");
        browser.go(path).sees("Version 2");
        assertThat(browser.text()).doesNotContain("Version 3", "deux jours");
    }

    @Test
    void everybodyReadsWhatWasAskedAnsweredAndChangedAndNoSecret() throws IOException {
        UUID open = kit.observed(ministry, author, "art_1", "Trente jours, c’est trop long.");
        UUID refused = kit.observed(ministry, author, "", "Écrire le texte en vers.");
        UUID secret = kit.observed(guarded, author, "art_2", "Le registre guide l’ennemi.", true);
        UUID last = kit.observed(ministry, author, "", "Un titre plus court.");
        answer(last, new Disposition.Duplicate(refused, ""));
        answer(open, new Disposition.Accepted(""));
        answer(refused, new Disposition.Rejected("Ce n’est pas l’usage."));
        answer(secret, new Disposition.Accepted("À cause de l’ennemi."));
        TextVersion draft =
                kit.draft(List.of("Le délai est de trois jours.", "Le registre est gardé."));
        explain(draft, "art_1", open);
        explain(draft, "art_2", secret);
        String path = "/texts/" + kit.dossier.slug();
        try (Browser browser = Browser.open(TestPlatform.address())) {
            browser.go(path + "/answers/1").sees("Il n’y a pas de tel texte");
            assertThat(kit.freeze(draft)).isInstanceOf(Freezing.Frozen.class);
            browser.go(path + "/answers/1").sees("Il n’y a pas de tel texte");
            publish(draft);
            browser.go(path).press("Ce qui a été demandé").accessible();
            browser.sees("3 observations publiques").sees("Une autre, confidentielle");
            browser.sees("Trente jours, c’est trop long").sees("Ce n’est pas l’usage");
            browser.sees("Observation 3").sees("Doublon de l’observation 2");
            assertThat(browser.text())
                    .doesNotContain("ennemi", "reponses-publiques-b", "Observation 4");
            browser.screenshots("public-answers-fr").go(path + "/answers/1?lang=en");
            browser.sees("Observations on version 1").accessible();
            browser.screenshots("public-answers-en").go(path + "?lang=fr");
            browser.press("Ce qui a changé depuis la version précédente, et pourquoi");
            browser.sees("Observation 1 – Ministère reponses-publiques-a").accessible();
            browser.sees("Une observation confidentielle").screenshots("public-why-fr");
            assertThat(browser.text()).doesNotContain("ennemi", "reponses-publiques-b");
            browser.press("Observation 1").sees("Observations sur la version 1");
            browser.go(path + "/answers/2").sees("Il n’y a pas de tel texte");
            browser.go(path + "/answers/1?page=99999").accessible();
            theVersionThatFollowsIsNotKnown(browser, path);
        }
    }
}

package org.danaya.consultation.observation.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.PlatformObservations;
import org.danaya.consultation.observation.TestObservations;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;

/** All of a list by forms alone, as a browser without scripts sends them. */
class WithoutScriptTest {

    private static final AtomicInteger TEXTS = new AtomicInteger();

    private final PlatformObservations kit =
            new PlatformObservations("obs-sans-script-" + TEXTS.incrementAndGet());
    private final String page = "/account/texts/" + kit.referral.id();

    private List<Observation.Draft> drafts() {
        return kit.observations.drafts().of(kit.referral.id());
    }

    @Test
    void thePartIsChosenTheWordsAreQuotedAndTheListIsPutInOrder() {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(
                TestPlatform::bean,
                account,
                Role.CORRESPONDENT,
                Optional.of(kit.mandates.ministry.id()));
        try (TestSessions session =
                TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account)) {
            String form = session.get(page + "/write").body();
            assertThat(form).contains("Article 2", "Le texte entier");
            String part =
                    form.replaceFirst(
                            "(?s).*<option value=\"([^\"]+)\"[^>]*>[^<]*Article 2.*", "$1");
            Map<String, String> asked =
                    Map.of(
                            "part", part,
                            "quote", "  délai  de\u00a0TRENTE jours ",
                            "kind", "technical",
                            "comment", "Trop long (exemple)");
            assertThat(session.post(page + "/write", asked).statusCode()).isEqualTo(303);
            assertThat(drafts().getFirst().said().anchor())
                    .isInstanceOfSatisfying(
                            Anchor.OnSpan.class,
                            span -> {
                                assertThat(span.quote()).isEqualTo("délai de trente jours");
                                assertThat(span.label()).isEqualTo("Article 2");
                                assertThat(span.prefix()).endsWith("signalé dans un ");
                            });
            HttpResponse<String> wrong =
                    session.post(
                            page + "/write",
                            Map.of(
                                    "part", part,
                                    "quote", "des mots d’ailleurs",
                                    "kind", "technical",
                                    "comment", "Gardé dans le formulaire"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Gardé dans le formulaire", "des mots d’ailleurs");
            assertThat(drafts()).hasSize(1);
            placedByHand(session, account, part);
            inOrder(session);
        }
    }

    private void placedByHand(TestSessions session, UUID account, String part) {
        Observation.Draft waiting =
                kit.observations
                        .drafts()
                        .write(
                                account,
                                kit.referral.id(),
                                TestObservations.said(
                                        "À placer (exemple)", new Anchor.Unplaced("p. 4")));
        assertThat(session.get(page).body()).contains("À placer dans le texte", "p. 4");
        assertThat(session.get(page + "/submit").statusCode())
                .as("nobody hands in without a mandate, nor what waits")
                .isEqualTo(403);
        String edit = page + "/observations/" + waiting.id() + "/edit";
        assertThat(session.get(edit).body()).contains("À placer (exemple)", "p. 4");
        Map<String, String> placed =
                Map.of(
                        "part", part,
                        "kind", "general",
                        "comment", "Placée (exemple)",
                        "revision", "1");
        assertThat(session.post(edit, placed).statusCode()).isEqualTo(303);
        assertThat(drafts().getLast().said().anchor())
                .isInstanceOfSatisfying(
                        Anchor.OnPart.class, on -> assertThat(on.label()).isEqualTo("Article 2"));
    }

    private void inOrder(TestSessions session) {
        UUID last = drafts().getLast().id();
        String one = page + "/observations/" + last;
        assertThat(session.post(one + "/move/up", Map.of()).statusCode()).isEqualTo(303);
        assertThat(drafts().getFirst().id()).isEqualTo(last);
        assertThat(session.post(one + "/move/down", Map.of()).statusCode()).isEqualTo(303);
        assertThat(drafts().getLast().id()).isEqualTo(last);
        assertThat(session.post(one + "/withdraw", Map.of("revision", "2")).statusCode())
                .isEqualTo(303);
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void whoMayHandInIsLedToWhatWaitsForItsPlace() {
        UUID account = TestAccounts.with(TestPlatform::bean);
        kit.mayHandIn(account);
        kit.observations
                .drafts()
                .write(
                        account,
                        kit.referral.id(),
                        TestObservations.said("À placer (exemple)", new Anchor.Unplaced("p. 4")));
        String waits =
                "Vous ne pouvez pas encore transmettre\u00a0: une observation attend sa place";
        try (TestSessions session =
                TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account)) {
            assertThat(session.get(page).body())
                    .containsOnlyOnce(waits)
                    .contains("href=\"#unplaced\"", "id=\"unplaced\"")
                    .doesNotContain("Vous pouvez transmettre");
            HttpResponse<String> handed = session.get(page + "/submit");
            assertThat(handed.statusCode()).isEqualTo(303);
            assertThat(handed.headers().firstValue("Location").orElseThrow())
                    .endsWith(page + "#unplaced");
            assertThat(session.get(page).body().split(waits, -1))
                    .as("at the top too, once")
                    .hasSize(3);
        }
    }

    @Test
    void aLongListHasPagesAndOneComesBackToTheOneThatWasChanged() {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(
                TestPlatform::bean,
                account,
                Role.CORRESPONDENT,
                Optional.of(kit.mandates.ministry.id()));
        for (int at = 1; at <= 120; at++) {
            kit.observations
                    .drafts()
                    .write(
                            account,
                            kit.referral.id(),
                            TestObservations.said("Numéro " + at + ".", new Anchor.Whole()));
        }
        try (TestSessions session =
                TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account)) {
            assertThat(session.get(page).body())
                    .contains("(120)", "Numéro 50.", "page=3")
                    .doesNotContain("Numéro 51.");
            assertThat(session.get(page + "?page=3").body())
                    .contains("start=\"101\"", "Numéro 120.")
                    .doesNotContain("Numéro 100.");
            assertThat(session.get(page + "?page=99").body()).contains("Numéro 120.");
            HttpResponse<String> moved =
                    session.post(
                            page + "/observations/" + drafts().get(100).id() + "/move/up",
                            Map.of());
            assertThat(moved.headers().firstValue("Location").orElseThrow())
                    .endsWith(page + "?page=2");
        }
    }
}

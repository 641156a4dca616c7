package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;

/** What is wrong is said beside what was typed and ticked, all of which stays. */
class AnswerMistakesTest {

    private static final Pattern TICKED =
            Pattern.compile("value=\"([0-9a-f-]{32,36})(?::([0-9]+))?\" checked");
    private static final Pattern PARTS =
            Pattern.compile("<option value=\"(\\*|art_[0-9])\"[^>]*>([^<]*)<");

    private final String slug = "erreurs-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestAnswers kit =
            new TestAnswers(
                    slug,
                    List.of("Le registre est public.", "Le délai est de trente jours.", "Fin."));
    private final TestAnswers.Asked ministry = kit.asked(slug + "-a");
    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final UUID one = kit.observed(ministry, author, "art_3", "Première.");
    private final UUID two = kit.observed(ministry, author, "art_1", "Deuxième.");
    private final UUID three = kit.observed(ministry, author, "art_2", "Troisième.");
    private final String matrix = "/console/texts/versions/" + kit.first.id() + "/answers";

    @Test
    void whatIsTickedStaysTickedUntilItIsAnswered() throws IOException {
        try (TestSessions session = TestSessions.signedInAs(Role.COORDINATOR)) {
            HttpResponse<String> refused =
                    session.post(matrix, many("rejected", "", "", one, three));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Écrivez le motif");
            assertThat(ticked(refused.body())).containsExactly(one + ":0", three + ":0");

            HttpResponse<String> elsewhere =
                    session.post(matrix + "?part=art_1", many("rejected", "", "", one, two));
            assertThat(elsewhere.body()).contains("Cochées, hors de cette page", "Première.");
            assertThat(ticked(elsewhere.body())).containsExactly(one + ":0", two + ":0");
            assertThat(elsewhere.body()).doesNotContain("Troisième.");

            HttpResponse<String> itself =
                    session.post(matrix, many("duplicate", "Pareil.", "2", one, two));
            assertThat(itself.statusCode()).isEqualTo(422);
            assertThat(itself.body())
                    .contains("href=\"#field-other\"", "le doublon ni d’elle-même", "Pareil.");
            assertThat(ticked(itself.body())).containsExactly(one + ":0", two + ":0");

            answer(two, 0, new Disposition.Duplicate(one, ""));
            HttpResponse<String> meanwhile =
                    session.post(matrix, many("rejected", "", "", one, two));
            assertThat(ticked(meanwhile.body()))
                    .as("ticked as it was when it was looked at")
                    .containsExactly(one + ":0", two + ":0");
            assertThat(session.post(matrix, many("rejected", "Non.", "", one)).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void aDuplicateOfItselfOrOfADuplicateIsMendedInTheForm() throws IOException {
        answer(two, 0, new Disposition.Duplicate(one, ""));
        try (TestSessions session = TestSessions.signedInAs(Role.COORDINATOR)) {
            for (String other : List.of("3", "2")) {
                HttpResponse<String> refused =
                        session.post(
                                matrix + "/" + three,
                                List.of(
                                        Map.entry("answer", "duplicate"),
                                        Map.entry("reason", "La même chose."),
                                        Map.entry("other", other),
                                        Map.entry("place", "0")));
                assertThat(refused.statusCode()).as(other).isEqualTo(422);
                assertThat(refused.body())
                        .contains("href=\"#field-other\"", "le doublon ni d’elle-même")
                        .contains("La même chose.", "value=\"" + other + "\"");
            }
        }
    }

    @Test
    void aCauseThatIsNoneIsMendedInTheForm() throws IOException {
        TextVersion draft =
                kit.draft(
                        List.of(
                                "Le registre est gardé.",
                                "Le délai est de soixante jours.",
                                "Fin prochaine."));
        List<String> changes =
                kit.answers.causes().hunks(draft).stream().map(each -> each.id()).toList();
        String why = "/console/texts/versions/" + draft.id() + "/why";
        try (TestSessions session = TestSessions.signedInAs(Role.COORDINATOR)) {
            HttpResponse<String> refused = session.post(why, cause("3", changes.get(1)));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("href=\"#field-observation\"", "L’observation 3 n’est pas acceptée");
            assertThat(ticked(refused.body())).containsExactly(changes.get(1));
            HttpResponse<String> elsewhere =
                    session.post(why + "?part=art_1", cause("999", changes.get(1)));
            assertThat(ticked(elsewhere.body())).containsExactly(changes.get(1));
            HttpResponse<String> gone =
                    session.post(why, cause("3", changes.get(1), "0".repeat(32)));
            assertThat(gone.statusCode()).isEqualTo(422);
            assertThat(gone.body()).contains("une modification cochée n’y est plus");
            assertThat(ticked(gone.body())).containsExactly(changes.get(1));

            HttpResponse<String> page =
                    session.post(why + "/causes/" + one + "/confirm/" + "0".repeat(32), Map.of());
            assertThat(page.statusCode()).isEqualTo(409);
            assertThat(page.body())
                    .contains("Ce n’est pas possible")
                    .doesNotContain("plus possible");

            String freeze = "/console/texts/versions/" + draft.id() + "/freeze";
            assertThat(session.get(freeze).body())
                    .contains(
                            "Article 2\u00a0: «\u00a0trente\u00a0» devient «\u00a0soixante\u00a0».")
                    .contains("Article 3\u00a0: ");
            assertThat(session.get(freeze + "?lang=en").body())
                    .contains("Article 2: “trente” becomes “soixante”.");
        }
    }

    @Test
    void thePartsAreOfferedAsTheTextGoes() throws IOException {
        try (TestSessions session = TestSessions.signedInAs(Role.COORDINATOR)) {
            assertThat(parts(session.get(matrix).body()))
                    .containsExactly("art_1", "art_2", "art_3");
            kit.observed(ministry, author, "", "Tout est long.");
            String all = session.get(matrix).body();
            assertThat(all).contains("<option value=\"*\">Le texte entier</option>");
            assertThat(parts(all)).containsExactly("*", "art_1", "art_2", "art_3");
            assertThat(session.get(matrix + "?part=*").body())
                    .contains("Tout est long.")
                    .doesNotContain("Première.", "Deuxième.", "Troisième.");
        }
    }

    private void answer(UUID observation, int place, Disposition disposition) {
        kit.answers
                .answering()
                .answer(
                        TestAccounts.with(TestPlatform::bean),
                        kit.first,
                        Map.of(observation, place),
                        disposition,
                        Optional.empty());
    }

    private static List<Map.Entry<String, String>> many(
            String disposition, String reason, String other, UUID... chosen) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        sent.add(Map.entry("answer", disposition));
        sent.add(Map.entry("reason", reason));
        sent.add(Map.entry("other", other));
        sent.add(Map.entry("scope", "chosen"));
        for (UUID each : chosen) {
            sent.add(Map.entry("chosen", each + ":0"));
        }
        return sent;
    }

    private static List<Map.Entry<String, String>> cause(String observation, String... hunks) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        sent.add(Map.entry("source", "observation"));
        sent.add(Map.entry("observation", observation));
        sent.add(Map.entry("scope", "chosen"));
        for (String each : hunks) {
            sent.add(Map.entry("hunk", each));
        }
        return sent;
    }

    private static List<String> ticked(String page) {
        return TICKED.matcher(page)
                .results()
                .map(each -> each.group(1) + (each.group(2) == null ? "" : ":" + each.group(2)))
                .toList();
    }

    private static List<String> parts(String page) {
        return PARTS.matcher(page).results().map(each -> each.group(1)).toList();
    }
}

package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Reach;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Likeness;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.consultation.observation.Sight;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;

/** 5,000 observations of 60 structures: every one is in the pages and in the files. */
class MatrixSizeTest {

    private static final int OBSERVATIONS = 5_000;
    private static final int STRUCTURES = 60;

    @Test
    void manyObservationsAreListedFilteredAndTakenAway() throws Exception {
        List<String> articles = new ArrayList<>();
        for (int at = 1; at <= 9; at++) {
            articles.add("Disposition " + at + " de la stratégie, sur le cyberespace.");
        }
        TestAnswers kit = new TestAnswers("matrice-grande", articles);
        UUID author = TestAccounts.with(TestPlatform::bean);
        List<TestAnswers.Asked> asked = new ArrayList<>();
        for (int at = 0; at < STRUCTURES; at++) {
            asked.add(kit.asked("matrice-ministere-" + at));
        }
        for (int at = 0; at < OBSERVATIONS; at++) {
            kit.observed(
                    asked.get(at % STRUCTURES),
                    author,
                    at % 10 == 0 ? "" : "art_" + (at % 9 + 1),
                    "Observation " + at + " : préciser le mot w" + at + " et le délai x" + at / 3,
                    at % 50 == 0);
        }
        TestAnswers.SQL
                .sql(
                        """
                        insert into consultation.answer (observation, place, version, kind, reason, account, at)
                        select id, 1, version, 'rejected', 'Déjà dit à l’article ' || number, ?, now()
                        from consultation.observation where version = ? and number % 2 = 0
                        """)
                .params(author, kit.first.id())
                .update();
        String matrix = "/console/texts/versions/" + kit.first.id() + "/answers";
        List<String> told = new ArrayList<>();
        try (TestSessions coordinator = of(kit.lead)) {
            for (String query :
                    List.of(
                            "",
                            "?page=150",
                            "?disposition=open",
                            "?disposition=unlinked",
                            "?q=w4321",
                            "?structure=" + asked.getFirst().structure(),
                            "?part=art_3&sort=-structure",
                            "?confidential=yes")) {
                long[] millis = new long[40];
                for (int at = 0; at < millis.length; at++) {
                    long began = System.nanoTime();
                    assertThat(coordinator.get(matrix + query).statusCode()).isEqualTo(200);
                    millis[at] = (System.nanoTime() - began) / 1_000_000;
                }
                Arrays.sort(millis);
                told.add(
                        "matrix"
                                + query.replaceAll("=[0-9a-f-]{36}", "=…")
                                + " p50 "
                                + millis[20]
                                + " ms, p95 "
                                + millis[37]
                                + " ms");
            }
            for (String form : List.of("?format=csv", "?format=xlsx", ".docx", ".pdf")) {
                long began = System.nanoTime();
                byte[] file = coordinator.file(matrix + form).body();
                told.add(
                        "export "
                                + form
                                + " "
                                + (System.nanoTime() - began) / 1_000_000
                                + " ms, "
                                + file.length / 1024
                                + " KiB");
                assertThat(file.length).isGreaterThan(50_000);
            }
            assertThat(coordinator.get(matrix + "?q=w4321").body()).contains("Observation 4321 :");
            assertThat(coordinator.get(matrix + "?disposition=open").body())
                    .containsPattern("sur 2\\p{Z}500");
            String csv = coordinator.get(matrix + "?format=csv").body();
            assertThat(csv.lines().filter(line -> line.contains("préciser le mot")))
                    .hasSize(OBSERVATIONS);
        }
        long began = System.nanoTime();
        List<Entry> entries =
                kit.answers
                        .register()
                        .list(
                                MatrixSearch.all(kit.first.id()),
                                new Sight(new Reach.Everywhere(), new Reach.Everywhere()),
                                "",
                                0,
                                OBSERVATIONS);
        int groups = Likeness.groups(entries).size();
        told.add("likely duplicates " + (System.nanoTime() - began) / 1_000_000 + " ms, " + groups);
        Files.write(Path.of("target", "matrix-size.txt"), told);
    }

    private static TestSessions of(UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, Role.COORDINATOR, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

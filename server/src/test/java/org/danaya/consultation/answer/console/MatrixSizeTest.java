package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.danaya.base.Reach;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Likeness;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.observation.Sight;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;

/** 5,000 observations of 60 structures: every one is in the pages and in the files. */
class MatrixSizeTest {

    private static final int OBSERVATIONS = 5_000;

    @Test
    void manyObservationsAreListedFilteredAndTakenAway() {
        ManyObservations many = new ManyObservations("matrice-grande", 0, 9, OBSERVATIONS);
        String matrix = many.matrix;
        try (TestSessions coordinator = many.coordinator()) {
            assertThat(coordinator.get(matrix + "?page=150").statusCode()).isEqualTo(200);
            assertThat(coordinator.get(matrix + "?q=w4321").body())
                    .contains("Observation 4321 :")
                    .containsOnlyOnce("data-row>");
            assertThat(coordinator.get(matrix + "?disposition=open").body())
                    .containsPattern("sur 2\\p{Z}500");
            assertThat(coordinator.get(matrix + "?disposition=unlinked").body())
                    .containsPattern("sur 1\\p{Z}250");
            assertThat(coordinator.get(matrix + "?confidential=yes").body())
                    .containsPattern("sur\\p{Z}100");
            String structure = many.asked.getFirst().structure().toString();
            assertThat(coordinator.get(matrix + "?structure=" + structure).body())
                    .containsPattern("sur\\p{Z}84");
            String csv = coordinator.get(matrix + "?format=csv").body();
            assertThat(csv.lines().filter(line -> line.contains("préciser le mot")))
                    .hasSize(OBSERVATIONS);
            for (String form : List.of("?format=xlsx", ".docx", ".pdf")) {
                assertThat(coordinator.file(matrix + form).body())
                        .as(form)
                        .hasSizeGreaterThan(50_000);
            }
        }
        List<Entry> entries =
                many.kit
                        .answers
                        .register()
                        .list(
                                MatrixSearch.all(many.kit.first.id()),
                                new Sight(new Reach.Everywhere(), new Reach.Everywhere()),
                                "",
                                0,
                                OBSERVATIONS);
        assertThat(entries).hasSize(OBSERVATIONS);
        assertThat(Likeness.groups(entries)).allMatch(group -> group.size() > 1);
    }
}

package org.danaya.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.danaya.app.TestPlatform;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.log.Leaves;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way on the running platform: an act, its entry, its link, its anchor in the log. */
class AnchorsTest {

    private final DataSource source = TestPlatform.bean(DataSource.class);
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction = TestPlatform.bean(TransactionTemplate.class);

    @Test
    void theChainsHeadIsAnchoredInThePublicLogAndFoundWhenItIsTamperedWith() throws SQLException {
        tell("house:anchored");
        await().atMost(30, SECONDS).until(() -> position("house:anchored") > 0);
        TestPlatform.bean(Anchors.class).anchor();
        Anchor anchor = TestPlatform.bean(AnchorTable.class).last().orElseThrow();
        assertThat(anchor.head().position()).isGreaterThanOrEqualTo(position("house:anchored"));
        assertThat(Leaves.opened(source, Anchor.KIND))
                .anySatisfy(leaf -> assertThat(Anchor.told(leaf.text())).contains(anchor.head()));
        assertThat(JournalCheck.run(source, _ -> {}).findings()).isEmpty();
        assertThat(JournalCheck.run(source, _ -> {}).anchors()).isPositive();
    }

    @Test
    void anAnchorWhoseLeafWasErasedIsFound() throws SQLException {
        tell("house:erased");
        await().atMost(30, SECONDS).until(() -> position("house:erased") > 0);
        TestPlatform.bean(Anchors.class).anchor();
        Anchor anchor = TestPlatform.bean(AnchorTable.class).last().orElseThrow();
        String reference = anchor.reference();
        jdbc.sql("update log.leaf set reference = reference || 'x', kind = 'x' where reference = ?")
                .param(reference)
                .update();
        try {
            assertThat(JournalCheck.run(source, _ -> {}).findings())
                    .contains(new Finding.AnchorUnknown(anchor.head().position()));
        } finally {
            jdbc.sql("update log.leaf set reference = ?, kind = ? where reference = ?")
                    .params(reference, Anchor.KIND, reference + "x")
                    .update();
        }
        assertThat(JournalCheck.run(source, _ -> {}).findings()).isEmpty();
    }

    @Test
    void theFiguresOfTheJournalAreMeasured() {
        tell("house:measured");
        TestPlatform.bean(Anchors.class).anchor();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        TestPlatform.bean(AuditMetrics.class).bindTo(registry);
        for (String figure :
                List.of(
                        "danaya.journal.unchained",
                        "danaya.journal.unanchored",
                        "danaya.journal.anchor.age")) {
            assertThat(registry.get(figure).gauge().value()).as(figure).isNotNaN();
        }
    }

    private void tell(String subject) {
        Act act =
                new Act(
                        TestJournal.Deed.BUILT,
                        new Actor.Program("test"),
                        subject,
                        Act.Outcome.DONE,
                        Map.of());
        transaction.executeWithoutResult(_ -> TestPlatform.bean(Journal.class).on(act));
    }

    private long position(String subject) {
        return jdbc.sql(
                        """
                        select coalesce(max(l.position), 0) from audit.entry e
                        join audit.link l on l.entry = e.id where e.subject = ?
                        """)
                .param(subject)
                .query(Long.class)
                .single();
    }
}

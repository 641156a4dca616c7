package org.danaya.audit;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.danaya.app.TestPlatform;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.log.Leaves;
import org.danaya.log.LogFault;
import org.danaya.verify.LeafEntry;
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
        await().atMost(2, MINUTES).until(() -> position("house:anchored") > 0);
        TestPlatform.bean(Anchors.class).anchor();
        Anchor anchor = TestPlatform.bean(AnchorTable.class).last().orElseThrow();
        assertThat(anchor.head().position()).isGreaterThanOrEqualTo(position("house:anchored"));
        assertThat(Leaves.of(source, Anchor.KIND))
                .contains(
                        new Leaves.Told.Opened(
                                anchor.reference(),
                                new String(anchor.content(), StandardCharsets.UTF_8)));
        assertThat(JournalCheck.run(source, _ -> {}).findings()).isEmpty();
        assertThat(JournalCheck.run(source, _ -> {}).anchors()).isPositive();
    }

    @Test
    void anAnchorWhoseLeafWasClosedIsFoundAndItsKindInTheDatabaseIsNotReliedOn()
            throws SQLException {
        Anchor anchor = anchored("house:closed");
        jdbc.sql("update log.leaf set content = content || 'x', kind = 'x' where reference = ?")
                .param(anchor.reference())
                .update();
        try {
            assertThat(JournalCheck.run(source, _ -> {}).findings())
                    .anyMatch(Finding.AnchorClosed.class::isInstance)
                    .contains(new Finding.AnchorUnknown(anchor.head().position()));
        } finally {
            jdbc.sql("update log.leaf set content = ?, kind = ? where reference = ?")
                    .params(anchor.content(), Anchor.KIND, anchor.reference())
                    .update();
        }
        assertThat(JournalCheck.run(source, _ -> {}).findings()).isEmpty();
    }

    @Test
    void aSecondAnchorOfAPositionIsFoundAndNeverBelieved() throws SQLException {
        Anchor anchor = anchored("house:forged");
        Anchor forged =
                new Anchor(
                        new Head(anchor.head().position(), Hash.of(new byte[Hash.BYTES])),
                        anchor.at(),
                        "forged:" + anchor.reference());
        LeafEntry entry =
                LeafEntry.commit(
                        Anchor.KIND, anchor.at(), new byte[LeafEntry.SALT_BYTES], forged.content());
        // Never waiting, so that the public log of the other tests stays as it is.
        jdbc.sql(
                        """
                        insert into log.leaf
                            (kind, made_at, entry, salt, content, reference, permanent)
                        values (?, now(), ?, ?, ?, ?, true)
                        """)
                .params(
                        Anchor.KIND,
                        entry.toBytes(),
                        new byte[LeafEntry.SALT_BYTES],
                        forged.content(),
                        forged.reference())
                .update();
        try {
            assertThat(JournalCheck.run(source, _ -> {}).findings())
                    .containsExactly(new Finding.AnchorRepeated(anchor.head().position()));
        } finally {
            jdbc.sql("delete from log.leaf where reference = ?").param(forged.reference()).update();
        }
    }

    @Test
    void anAnchorIsNeverErased() {
        Anchor anchor = anchored("house:kept");
        Leaves leaves = TestPlatform.bean(Leaves.class);
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        _ -> leaves.erase(anchor.reference())))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(LogFault.PERMANENT));
    }

    private Anchor anchored(String subject) {
        tell(subject);
        await().atMost(2, MINUTES).until(() -> position(subject) > 0);
        TestPlatform.bean(Anchors.class).anchor();
        return TestPlatform.bean(AnchorTable.class).last().orElseThrow();
    }

    @Test
    void theFiguresOfTheJournalAreMeasured() {
        anchored("house:measured");
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

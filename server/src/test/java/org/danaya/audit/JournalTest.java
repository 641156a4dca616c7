package org.danaya.audit;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.DataIntegrityViolationException;

class JournalTest {

    private static final UUID ACCOUNT = UUID.fromString("01980000-0000-7000-8000-000000000001");

    private final TestJournal kit = new TestJournal();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anActIsWrittenWithWhoWhatOnWhatAndFromWhere() {
        Act act =
                new Act(
                        TestJournal.Deed.BUILT,
                        new Actor.Person(ACCOUNT, "registrar", "2001:db8::1"),
                        "house:1",
                        Act.Outcome.DONE,
                        Map.of("stones", "12", "colour", "“ocre” ɛɔɲŋ"));
        try (var _ = MDC.putCloseable("X-Request-Id", "r-1")) {
            kit.transaction.executeWithoutResult(_ -> kit.journal.on(act));
        }
        assertThat(kit.jdbc.sql("select * from audit.entry").query().singleRow())
                .containsEntry("actor_kind", "PERSON")
                .containsEntry("actor", ACCOUNT.toString())
                .containsEntry("role", "registrar")
                .containsEntry("address", "2001:db8::1")
                .containsEntry("act", "example.house-built")
                .containsEntry("subject", "house:1")
                .containsEntry("outcome", "DONE")
                .containsEntry("facts", "{\"colour\":\"“ocre” ɛɔɲŋ\",\"stones\":\"12\"}")
                .containsEntry("request", "r-1");
    }

    @Test
    void anActThatRollsBackLeavesNoEntry() {
        kit.transaction.executeWithoutResult(
                status -> {
                    kit.journal.on(TestJournal.built(1));
                    status.setRollbackOnly();
                });
        assertThat(kit.count("entry")).isZero();
        assertThat(kit.count("unchained")).isZero();
    }

    @Test
    void anActWithoutATransactionIsAFault() {
        assertThatThrownBy(() -> kit.journal.on(TestJournal.built(1)))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(AuditFault.NO_TRANSACTION));
    }

    @Test
    void aRefusalStaysWhenWhatWasAttemptedRollsBack() {
        Act refused =
                new Act(
                        TestJournal.Deed.REFUSED,
                        new Actor.Stranger("192.0.2.1"),
                        "house:1",
                        Act.Outcome.REFUSED,
                        Map.of());
        kit.transaction.executeWithoutResult(
                status -> {
                    kit.journal.on(TestJournal.built(1));
                    kit.journal.on(refused);
                    status.setRollbackOnly();
                });
        kit.journal.on(refused);
        assertThat(kit.jdbc.sql("select outcome from audit.entry").query().singleColumn())
                .containsExactly("REFUSED", "REFUSED");
    }

    @Test
    void anActThatTellsTooMuchIsNotDone() {
        Act act =
                new Act(
                        TestJournal.Deed.BUILT,
                        new Actor.Program("test"),
                        "house:1",
                        Act.Outcome.DONE,
                        Map.of("text", "x".repeat(40_000)));
        assertThatThrownBy(() -> kit.transaction.executeWithoutResult(_ -> kit.journal.on(act)))
                .isInstanceOf(Fault.class);
        assertThat(kit.count("entry")).isZero();
    }

    @Test
    void whatPostgresCannotKeepIsReplaced() {
        Act act =
                new Act(
                        TestJournal.Deed.BUILT,
                        new Actor.Program("te\0st\ud800"),
                        "house:1",
                        Act.Outcome.DONE,
                        Map.of("a\0", "\n\u0001\udfff😀"));
        kit.transaction.executeWithoutResult(_ -> kit.journal.on(act));
        assertThat(kit.jdbc.sql("select actor || facts from audit.entry").query().singleColumn())
                .containsExactly("te\ufffdst\ufffd{\"a\ufffd\":\"\\n\\u0001\ufffd😀\"}");
    }

    @Test
    void committedEntriesAreChainedByThemselves() {
        kit.keeper.start();
        try {
            kit.transaction.executeWithoutResult(_ -> kit.journal.on(TestJournal.built(1)));
            await().atMost(2, MINUTES).until(() -> kit.count("link") == 1);
        } finally {
            kit.keeper.stop();
        }
    }

    @Test
    void anEntryThatCommitsLateIsChainedAfterGreaterIds() {
        kit.transaction.executeWithoutResult(
                _ -> {
                    kit.journal.on(TestJournal.built(1));
                    Thread other = Thread.ofVirtual().start(() -> kit.write(2));
                    join(other);
                });
        kit.chainer.chain();
        assertThat(kit.jdbc.sql("select entry from audit.link order by position").query())
                .extracting(rows -> rows.singleColumn())
                .isEqualTo(List.of(2L, 3L, 1L));
    }

    @Test
    void aHundredWritersGiveOneChainWithoutGaps() throws Exception {
        kit.keeper.start();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                int writer = i;
                writers.execute(
                        () -> {
                            for (int n = 0; n < 10; n++) {
                                int number = writer * 10 + n;
                                kit.transaction.executeWithoutResult(
                                        _ -> kit.journal.on(TestJournal.built(number)));
                            }
                        });
            }
        }
        await().atMost(2, MINUTES).until(() -> kit.count("link") == 1_000);
        kit.keeper.stop();
        assertThat(kit.count("unchained")).isZero();
        assertThat(
                        kit.jdbc
                                .sql("select max(position), count(distinct entry) from audit.link")
                                .query()
                                .singleRow()
                                .values())
                .containsExactly(1_000L, 1_000L);
    }

    @Test
    void theDatabaseRefusesToRewriteTheJournal() {
        kit.write(2);
        for (String sql :
                List.of(
                        "update audit.entry set subject = 'house:9' where id = 1",
                        "update audit.entry set at = now()",
                        "update audit.entry set address = null, address_salt = null, act = 'x.y'",
                        "delete from audit.entry",
                        "truncate audit.entry",
                        "update audit.link set position = position + 10",
                        "delete from audit.link where position = 2",
                        "truncate audit.link",
                        "update audit.anchor set position = 3",
                        "delete from audit.anchor",
                        "truncate audit.anchor")) {
            assertThatThrownBy(() -> kit.jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

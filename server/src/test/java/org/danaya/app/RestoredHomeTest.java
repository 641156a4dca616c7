package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.danaya.base.Settings;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.page.Heard;
import org.danaya.page.Language;
import org.danaya.store.Store;
import org.danaya.store.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A backup of a platform that goes on writing, brought back onto a bare home, with the commands as
 * an operator types them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoredHomeTest {

    private static final int BATCH = 20;
    private static final int WRITERS = 2;
    private static final int BEFORE = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
    private Path home;
    private List<String> before;

    @BeforeAll
    void backUpWhileWritesGoOnAndRestore(@TempDir Path folder) throws Exception {
        Path platform = TestPlatform.bean(Store.class).home().path();
        home = folder.resolve("restored");
        Path file = folder.resolve("backup.cms");
        Path passphrase = folder.resolve("passphrase");
        Files.writeString(passphrase, "une phrase pour l’essai\n");
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(Thread.ofPlatform().start(() -> write(writer, enough)));
        }
        until(() -> acknowledged.size() >= BEFORE);
        until(() -> number("select count(*) from audit.entry where subject like 'restored:%'") > 0);
        before = List.copyOf(acknowledged);
        Said made =
                run(
                        "backup",
                        file.toString(),
                        "--home",
                        platform.toString(),
                        "--passphrase-file",
                        passphrase.toString());
        enough.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(made.code).as(made.text).isZero();
        Said restored =
                run(
                        "restore",
                        file.toString(),
                        "--home",
                        home.toString(),
                        "--passphrase-file",
                        passphrase.toString());
        assertThat(restored.code).as(restored.text).isZero();
        Files.writeString(home.resolve("danaya.conf"), "port = 0\nedge-port = 0\n");
    }

    @Test
    void aRestoredHomeIsSoundAndHoldsWhatWasAcknowledged() {
        try (Visit visit = Visit.begin(settings())) {
            assertSound();
            Said verified = run("audit", "verify", "--home", home.toString());
            assertThat(verified.code).as(verified.text).isZero();
            assertThat(verified.text).contains("The journal is intact");
            JdbcClient jdbc = JdbcClient.create(visit.address().dataSource());
            assertHolds(jdbc, "select reference from log.leaf where kind = 'example.act'", before);
            assertHolds(
                    jdbc,
                    """
                    select subject from backup.operator_act union all
                    select subject from audit.entry
                    """,
                    before.stream().filter(each -> each.endsWith(":0")).toList());
        }
    }

    @Test
    void itsLogGoesOnOnlyOnceTheOperatorConsents() {
        assertDiagnosis(1, "log-restored");
        Said halted = run("log", "status", "--home", home.toString());
        assertThat(halted.code).as(halted.text).isEqualTo(1);
        assertThat(halted.text).contains("restored from a backup");
        Said asked = run("log", "recover", "--home", home.toString(), "--yes");
        assertThat(asked.code).as(asked.text).isEqualTo(1);
        Said done = run("log", "recover", "--home", home.toString(), "--nothing-later", "--yes");
        assertThat(done.code).as(done.text).isZero();
        assertSound();
        assertDiagnosis(0, "log");
        Said status = run("log", "status", "--home", home.toString());
        assertThat(status.code).as(status.text).isZero();
        assertThat(status.text).contains("as soon as the platform runs");
    }

    @Test
    void whatIsWrongWithItsLogIsDiagnosed() throws Exception {
        // One stay for all the commands: each would start the database and stop it again.
        try (Visit _ = Visit.begin(settings())) {
            run("log", "recover", "--home", home.toString(), "--nothing-later", "--yes");
            Path key = home.resolve("keys/log-ed25519.pem");
            assertThat(key).exists();
            whileAway(key, () -> assertDiagnosis(1, "log-key-missing"));
            Path checkpoint = home.resolve("log/checkpoint");
            whileAway(checkpoint, () -> assertDiagnosis(1, "log-files-behind"));
            String sound = Files.readString(checkpoint);
            Files.writeString(checkpoint, sound.replaceFirst("\n\\d+\n", "\n1\n"));
            assertDiagnosis(1, "log-checkpoint-damaged");
            Files.writeString(checkpoint, sound);
            whileAway(home.resolve("log/tile/0"), () -> assertDiagnosis(1, "log-tiles-damaged"));
        }
        assertDiagnosis(0, "log");
    }

    private void assertSound() {
        Said fsck = run("log", "fsck", "--home", home.toString());
        assertThat(fsck.code).as(fsck.text).isZero();
        assertThat(fsck.text).contains("Everything agrees");
    }

    private void assertDiagnosis(int code, String finding) {
        Said said = run("doctor", "--home", home.toString(), "--json");
        assertThat(said.text).contains("\"code\":\"" + finding + "\"");
        assertThat(said.code).as(said.text).isEqualTo(code);
    }

    private static void whileAway(Path file, Runnable check) throws Exception {
        Path away = file.resolveSibling(file.getFileName() + ".away");
        Files.move(file, away);
        try {
            check.run();
        } finally {
            Files.move(away, file);
        }
    }

    /** By a set: tens of thousands of lines are compared. */
    private static void assertHolds(JdbcClient jdbc, String sql, List<String> expected) {
        Set<String> missing = new HashSet<>(expected);
        jdbc.sql(sql).query(String.class).list().forEach(missing::remove);
        assertThat(missing).isEmpty();
    }

    /** Appends leaves and, with the first of each batch, tells of an act. */
    private void write(int writer, AtomicBoolean enough) {
        Leaves leaves = TestPlatform.bean(Leaves.class);
        JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);
        TransactionTemplate transactions = TestPlatform.bean(TransactionTemplate.class);
        for (int round = 0; !enough.get(); round++) {
            List<NewLeaf> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                String reference = "restored:" + writer + ":" + round + ":" + i;
                batch.add(new NewLeaf("example.act", new byte[100], reference));
            }
            transactions.executeWithoutResult(
                    _ -> {
                        leaves.append(batch);
                        jdbc.sql(
                                        """
                                        insert into backup.operator_act
                                            (type, operator, subject, done_at)
                                        values ('backup.made', 'an example', ?, now())
                                        """)
                                .param(batch.getFirst().reference())
                                .update();
                    });
            batch.forEach(leaf -> acknowledged.add(leaf.reference()));
            // Others write too on a slow machine: a file of millions of lines shows nothing more.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static long number(String sql) {
        return TestPlatform.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private Settings settings() {
        return Configuration.settings(java.util.Map.of("home", home.toString()));
    }

    private record Said(int code, String text) {}

    private static Said run(String... words) {
        try (Heard heard = Heard.together()) {
            int code = Danaya.commandLine(Language.ENGLISH).execute(words);
            return new Said(code, heard.out());
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}

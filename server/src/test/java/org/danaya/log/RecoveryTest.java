package org.danaya.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.danaya.log.disk.Disk;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final DataSource DATABASE = TestDatabase.freshSource();

    @TempDir Path home;
    private TestLog log;

    @BeforeEach
    void publish() throws IOException {
        log = new TestLog(home, DATABASE);
        log.append(300, "leaf-");
        log.publishAll();
    }

    @Test
    void damagedTilesAreMadeAgain() throws IOException {
        Path tile = log.folder.resolve("tile/0/001.p/45");
        Files.write(tile, new byte[45 * 32]);
        halt(Halt.Reason.TILES_DAMAGED);
        recover();
        assertSound();
    }

    @Test
    void aMissingFolderIsMadeAgain() throws IOException {
        Files.move(log.folder.resolve("tile"), home.resolve("elsewhere"));
        halt(Halt.Reason.TILES_DAMAGED);
        recover();
        assertSound();
    }

    @Test
    void aMissingCheckpointIsSignedAgainForTheSameTree() throws IOException {
        Checkpoint before = log.checkpoint();
        Files.delete(log.folder.resolve(Checkpoint.PATH));
        halt(Halt.Reason.FILES_BEHIND);
        recover();
        assertThat(log.checkpoint()).isEqualTo(before);
        assertSound();
    }

    @Test
    void aTreeThatWasRecordedAndNotPublishedIsPublishedAfterwards() throws IOException {
        log.append("late");
        Disk full =
                new Disk() {
                    @Override
                    public void createFolders(Path folder) throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public void replace(Path file, byte[] bytes) throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public void syncFolder(Path folder) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        try (Sequencer sequencer = log.sequencer(TestLog.Parts.sound().with(full))) {
            assertThat(sequencer.cycle())
                    .isInstanceOfSatisfying(
                            Sequencer.Cycle.Stopped.class,
                            stopped -> new IdentityTable(log.jdbc).halt(stopped.halt()));
        }
        recover();
        log.publishAll();
        assertThat(log.checkpoint().size()).isEqualTo(302);
        assertSound();
    }

    @Test
    void aDatabaseBehindWhatIsPublishedIsNotGoneOnWith() throws IOException {
        log.jdbc.sql("delete from log.place where leaf_index >= 200").update();
        log.jdbc.sql("delete from log.tree_head").update();
        assertThat(examine())
                .isInstanceOfSatisfying(
                        Recovery.Finding.Unrecoverable.class,
                        wrong -> assertThat(wrong.reason()).isEqualTo(Halt.Reason.DATABASE_BEHIND));
    }

    @Test
    void aMissingKeyIsNotReplaced() throws IOException {
        Files.delete(log.keys.file("log-ml-dsa-44"));
        assertThat(examine())
                .isInstanceOfSatisfying(
                        Recovery.Finding.Unrecoverable.class,
                        wrong -> assertThat(wrong.reason()).isEqualTo(Halt.Reason.KEY_MISSING));
    }

    @Test
    void aLaterCheckpointInOtherHandsForbidsGoingOnAfterARestore() throws IOException {
        SignedNote later =
                LogKeys.find(log.keys, TestLog.ORIGIN)
                        .orElseThrow()
                        .sign(
                                new Checkpoint(TestLog.ORIGIN, 999, log.checkpoint().root()),
                                java.time.Instant.EPOCH);
        assertThat(examine(later)).isInstanceOf(Recovery.Finding.Unrecoverable.class);
        SignedNote now =
                SignedNote.parse(Files.readAllBytes(log.folder.resolve(Checkpoint.PATH))).orThrow();
        assertThat(examine(now)).isInstanceOf(Recovery.Finding.Recoverable.class);
    }

    @Test
    void aRestoredHomeHaltsUntilTheOperatorActs() throws IOException {
        Files.createFile(home.resolve("restored"));
        halt(Halt.Reason.RESTORED);
        recover();
        assertThat(home.resolve("restored")).doesNotExist();
        assertSound();
    }

    @Test
    void theJournalIsToldOfARecovery() throws IOException {
        Files.delete(log.folder.resolve(Checkpoint.PATH));
        halt(Halt.Reason.FILES_BEHIND);
        recover();
        assertThat(log.jdbc.sql("select operator from log.operator_act").query(String.class).list())
                .containsExactly("example");
    }

    private void halt(Halt.Reason reason) {
        assertThat(log.starter(TestLog.Parts.sound()).start())
                .isInstanceOfSatisfying(
                        SequencerStart.Started.Halted.class,
                        halted -> assertThat(halted.halt().reason()).isEqualTo(reason));
    }

    private Recovery.Finding examine(SignedNote... seen) {
        try (Recovery recovery = recovery()) {
            return recovery.examine(List.of(seen));
        }
    }

    private void recover() {
        try (Recovery recovery = recovery()) {
            switch (recovery.examine(List.of())) {
                case Recovery.Finding.Recoverable found -> recovery.recover(found, "example");
                case Recovery.Finding.Unrecoverable wrong ->
                        throw new AssertionError(wrong.toString());
            }
        }
    }

    private Recovery recovery() {
        return new Recovery(
                log.tools(TestLog.Parts.sound()), LockedDatabase.lock(log.source).orElseThrow());
    }

    private void assertSound() throws IOException {
        log.append("after");
        log.publishAll();
        log.published();
        assertThat(new Fsck(log.jdbc, log.publicLog(), 2).run(_ -> {}))
                .isInstanceOf(Fsck.Outcome.Sound.class);
    }
}

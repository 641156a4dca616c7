package org.danaya.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.SignedNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

class SequencerTest {

    private static final DataSource DATABASE = TestDatabase.freshSource();

    @TempDir Path home;
    private TestLog log;

    @BeforeEach
    void begin() throws IOException {
        log = new TestLog(home, DATABASE);
    }

    @Test
    void aNewLogBeginsWithItsOwnLeaf() throws IOException {
        log.publishAll();
        assertThat(log.checkpoint().size()).isEqualTo(1);
        LeafEntry first = LeafEntry.parse(log.published().getFirst()).orThrow();
        assertThat(first.kind()).isEqualTo("log.created");
        assertThat(log.integrated)
                .containsExactly(new LeafIntegrated("log.created", "log:created", 0, 1));
    }

    @Test
    void leavesArePublishedInTheOrderOfTheirArrival() throws IOException {
        log.append("a", "b");
        log.append("c");
        log.publishAll();
        assertThat(log.integrated)
                .extracting(LeafIntegrated::reference)
                .containsExactly("a", "b", "c", "log:created");
        assertThat(log.published()).hasSize(4);
    }

    @Test
    void aLeafOfARolledBackActIsNeverPublished() throws IOException {
        log.transactions.executeWithoutResult(
                status -> {
                    log.leaves.append(TestLog.leaf("gone"));
                    status.setRollbackOnly();
                });
        log.publishAll();
        assertThat(log.published()).hasSize(1);
    }

    @Test
    void aLeafIsAppendedInATransactionOnly() {
        assertThatThrownBy(() -> log.leaves.append(TestLog.leaf("alone")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aReferenceIsUsedOnce() {
        log.append("twice");
        assertThatThrownBy(() -> log.append("twice")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aTreeOfManyTilesIsWhatAStrangerReads() throws IOException {
        log.append(700, "first-");
        log.publishAll();
        log.append(1, "one-");
        log.publishAll();
        log.append(65_536 - 702, "many-");
        log.publishAll();
        assertThat(log.checkpoint().size()).isEqualTo(65_536);
        assertThat(log.published()).hasSize(65_536);
        assertThat(log.folder.resolve("tile/1/000")).exists();
        assertThat(log.folder.resolve("tile/2/000.p/1")).exists();
        log.append("next");
        log.publishAll();
        assertThat(log.published()).hasSize(65_537);
    }

    @Test
    void partialTilesGoOnceTheFullOneIsPublished() throws IOException {
        log.append(10, "a");
        log.publishAll();
        assertThat(log.folder.resolve("tile/0/000.p/11")).exists();
        log.append(300, "b");
        log.publishAll();
        assertThat(log.folder.resolve("tile/0/000")).exists();
        assertThat(log.folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(log.folder.resolve("tile/entries/000.p")).doesNotExist();
    }

    @Test
    void whatWasPublishedWithoutAllItsSignaturesIsBroughtToTheCosignerAgain() throws IOException {
        AtomicBoolean owed = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Cosigner cosigner =
                new Cosigner() {
                    @Override
                    public CosignOutcome cosign(SignedNote checkpoint) {
                        asked.incrementAndGet();
                        owed.set(false);
                        return new CosignOutcome.Cosigned(checkpoint);
                    }

                    @Override
                    public boolean owes() {
                        return owed.get();
                    }
                };
        try (Sequencer sequencer = log.sequencer(TestLog.Parts.sound().with(cosigner))) {
            assertThat(sequencer.cycle()).isInstanceOf(Sequencer.Cycle.Published.class);
            assertThat(sequencer.cycle()).isInstanceOf(Sequencer.Cycle.Idle.class);
            owed.set(true);
            assertThat(sequencer.cycle()).isEqualTo(new Sequencer.Cycle.Published(1, 0, false));
            assertThat(sequencer.cycle()).isInstanceOf(Sequencer.Cycle.Idle.class);
            assertThat(asked).hasValue(2);
            assertThat(log.checkpoint().size()).isEqualTo(1);
        }
    }

    @Test
    void aSecondSequencerStandsBy() {
        try (Sequencer first = log.sequencer()) {
            assertThat(log.starter(TestLog.Parts.sound()).start())
                    .isInstanceOf(SequencerStart.Started.Standby.class);
            assertThat(first.cycle()).isInstanceOf(Sequencer.Cycle.Published.class);
        }
    }

    @Test
    void theOriginCannotChangeOnceTheLogHasBegun() {
        log.publishAll();
        SequencerStart other = log.starter(TestLog.Parts.sound().withOrigin("other.test/log"));
        assertThatThrownBy(other::start)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(LogFault.ORIGIN_CHANGED));
    }

    @Test
    void aWithheldCheckpointIsPublishedLaterWithAllThatFollowed() throws IOException {
        log.publishAll();
        log.append("a");
        Cosigner absent = _ -> new Cosigner.CosignOutcome.Withheld("no witness answers");
        try (Sequencer sequencer = log.sequencer(TestLog.Parts.sound().with(absent))) {
            assertThat(sequencer.cycle())
                    .isEqualTo(new Sequencer.Cycle.Withheld(2, "no witness answers"));
            log.append("b");
            assertThat(sequencer.cycle()).isInstanceOf(Sequencer.Cycle.Withheld.class);
        }
        assertThat(log.checkpoint().size()).isEqualTo(1);
        log.publishAll();
        assertThat(log.published()).hasSize(3);
        assertThat(log.integrated).hasSize(3);
    }

    @Test
    void anErasedLeafKeepsItsPlaceAndSaysNothing() throws IOException {
        log.append("personal");
        log.publishAll();
        byte[] entry = log.published().getFirst();
        Boolean erased = log.transactions.execute(_ -> log.leaves.erase("personal"));
        assertThat(erased).isTrue();
        assertThat(log.leaves.find("personal")).contains(new LeafPlace.Erased(0));
        LeafTable.Placed row = new LeafTable(log.jdbc).byIndex(0).orElseThrow();
        assertThat(row.salt()).isNull();
        assertThat(row.content()).isNull();
        log.append("next");
        log.publishAll();
        assertThat(log.published().getFirst()).isEqualTo(entry);
    }

    @Test
    void aDatabaseBehindThePublishedCheckpointHaltsTheLog() {
        log.append(5, "a");
        log.publishAll();
        log.jdbc.sql("delete from log.tree_head").update();
        log.jdbc.sql("truncate log.leaf, log.place").update();
        log.jdbc.sql("update log.identity set published_size = 0").update();
        assertHalts(Halt.Reason.DATABASE_BEHIND);
    }

    @Test
    void anEmptyDatabaseBehindAPublishedCheckpointHaltsTheLog() {
        log.publishAll();
        log.jdbc.sql("delete from log.tree_head").update();
        log.jdbc.sql("truncate log.leaf, log.place").update();
        log.jdbc.sql("delete from log.identity").update();
        assertHalts(Halt.Reason.DATABASE_BEHIND);
    }

    @Test
    void filesBehindTheDatabaseHaltTheLog() throws IOException {
        log.publishAll();
        byte[] old = Files.readAllBytes(log.folder.resolve(Checkpoint.PATH));
        log.append("a");
        log.publishAll();
        Files.write(log.folder.resolve(Checkpoint.PATH), old);
        assertHalts(Halt.Reason.FILES_BEHIND);
    }

    @Test
    void aMissingCheckpointHaltsTheLog() throws IOException {
        log.publishAll();
        Files.delete(log.folder.resolve(Checkpoint.PATH));
        assertHalts(Halt.Reason.FILES_BEHIND);
    }

    @Test
    void aFlippedBitInTheCheckpointHaltsTheLog() throws IOException {
        log.publishAll();
        flip(log.folder.resolve(Checkpoint.PATH), TestLog.ORIGIN.length() + 10);
        assertHalts(Halt.Reason.CHECKPOINT_DAMAGED);
    }

    @Test
    void aFlippedBitInTheLastTileHaltsTheLog() throws IOException {
        log.append(5, "a");
        log.publishAll();
        flip(log.folder.resolve("tile/0/000.p/6"), 40);
        assertHalts(Halt.Reason.TILES_DAMAGED);
    }

    @Test
    void anEntryChangedInTheDatabaseHaltsTheLog() {
        log.append(5, "a");
        log.publishAll();
        log.jdbc
                .sql(
                        """
                        update log.leaf set entry = set_byte(entry, 20, get_byte(entry, 20) # 1)
                        where id = (select id from log.place where leaf_index = 3)
                        """)
                .update();
        assertHalts(Halt.Reason.TILES_DAMAGED);
    }

    @Test
    void anotherRootInTheDatabaseHaltsTheLog() {
        log.publishAll();
        log.jdbc
                .sql("update log.tree_head set root = set_byte(root, 0, get_byte(root, 0) # 1)")
                .update();
        assertHalts(Halt.Reason.ROOT_DIFFERS);
    }

    @Test
    void aMissingKeyHaltsTheLogAndNoOtherIsMade() throws IOException {
        log.publishAll();
        Files.delete(log.keys.file("log-ed25519"));
        assertHalts(Halt.Reason.KEY_MISSING);
        assertThat(log.keys.file("log-ed25519")).doesNotExist();
    }

    @Test
    void anotherKeyHaltsTheLog() throws IOException {
        log.publishAll();
        Files.delete(log.keys.file("log-ed25519"));
        LogKeys.findOrMake(log.keys, TestLog.ORIGIN);
        assertHalts(Halt.Reason.KEY_DIFFERS);
    }

    @Test
    void aWrongSignatureIsNotPublished() throws IOException {
        log.publishAll();
        log.append("a");
        TestLog.Parts lying =
                TestLog.Parts.sound()
                        .withSigning(
                                signer ->
                                        (checkpoint, now) ->
                                                signer.sign(
                                                        new Checkpoint(
                                                                checkpoint.origin(),
                                                                checkpoint.size() + 1,
                                                                checkpoint.root()),
                                                        now));
        try (Sequencer sequencer = log.sequencer(lying)) {
            assertThat(sequencer.cycle())
                    .isInstanceOfSatisfying(
                            Sequencer.Cycle.Stopped.class,
                            stopped ->
                                    assertThat(stopped.halt().reason())
                                            .isEqualTo(Halt.Reason.SIGNATURE_WRONG));
        }
        assertThat(log.checkpoint().size()).isEqualTo(1);
    }

    @Test
    void appendsStillCommitWhileTheLogIsHalted() throws IOException {
        log.publishAll();
        Files.delete(log.folder.resolve(Checkpoint.PATH));
        assertHalts(Halt.Reason.FILES_BEHIND);
        log.append("a");
        assertThat(log.leaves.find("a")).contains(new LeafPlace.Waiting());
    }

    private void assertHalts(Halt.Reason reason) {
        for (int round : List.of(1, 2)) {
            assertThat(log.starter(TestLog.Parts.sound()).start())
                    .as("start %d", round)
                    .isInstanceOfSatisfying(
                            SequencerStart.Started.Halted.class,
                            halted -> assertThat(halted.halt().reason()).isEqualTo(reason));
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}

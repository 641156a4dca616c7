package org.danaya.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FsckTest {

    private static final DataSource DATABASE = TestDatabase.freshSource();

    @TempDir Path home;
    private TestLog log;

    @BeforeEach
    void publish() throws IOException {
        log = new TestLog(home, DATABASE);
        log.append(600, "leaf-");
        log.publishAll();
    }

    @Test
    void aSoundLogIsSound() {
        log.append("waiting");
        assertThat(fsck())
                .isInstanceOfSatisfying(
                        Fsck.Outcome.Sound.class,
                        sound -> {
                            assertThat(sound.size()).isEqualTo(601);
                            assertThat(sound.erased()).isZero();
                        });
    }

    @Test
    void anErasedLeafIsCountedAndSound() {
        log.transactions.executeWithoutResult(_ -> log.leaves.erase("leaf-7"));
        assertThat(fsck())
                .isInstanceOfSatisfying(
                        Fsck.Outcome.Sound.class, sound -> assertThat(sound.erased()).isEqualTo(1));
    }

    @Test
    void aFlippedBitInAnyFileIsFound() throws IOException {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThat(fsck()).as("%s", file).isInstanceOf(Fsck.Outcome.Different.class);
            Files.write(file, bytes);
        }
        assertThat(fsck()).isInstanceOf(Fsck.Outcome.Sound.class);
    }

    @Test
    void aSignatureUnderAnotherNameIsFound() throws IOException {
        Path file = log.folder.resolve(Checkpoint.PATH);
        String note = Files.readString(file);
        int second = note.lastIndexOf("\u2014 " + TestLog.ORIGIN);
        Files.writeString(file, note.substring(0, second + 2) + "f" + note.substring(second + 3));
        assertThat(fsck())
                .isEqualTo(
                        new Fsck.Outcome.Different(
                                Checkpoint.PATH, "one of the log's signatures is missing"));
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(fsck()).as("%s", file).isInstanceOf(Fsck.Outcome.Different.class);
            Files.write(file, bytes);
        }
    }

    @Test
    void whatTheDatabaseKeptMustBeWhatTheLeafCommitsTo() {
        log.jdbc
                .sql(
                        """
                        update log.leaf set content = 'another content'
                        where id = (select id from log.place where leaf_index = 300)
                        """)
                .update();
        assertThat(fsck())
                .isEqualTo(
                        new Fsck.Outcome.Different(
                                "database index 300",
                                "what the database kept isn't what the leaf commits to"));
    }

    @Test
    void anotherEntryInTheDatabaseIsFound() {
        log.jdbc
                .sql(
                        """
                        update log.leaf set entry =
                            (select entry from log.leaf join log.place using (id)
                             where leaf_index = 9)
                        where id = (select id from log.place where leaf_index = 8)
                        """)
                .update();
        assertThat(fsck())
                .isEqualTo(
                        new Fsck.Outcome.Different(
                                "database index 8",
                                "the database has another entry than the file"));
    }

    @Test
    void aLeafThatTheDatabaseLostIsFound() {
        log.jdbc
                .sql(
                        """
                        delete from log.leaf
                        where id = (select id from log.place where leaf_index = 599)
                        """)
                .update();
        assertThat(fsck())
                .isEqualTo(
                        new Fsck.Outcome.Different("database index 599", "there is no such leaf"));
    }

    @Test
    void aLeafThatNeitherHasAPlaceNorWaitsForOneIsFound() {
        log.append(1, "forgotten");
        log.jdbc.sql("truncate log.waiting").update();
        assertThat(fsck())
                .isInstanceOfSatisfying(
                        Fsck.Outcome.Different.class,
                        wrong ->
                                assertThat(wrong.detail())
                                        .isEqualTo("it has no place and waits for none"));
    }

    private Fsck.Outcome fsck() {
        return new Fsck(log.jdbc, log.publicLog(), 2).run(_ -> {});
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(log.folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
    }
}

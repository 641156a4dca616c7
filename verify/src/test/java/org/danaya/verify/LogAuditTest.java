package org.danaya.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogAuditTest {

    @Test
    void aSoundLogOfAnySizeIsSound() {
        for (int size : List.of(0, 1, 255, 256, 257, 600, 1024, 66_000)) {
            ExampleLog log = log(size);

            AuditOutcome outcome = audit(log.files).run(log.policy(0));

            var sound = assertInstanceOf(AuditOutcome.Sound.class, outcome, () -> "" + outcome);
            assertEquals(size, sound.counts().entries());
            assertEquals(log.files.size() - 1, sound.counts().files());
            assertEquals(log.checkpoint(), sound.checkpoint());
        }
    }

    @Test
    void aFlippedBitInAnyFileIsFoundThereOrBelow() {
        Random random = RandomBytes.seeded("LogAuditTest");
        ExampleLog log = log(300);
        log.publish();
        for (int i = 300; i < 700; i++) {
            log.add(TreeBuilderTest.entry(i));
        }
        log.publish();
        assertTrue(log.files.containsKey("tile/0/001.p/44"));
        for (String path : new TreeMap<>(log.files).keySet()) {
            if (path.equals(Checkpoint.PATH)) {
                continue;
            }
            for (int flip = 0; flip < 30; flip++) {
                Map<String, byte[]> files = new HashMap<>(log.files);
                files.computeIfPresent(
                        path,
                        (key, bytes) ->
                                RandomBytes.flipped(bytes, random.nextInt(bytes.length * 8)));

                var different =
                        assertInstanceOf(
                                AuditOutcome.Different.class,
                                audit(files).run(log.checkpoint()),
                                path);

                String expected = path.replace("tile/entries", "tile/0");
                assertTrue(
                        different.path().equals(path) || different.path().equals(expected),
                        () -> path + ": " + different);
            }
        }
    }

    @Test
    void theFirstDifferenceNamesItsFileAndItsEntry() {
        ExampleLog log = log(66_000);
        Map<String, byte[]> files = new HashMap<>(log.files);
        files.computeIfPresent(
                "tile/0/100", (path, hashes) -> RandomBytes.flipped(hashes, 256 * 7));
        files.computeIfPresent("tile/0/200", (path, hashes) -> RandomBytes.flipped(hashes, 0));

        var first =
                assertInstanceOf(AuditOutcome.Different.class, audit(files).run(log.checkpoint()));

        assertEquals(Reason.TILE_DIFFERS, first.reason());
        assertEquals("tile/0/100", first.path());
        assertEquals(100 * 256 + 7, first.entry());
        assertEquals(100 * 256, first.counts().entries());

        Map<String, byte[]> upper = new HashMap<>(log.files);
        upper.computeIfPresent(
                "tile/1/000", (path, hashes) -> RandomBytes.flipped(hashes, 256 * 9));
        first = assertInstanceOf(AuditOutcome.Different.class, audit(upper).run(log.checkpoint()));
        assertEquals("tile/1/000", first.path());
        assertEquals(9 * 256, first.entry());
    }

    @Test
    void aMissingOrShortFileIsADifference() {
        ExampleLog log = log(600);
        for (String path : new TreeMap<>(log.files).keySet()) {
            if (path.equals(Checkpoint.PATH)) {
                continue;
            }
            Map<String, byte[]> files = new HashMap<>(log.files);
            files.remove(path);
            var missing =
                    assertInstanceOf(
                            AuditOutcome.Different.class, audit(files).run(log.checkpoint()));
            assertEquals(Reason.TILE_MISSING, missing.reason());
            assertEquals(path, missing.path());
            files.put(path, new byte[31]);
            assertInstanceOf(AuditOutcome.Different.class, audit(files).run(log.checkpoint()));
        }
    }

    @Test
    void anotherRootOrAnotherSizeIsADifference() {
        ExampleLog log = log(300);
        Checkpoint right = log.checkpoint();
        var other = new Checkpoint(right.origin(), right.size(), TreeHash.empty());

        var different = assertInstanceOf(AuditOutcome.Different.class, audit(log.files).run(other));

        assertEquals(Reason.ROOT_DIFFERS, different.reason());
        assertEquals(Checkpoint.PATH, different.path());
    }

    @Test
    void filesOfALargerTreeAreCountedButNotBlamed() {
        ExampleLog log = log(300);
        Checkpoint before = log.checkpoint();
        log.add(new byte[9]);
        log.publish();

        var sound = assertInstanceOf(AuditOutcome.Sound.class, audit(log.files).run(before));

        assertEquals(2, sound.counts().beyond());
    }

    @Test
    void aDeletedPartialTileIsReadFromTheFullOne() {
        ExampleLog log = log(300);
        Checkpoint before = log.checkpoint();
        for (int i = 300; i < 512; i++) {
            log.add(TreeBuilderTest.entry(i));
        }
        Map<String, byte[]> files = new HashMap<>(log.files);
        files.keySet().removeIf(path -> path.contains(".p/44"));

        assertInstanceOf(AuditOutcome.Sound.class, audit(files).run(before));
        files.computeIfPresent("tile/0/001", (path, hashes) -> RandomBytes.flipped(hashes, 3));
        assertInstanceOf(AuditOutcome.Different.class, audit(files).run(before));
    }

    @Test
    void aWrongOrUnknownCheckpointIsNotSound() {
        ExampleLog log = log(3);
        Policy policy = log.policy(0);

        assertReason(Reason.SIGNATURE_UNKNOWN, audit(log.files).run(log(0).policy(0)));
        log.files.computeIfPresent(Checkpoint.PATH, (path, note) -> RandomBytes.flipped(note, 130));
        assertInstanceOf(AuditOutcome.Different.class, audit(log.files).run(policy));
        log.files.remove(Checkpoint.PATH);
        assertReason(Reason.TILE_MISSING, audit(log.files).run(policy));
    }

    private static void assertReason(Reason reason, AuditOutcome outcome) {
        assertEquals(reason, assertInstanceOf(AuditOutcome.Different.class, outcome).reason());
    }

    @Test
    void aSourceThatFailsIsNotADifference() {
        ExampleLog log = log(600);
        TileSource broken =
                path -> {
                    if (path.equals("tile/0/001")) {
                        throw new IOException("the disk is gone");
                    }
                    return log.source().read(path);
                };

        var outcome =
                assertInstanceOf(
                        AuditOutcome.Unverifiable.class,
                        new LogAudit(broken, EntryFormat.BUNDLES, 2).run(log.checkpoint()));

        assertEquals("tile/0/001", outcome.path());
    }

    @Test
    void aLogInAFolderIsReadAndNothingOutsideOfIt(@TempDir Path folder) throws IOException {
        ExampleLog log = log(300);
        for (int i = 300; i < 600; i++) {
            log.add(TreeBuilderTest.entry(i));
        }
        log.publish();
        for (Map.Entry<String, byte[]> file : log.files.entrySet()) {
            Path path = folder.resolve("log").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.write(folder.resolve("secret"), new byte[1]);
        TileSource source = TileSource.directory(folder.resolve("log"));

        var outcome = new LogAudit(source, EntryFormat.BUNDLES, 2).run(log.policy(0));

        var sound = assertInstanceOf(AuditOutcome.Sound.class, outcome, () -> "" + outcome);
        assertEquals(log.files.size() - 1, sound.counts().files());
        assertTrue(source.read("tile").isEmpty());
        org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> source.read("../secret"));
    }

    private static ExampleLog log(int size) {
        ExampleLog log = new ExampleLog(0);
        for (int i = 0; i < size; i++) {
            log.add(TreeBuilderTest.entry(i));
        }
        log.publish();
        return log;
    }

    private static LogAudit audit(Map<String, byte[]> files) {
        return new LogAudit(ExampleLog.source(files), EntryFormat.BUNDLES, 2);
    }
}

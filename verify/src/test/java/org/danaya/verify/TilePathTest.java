package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void indexesAreWrittenInGroupsOfThree() {
        assertEquals("tile/0/x001/x234/067", new TilePath.Hashes(0, 1234067, TilePath.FULL).path());
        assertEquals("tile/entries/000.p/1", new TilePath.Entries(0, 1).path());
        assertEquals("tile/63/x001/000.p/255", new TilePath.Hashes(63, 1000, 255).path());
        assertEquals("tile/data/999", new TilePath.Data(999, 256).path());
        assertEquals(
                "tile/0/x009/x223/x372/x036/x854/x775/807",
                new TilePath.Hashes(0, Long.MAX_VALUE, 256).path());
    }

    @Test
    void everyPathIsReadAsItWasWritten() {
        Random random = RandomBytes.seeded("TilePathTest");
        for (int i = 0; i < 20_000; i++) {
            long index = random.nextLong() >>> (1 + random.nextInt(62));
            int width = 1 + random.nextInt(256);
            TilePath path =
                    switch (random.nextInt(3)) {
                        case 0 -> new TilePath.Hashes(random.nextInt(64), index, width);
                        case 1 -> new TilePath.Entries(index, width);
                        default -> new TilePath.Data(index, width);
                    };
            assertEquals(path, TilePath.parse(path.path()).orThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkpoint",
                "/tile/0/000",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/x001",
                "tile/0/x001/x000",
                "tile/0/001/000",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p/1/",
                "tile/0/000/",
                "tile/0/../000",
                "tile/names/000",
                "tile/0/٠٠٠",
                "tile/0/000\n"
            })
    void aPathOfAnotherSpellingIsRefused(String path) {
        assertReason(Reason.TILE_PATH, TilePath.parse(path));
    }

    @Test
    void anIndexBeyondTheLargestIsRefused() {
        assertReason(
                Reason.NUMBER_TOO_LARGE,
                TilePath.parse("tile/0/x009/x223/x372/x036/x854/x775/808"));
        assertReason(Reason.TILE_PATH, TilePath.parse("tile/0/" + "x001/".repeat(5000) + "000"));
    }

    @Test
    void aBundleIsReadAsItWasWritten() {
        Random random = RandomBytes.seeded("TilePathTest");
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            entries.add(RandomBytes.of(random, random.nextInt(600)));
        }
        entries.set(3, new byte[EntryBundle.MAX_ENTRY_BYTES]);

        EntryBundle read = EntryBundle.parse(EntryBundle.of(entries).toBytes(), 256).orThrow();

        for (int i = 0; i < 256; i++) {
            assertArrayEquals(entries.get(i), read.entry(i));
        }
    }

    @Test
    void aBundleWithAnotherCountOrAnotherEndIsRefused() {
        byte[] bundle = {0, 1, 'a', 0, 0, 0, 2, 'b', 'c'};

        assertEquals(3, EntryBundle.parse(bundle, 3).orThrow().width());
        assertReason(Reason.BUNDLE_COUNT, EntryBundle.parse(bundle, 2));
        assertReason(Reason.BUNDLE_COUNT, EntryBundle.parse(bundle, 4));
        assertReason(Reason.TRUNCATED, EntryBundle.parse(java.util.Arrays.copyOf(bundle, 8), 3));
        assertReason(
                Reason.BUNDLE_COUNT, EntryBundle.parse(java.util.Arrays.copyOf(bundle, 10), 3));
        assertReason(Reason.BUNDLE_COUNT, EntryBundle.parse(new byte[0], 1));
    }

    @Test
    void anyBytesAreABundleOrRefused() {
        Random random = RandomBytes.seeded("TilePathTest");
        byte[] bundle = {0, 1, 'a', 0, 0, 0, 2, 'b', 'c'};
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = RandomBytes.mutated(bundle, random);
            int width = 1 + random.nextInt(5);
            if (EntryBundle.parse(mutated, width) instanceof Parsed.Ok<EntryBundle>(var read)) {
                assertArrayEquals(mutated, read.toBytes());
            }
        }
    }
}

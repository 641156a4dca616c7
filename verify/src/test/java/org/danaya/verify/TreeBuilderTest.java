package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeBuilderTest {

    /** The eight leaves and roots of the reference implementation of RFC 6962. */
    static final List<byte[]> LEAVES =
            List.of(
                    hex(""),
                    hex("00"),
                    hex("10"),
                    hex("2021"),
                    hex("3031"),
                    hex("40414243"),
                    hex("5051525354555657"),
                    hex("606162636465666768696a6b6c6d6e6f"));

    static final List<String> ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootsOfTheEightKnownLeavesAreMade() {
        TreeBuilder builder = TreeBuilder.empty();
        assertEquals(ROOTS.getFirst(), hex(builder.root()));
        for (int i = 0; i < LEAVES.size(); i++) {
            builder.add(LEAVES.get(i));
            assertEquals(ROOTS.get(i + 1), hex(builder.root()));
            assertEquals(i + 1, builder.size());
        }
    }

    @Test
    void everyRootIsThatOfTheDefinition() {
        List<TreeHash> leaves = new ArrayList<>();
        TreeBuilder builder = TreeBuilder.empty();
        for (int size = 0; size <= 1100; size++) {
            if (size <= 300 || size % 37 == 0) {
                assertEquals(definition(leaves), builder.root(), "size " + size);
            }
            byte[] entry = ("entry " + size).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            leaves.add(TreeHash.leaf(entry));
            builder.add(entry);
        }
    }

    @Test
    void theTilesAreThoseOfTheSpecificationsExample() {
        Map<String, byte[]> tiles = new TreeMap<>();
        TreeBuilder builder = build(70_000, tiles);

        builder.partialTiles((tile, hashes) -> tiles.put(tile.path(), hashes));

        // "273 full level 0 tiles, one partial level 0 tile of width 112, one full level 1 tile,
        // one partial level 1 tile of width 17, and one partial level 2 tile of width 1"
        assertEquals(273 + 1 + 1 + 1 + 1, tiles.size());
        assertEquals(112 * 32, bytes(tiles, "tile/0/273.p/112").length);
        assertEquals(256 * 32, bytes(tiles, "tile/0/272").length);
        assertEquals(256 * 32, bytes(tiles, "tile/1/000").length);
        assertEquals(17 * 32, bytes(tiles, "tile/1/001.p/17").length);
        assertEquals(32, bytes(tiles, "tile/2/000.p/1").length);
    }

    @Test
    void aTreeOfOneFullTileHasNoPartialTileAtLevelZero() {
        Map<String, byte[]> tiles = new TreeMap<>();
        TreeBuilder builder = build(256, tiles);

        builder.partialTiles((tile, hashes) -> tiles.put(tile.path(), hashes));

        assertEquals(List.of("tile/0/000", "tile/1/000.p/1"), List.copyOf(tiles.keySet()));
        assertArrayEquals(builder.root().toBytes(), bytes(tiles, "tile/1/000.p/1"));
    }

    @Test
    void aResumedTreeGrowsAsIfItHadNeverStopped() {
        Random random = RandomBytes.seeded("TreeBuilderTest");
        for (int round = 0; round < 20; round++) {
            int size = random.nextInt(140_000);
            Map<String, byte[]> tiles = new HashMap<>();
            TreeBuilder first = build(size, tiles);
            first.partialTiles((tile, hashes) -> tiles.put(tile.path(), hashes));
            Map<String, byte[]> later = new HashMap<>();

            TreeBuilder resumed =
                    valid(
                            TreeBuilder.resume(
                                    size,
                                    path -> Optional.ofNullable(tiles.get(path)),
                                    (tile, hashes) -> later.put(tile.path(), hashes)));

            assertEquals(first.root(), resumed.root());
            Map<String, byte[]> expected = new HashMap<>();
            TreeBuilder copy = first.copy((tile, hashes) -> expected.put(tile.path(), hashes));
            for (int i = 0; i < 600; i++) {
                resumed.add(entry(size + i));
                copy.add(entry(size + i));
            }
            assertEquals(copy.root(), resumed.root());
            assertEquals(expected.keySet(), later.keySet());
            expected.forEach((path, hashes) -> assertArrayEquals(hashes, later.get(path)));
            assertEquals(size, first.size());
        }
    }

    @Test
    void aMissingOrShortTileStopsTheResumption() {
        assertReason(
                Reason.TILE_MISSING,
                TreeBuilder.resume(5, path -> Optional.empty(), (tile, hashes) -> {}));
        assertReason(
                Reason.TILE_LENGTH,
                TreeBuilder.resume(5, path -> Optional.of(new byte[33]), (tile, hashes) -> {}));
    }

    static TreeBuilder build(int size, Map<String, byte[]> tiles) {
        TreeBuilder builder = TreeBuilder.empty((tile, hashes) -> tiles.put(tile.path(), hashes));
        for (int i = 0; i < size; i++) {
            builder.add(entry(i));
        }
        return builder;
    }

    static byte[] entry(int i) {
        return new byte[] {(byte) (i >> 24), (byte) (i >> 16), (byte) (i >> 8), (byte) i};
    }

    /** MTH of RFC 9162 §2.1.1, word for word. */
    static TreeHash definition(List<TreeHash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(
                definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }

    private static byte[] bytes(Map<String, byte[]> tiles, String path) {
        return Optional.ofNullable(tiles.get(path)).orElseThrow();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(TreeHash hash) {
        return HexFormat.of().formatHex(hash.toBytes());
    }
}

package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeProofTest {

    private static final int MOST = 300;

    private static final String N01 =
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String L0 =
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private static final String L1 =
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String N23 =
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String N4567 =
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String L4 =
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String N67 =
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String N0123 =
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private static final String N45 =
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

    /** The proofs that come with the reference implementation of RFC 6962. */
    @Test
    void theKnownProofsAreMadeAndVerify() {
        assertInclusion(0, 1, List.of());
        assertInclusion(0, 8, List.of(L1, N23, N4567));
        assertInclusion(5, 8, List.of(L4, N67, N0123));
        assertInclusion(2, 3, List.of(N01));
        assertInclusion(1, 5, List.of(L0, N23, L4));
        assertConsistency(1, 1, List.of());
        assertConsistency(1, 8, List.of(L1, N23, N4567));
        assertConsistency(6, 8, List.of(N45, N67, N0123));
        assertConsistency(2, 5, List.of(N23, L4));
    }

    private static void assertInclusion(int index, int size, List<String> path) {
        InclusionProof proof = valid(known(size).inclusion(index));
        assertEquals(path, proof.path().stream().map(TreeProofTest::hex).toList());
        TreeHash leaf = TreeHash.leaf(TreeBuilderTest.LEAVES.get(index));
        valid(proof.verify(leaf, knownRoot(size)));
    }

    private static void assertConsistency(int from, int to, List<String> path) {
        ConsistencyProof proof = valid(known(to).consistency(from));
        assertEquals(path, proof.path().stream().map(TreeProofTest::hex).toList());
        valid(proof.verify(knownRoot(from), knownRoot(to)));
    }

    @Test
    void everyProofUpToThreeHundredLeavesVerifiesAndIsThatOfTheDefinition() {
        List<TreeHash> leaves = leaves(MOST);
        HashReader hashes = memory(leaves);
        List<TreeHash> roots = new ArrayList<>();
        for (int size = 0; size <= MOST; size++) {
            roots.add(TreeBuilderTest.definition(leaves.subList(0, size)));
        }
        for (int size = 0; size <= MOST; size++) {
            TreeProver prover = new TreeProver(size, hashes);
            assertEquals(roots.get(size), valid(prover.root()));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = valid(prover.inclusion(index));
                if (size % 41 == 0) {
                    assertEquals(path(index, leaves.subList(0, size)), proof.path());
                }
                valid(proof.verify(leaves.get(index), roots.get(size)));
                valid(valid(prover.consistency(index)).verify(roots.get(index), roots.get(size)));
            }
            valid(valid(prover.consistency(size)).verify(roots.get(size), roots.get(size)));
        }
    }

    @Test
    void proofsFromTilesAreThoseFromMemory() {
        Random random = RandomBytes.seeded("TreeProofTest");
        Map<String, byte[]> tiles = new HashMap<>();
        int size = 66_000 + random.nextInt(2_000);
        TreeBuilder builder = TreeBuilderTest.build(size, tiles);
        builder.partialTiles((tile, hashes) -> tiles.put(tile.path(), hashes));
        TreeProver prover = TreeProver.of(size, path -> Optional.ofNullable(tiles.get(path)));

        assertEquals(builder.root(), valid(prover.root()));
        for (int i = 0; i < 300; i++) {
            int index = random.nextInt(size);
            TreeHash leaf = TreeHash.leaf(TreeBuilderTest.entry(index));
            valid(valid(prover.inclusion(index)).verify(leaf, builder.root()));
            valid(
                    valid(prover.consistency(index))
                            .verify(valid(prover.root(index)), builder.root()));
        }
        tiles.remove("tile/0/007");
        assertReason(
                Reason.TILE_MISSING,
                TreeProver.of(size, path -> Optional.ofNullable(tiles.get(path)))
                        .inclusion(7 * 256));
    }

    @Test
    void everyFlippedBitOfAProofIsFound() {
        List<TreeHash> leaves = leaves(7);
        TreeProver prover = new TreeProver(7, memory(leaves));
        InclusionProof inclusion = valid(prover.inclusion(4));
        TreeHash root = valid(prover.root());
        ConsistencyProof consistency = valid(prover.consistency(3));
        TreeHash oldRoot = valid(prover.root(3));
        for (int bit = 0; bit < 256; bit++) {
            assertReason(Reason.ROOT_DIFFERS, inclusion.verify(flipped(leaves.get(4), bit), root));
            assertReason(Reason.ROOT_DIFFERS, inclusion.verify(leaves.get(4), flipped(root, bit)));
            assertReason(Reason.ROOT_DIFFERS, consistency.verify(flipped(oldRoot, bit), root));
            assertReason(Reason.ROOT_DIFFERS, consistency.verify(oldRoot, flipped(root, bit)));
            for (List<TreeHash> path : flippedPaths(inclusion.path(), bit)) {
                assertReason(
                        Reason.ROOT_DIFFERS,
                        new InclusionProof(4, 7, path).verify(leaves.get(4), root));
            }
            for (List<TreeHash> path : flippedPaths(consistency.path(), bit)) {
                assertReason(
                        Reason.ROOT_DIFFERS,
                        new ConsistencyProof(3, 7, path).verify(oldRoot, root));
            }
        }
    }

    /** The size is the checkpoint's, so only what the verifier does not know is changed. */
    @Test
    void anotherIndexAnotherLengthOrAnotherOrderIsFound() {
        List<TreeHash> leaves = leaves(40);
        for (int size = 1; size <= 40; size++) {
            TreeProver prover = new TreeProver(size, memory(leaves));
            TreeHash root = valid(prover.root());
            for (int index = 0; index < size; index++) {
                List<TreeHash> path = valid(prover.inclusion(index)).path();
                TreeHash leaf = leaves.get(index);
                for (int other = 0; other <= size; other++) {
                    if (other != index) {
                        assertInvalid(new InclusionProof(other, size, path).verify(leaf, root));
                    }
                }
                for (List<TreeHash> wrong : otherLengths(path)) {
                    assertInvalid(new InclusionProof(index, size, wrong).verify(leaf, root));
                }
            }
            for (int from = 0; from <= size; from++) {
                List<TreeHash> path = valid(prover.consistency(from)).path();
                TreeHash oldRoot = valid(prover.root(from));
                for (List<TreeHash> wrong : otherLengths(path)) {
                    assertInvalid(new ConsistencyProof(from, size, wrong).verify(oldRoot, root));
                }
            }
        }
    }

    @Test
    void theEdgesOfConsistencyHaveTheirReasons() {
        TreeHash a = TreeHash.leaf(new byte[] {1});
        TreeHash b = TreeHash.leaf(new byte[] {2});
        TreeHash none = TreeHash.empty();
        assertReason(Reason.SIZE_SHRANK, new ConsistencyProof(2, 1, List.of()).verify(a, b));
        assertReason(Reason.SPLIT_VIEW, new ConsistencyProof(2, 2, List.of()).verify(a, b));
        assertReason(Reason.PROOF_LENGTH, new ConsistencyProof(1, 2, List.of()).verify(a, b));
        assertReason(Reason.PROOF_LENGTH, new ConsistencyProof(2, 2, List.of(a)).verify(a, a));
        assertReason(Reason.PROOF_LENGTH, new ConsistencyProof(0, 2, List.of(a)).verify(none, a));
        assertReason(Reason.EMPTY_TREE_ROOT, new ConsistencyProof(0, 2, List.of()).verify(b, a));
        assertReason(Reason.EMPTY_TREE_ROOT, new ConsistencyProof(0, 0, List.of()).verify(none, a));
        valid(new ConsistencyProof(0, 2, List.of()).verify(none, a));
        valid(new ConsistencyProof(0, 0, List.of()).verify(none, none));
        assertReason(
                Reason.INDEX_OUTSIDE_TREE, new InclusionProof(0, 0, List.of()).verify(a, none));
        assertReason(Reason.SIZE_SHRANK, new TreeProver(1, memory(List.of(a))).consistency(2));
        assertReason(Reason.INDEX_OUTSIDE_TREE, new TreeProver(1, memory(List.of(a))).inclusion(1));
    }

    @Test
    void theLargestTreesDoNotOverflow() {
        List<TreeHash> path = java.util.Collections.nCopies(63, TreeHash.empty());
        long size = Long.MAX_VALUE;

        assertReason(
                Reason.ROOT_DIFFERS,
                new InclusionProof(0, size, path).verify(TreeHash.empty(), TreeHash.empty()));
        assertReason(
                Reason.PROOF_LENGTH,
                new InclusionProof(0, size, path.subList(1, 63))
                        .verify(TreeHash.empty(), TreeHash.empty()));
        assertReason(
                Reason.ROOT_DIFFERS,
                new ConsistencyProof(1, size, path).verify(TreeHash.empty(), TreeHash.empty()));
    }

    private static void assertInvalid(Verdict<?> verdict) {
        assertInstanceOf(Verdict.Invalid.class, verdict);
    }

    private static List<List<TreeHash>> otherLengths(List<TreeHash> path) {
        List<List<TreeHash>> others = new ArrayList<>();
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(TreeHash.empty());
        others.add(longer);
        if (!path.isEmpty()) {
            others.add(path.subList(1, path.size()));
            others.add(path.subList(0, path.size() - 1));
        }
        if (path.size() > 1) {
            others.add(path.reversed());
        }
        return others;
    }

    private static List<List<TreeHash>> flippedPaths(List<TreeHash> path, int bit) {
        List<List<TreeHash>> paths = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<TreeHash> other = new ArrayList<>(path);
            other.set(i, flipped(path.get(i), bit));
            paths.add(other);
        }
        return paths;
    }

    private static TreeHash flipped(TreeHash hash, int bit) {
        return TreeHash.of(RandomBytes.flipped(hash.toBytes(), bit));
    }

    /** PATH of RFC 9162 §2.1.3.1, word for word. */
    private static List<TreeHash> path(int m, List<TreeHash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<TreeHash> left = leaves.subList(0, k);
        List<TreeHash> right = leaves.subList(k, leaves.size());
        List<TreeHash> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
        path.add(TreeBuilderTest.definition(m < k ? right : left));
        return path;
    }

    private static List<TreeHash> leaves(int count) {
        List<TreeHash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(TreeHash.leaf(TreeBuilderTest.entry(i)));
        }
        return leaves;
    }

    private static HashReader memory(List<TreeHash> leaves) {
        Map<List<Long>, TreeHash> known = new HashMap<>();
        return (height, index) ->
                Verdict.valid(
                        known.computeIfAbsent(
                                List.of((long) height, index),
                                key -> {
                                    int from = (int) (index << height);
                                    return TreeBuilderTest.definition(
                                            leaves.subList(from, from + (1 << height)));
                                }));
    }

    private static TreeProver known(int size) {
        return new TreeProver(
                size, memory(TreeBuilderTest.LEAVES.stream().map(TreeHash::leaf).toList()));
    }

    private static TreeHash knownRoot(int size) {
        return TreeHash.of(HexFormat.of().parseHex(TreeBuilderTest.ROOTS.get(size)));
    }

    private static String hex(TreeHash hash) {
        return HexFormat.of().formatHex(hash.toBytes());
    }
}

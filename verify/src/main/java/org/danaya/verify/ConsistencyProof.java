package org.danaya.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * The hashes that show that a tree only grew (RFC 9162 §2.1.4).
 *
 * @param oldSize leaves before
 * @param newSize leaves after
 * @param path as RFC 9162 §2.1.4.1 orders it; empty for equal sizes and from the empty tree
 */
public record ConsistencyProof(long oldSize, long newSize, List<TreeHash> path) {

    /** What tlog-witness allows in a request. */
    public static final int MAX_HASHES = 63;

    public ConsistencyProof {
        path = List.copyOf(path);
        if (oldSize < 0 || newSize < 0) {
            throw new IllegalArgumentException("Sizes are not negative");
        }
    }

    /**
     * Checks that the first {@code oldSize} leaves are the same in both trees (RFC 9162 §2.1.4.2).
     *
     * <p>The RFC leaves out the empty tree: it is consistent with any tree, and its proof is empty
     * (tlog-witness, "add-checkpoint").
     */
    public Verdict<ConsistencyProof> verify(TreeHash oldRoot, TreeHash newRoot) {
        if (oldSize > newSize) {
            return Verdict.invalid(Reason.SIZE_SHRANK, "from " + oldSize + " leaves to " + newSize);
        }
        if ((oldSize == 0 && !oldRoot.equals(TreeHash.empty()))
                || (newSize == 0 && !newRoot.equals(TreeHash.empty()))) {
            return Verdict.invalid(Reason.EMPTY_TREE_ROOT, "a tree without leaves has one root");
        }
        if (oldSize == 0 || oldSize == newSize) {
            if (!path.isEmpty()) {
                return Verdict.invalid(Reason.PROOF_LENGTH, "there is nothing to prove");
            }
            return oldSize == newSize && !oldRoot.equals(newRoot)
                    ? Verdict.invalid(Reason.SPLIT_VIEW, "the same size with different roots")
                    : Verdict.valid(this);
        }
        if (path.isEmpty()) {
            return Verdict.invalid(Reason.PROOF_LENGTH, "no hash");
        }
        return walk(oldRoot, newRoot);
    }

    private Verdict<ConsistencyProof> walk(TreeHash oldRoot, TreeHash newRoot) {
        List<TreeHash> hashes = new ArrayList<>(path);
        if (Long.bitCount(oldSize) == 1) {
            hashes.addFirst(oldRoot);
        }
        int shift = Long.numberOfTrailingZeros(oldSize);
        long fn = (oldSize - 1) >>> shift;
        long sn = (newSize - 1) >>> shift;
        TreeHash fr = hashes.getFirst();
        TreeHash sr = hashes.getFirst();
        for (TreeHash c : hashes.subList(1, hashes.size())) {
            if (sn == 0) {
                return Verdict.invalid(Reason.PROOF_LENGTH, "more hashes than the tree is high");
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = TreeHash.node(c, fr);
                sr = TreeHash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = TreeHash.node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        if (sn != 0) {
            return Verdict.invalid(Reason.PROOF_LENGTH, "fewer hashes than the tree is high");
        }
        if (!fr.equals(oldRoot)) {
            return Verdict.invalid(Reason.ROOT_DIFFERS, "the proof leads to another old root");
        }
        return sr.equals(newRoot)
                ? Verdict.valid(this)
                : Verdict.invalid(Reason.ROOT_DIFFERS, "the proof leads to another new root");
    }
}

package org.danaya.verify;

import java.util.List;

/**
 * The hashes that lead from a leaf to the root (RFC 9162 §2.1.3).
 *
 * @param index the leaf's, from 0
 * @param size of the tree, in leaves
 * @param path from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {

    /** A tree of 2^63 - 1 leaves is 63 levels high. */
    public static final int MAX_HASHES = 63;

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || size < 0) {
            throw new IllegalArgumentException("An index and a size are not negative");
        }
    }

    /** Checks that the leaf is in the tree with this root (RFC 9162 §2.1.3.2). */
    public Verdict<InclusionProof> verify(TreeHash leaf, TreeHash root) {
        if (index >= size) {
            return Verdict.invalid(
                    Reason.INDEX_OUTSIDE_TREE, "index " + index + " in a tree of " + size);
        }
        long fn = index;
        long sn = size - 1;
        TreeHash r = leaf;
        for (TreeHash p : path) {
            if (sn == 0) {
                return Verdict.invalid(Reason.PROOF_LENGTH, "more hashes than the tree is high");
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = TreeHash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = TreeHash.node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        if (sn != 0) {
            return Verdict.invalid(Reason.PROOF_LENGTH, "fewer hashes than the tree is high");
        }
        return r.equals(root)
                ? Verdict.valid(this)
                : Verdict.invalid(Reason.ROOT_DIFFERS, "the proof leads to another root");
    }
}

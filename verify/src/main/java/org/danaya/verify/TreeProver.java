package org.danaya.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes proofs for a tree of one size from its stored hashes. What it makes is as right as those
 * hashes are: check it against the checkpoint's root before it is handed out.
 */
public final class TreeProver {

    /** Leaves from {@code low} to before {@code high}. */
    private record Span(long low, long high) {

        long size() {
            return high - low;
        }

        /** k of RFC 9162 §2.1.1: the largest power of two below the number of leaves. */
        long split() {
            return low + Long.highestOneBit(size() - 1);
        }
    }

    private final long size;
    private final HashReader hashes;

    /**
     * A prover.
     *
     * @throws IllegalArgumentException where the size is negative
     */
    public TreeProver(long size, HashReader hashes) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree of negative size");
        }
        this.size = size;
        this.hashes = hashes;
    }

    /** From a log's tiles. */
    public static TreeProver of(long size, TileSource source) {
        return new TreeProver(size, HashReader.tiles(size, source));
    }

    /** The tree's root (RFC 9162 §2.1.1). */
    public Verdict<TreeHash> root() {
        return root(size);
    }

    /** The root that the tree had when it was smaller. */
    public Verdict<TreeHash> root(long earlierSize) {
        if (earlierSize < 0 || earlierSize > size) {
            return Verdict.invalid(Reason.SIZE_SHRANK, "the tree has " + size + " leaves");
        }
        return earlierSize == 0 ? Verdict.valid(TreeHash.empty()) : hash(new Span(0, earlierSize));
    }

    /** PATH of RFC 9162 §2.1.3.1. */
    public Verdict<InclusionProof> inclusion(long index) {
        if (index < 0 || index >= size) {
            return Verdict.invalid(
                    Reason.INDEX_OUTSIDE_TREE, "index " + index + " in a tree of " + size);
        }
        List<Span> path = new ArrayList<>();
        Span at = new Span(0, size);
        while (at.size() > 1) {
            Span left = new Span(at.low, at.split());
            Span right = new Span(at.split(), at.high);
            boolean goesLeft = index < at.split();
            path.addFirst(goesLeft ? right : left);
            at = goesLeft ? left : right;
        }
        return hashes(path).then(found -> Verdict.valid(new InclusionProof(index, size, found)));
    }

    /**
     * PROOF of RFC 9162 §2.1.4.1, from an earlier size to this one. From the empty tree and from
     * the same size it is empty.
     */
    public Verdict<ConsistencyProof> consistency(long earlierSize) {
        if (earlierSize < 0 || earlierSize > size) {
            return Verdict.invalid(Reason.SIZE_SHRANK, "the tree has " + size + " leaves");
        }
        List<Span> path = new ArrayList<>();
        if (earlierSize != 0 && earlierSize != size) {
            subproof(earlierSize, path);
        }
        return hashes(path)
                .then(found -> Verdict.valid(new ConsistencyProof(earlierSize, size, found)));
    }

    private void subproof(long earlierSize, List<Span> path) {
        Span at = new Span(0, size);
        while (at.high != earlierSize) {
            Span left = new Span(at.low, at.split());
            Span right = new Span(at.split(), at.high);
            boolean goesLeft = earlierSize <= at.split();
            path.addFirst(goesLeft ? right : left);
            at = goesLeft ? left : right;
        }
        // The verifier has this one already where it is the whole earlier tree.
        if (at.low != 0) {
            path.addFirst(at);
        }
    }

    private Verdict<List<TreeHash>> hashes(List<Span> spans) {
        List<TreeHash> found = new ArrayList<>(spans.size());
        for (Span span : spans) {
            switch (hash(span)) {
                case Verdict.Valid<TreeHash>(TreeHash hash) -> found.add(hash);
                case Verdict.Invalid<TreeHash>(Reason reason, String detail) -> {
                    return Verdict.invalid(reason, detail);
                }
                case Verdict.Unverifiable<TreeHash>(Reason reason, String detail) -> {
                    return Verdict.unverifiable(reason, detail);
                }
            }
        }
        return Verdict.valid(List.copyOf(found));
    }

    /** A span that begins where RFC 9162 splits is a row of ever smaller perfect subtrees. */
    private Verdict<TreeHash> hash(Span span) {
        long left = Long.highestOneBit(span.size());
        int height = Long.numberOfTrailingZeros(left);
        Verdict<TreeHash> perfect = hashes.read(height, span.low >>> height);
        if (left == span.size()) {
            return perfect;
        }
        return perfect.then(
                first ->
                        hash(new Span(span.low + left, span.high))
                                .then(rest -> Verdict.valid(TreeHash.node(first, rest))));
    }
}

package org.danaya.verify;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes every hash of a log again from its entries and compares every file with it: entry bundles,
 * tiles of every level, partial tiles of this and of smaller trees, and the root. It never holds
 * more than a few tiles in memory. Of a pruned log (tlog-tiles, "Pruning") it says that entries are
 * missing.
 */
public final class LogAudit {

    /** Level 0 tiles that each thread may have ready before they are needed. */
    private static final int AHEAD = 16;

    private final TileSource source;
    private final EntryFormat format;
    private final int threads;

    /**
     * An audit.
     *
     * @param threads that hash entries at the same time, at least 1; the source is read by all
     */
    public LogAudit(TileSource source, EntryFormat format, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread");
        }
        this.source = source;
        this.format = format;
        this.threads = threads;
    }

    /** Checks the log's latest checkpoint against a policy, then all files against it. */
    public AuditOutcome run(Policy policy) {
        var none = new AuditOutcome.Counts(0, 0, 0);
        Optional<byte[]> file;
        try {
            file = source.read(Checkpoint.PATH);
        } catch (IOException e) {
            return new AuditOutcome.Unverifiable(
                    Reason.SOURCE_UNREADABLE,
                    Checkpoint.PATH,
                    String.valueOf(e.getMessage()),
                    none);
        }
        if (file.isEmpty()) {
            return new AuditOutcome.Different(Reason.TILE_MISSING, Checkpoint.PATH, -1, "", none);
        }
        return switch (SignedNote.parse(file.get()).check(policy::check)) {
            case Verdict.Valid<WitnessedCheckpoint>(WitnessedCheckpoint witnessed) ->
                    run(witnessed.checkpoint());
            case Verdict.Invalid<WitnessedCheckpoint>(Reason reason, String detail) ->
                    new AuditOutcome.Different(reason, Checkpoint.PATH, -1, detail, none);
            case Verdict.Unverifiable<WitnessedCheckpoint>(Reason reason, String detail) ->
                    new AuditOutcome.Unverifiable(reason, Checkpoint.PATH, detail, none);
        };
    }

    /** Checks all files against a checkpoint that the caller trusts already. */
    public AuditOutcome run(Checkpoint checkpoint) {
        return new Run(checkpoint).run();
    }

    /** What one thread found out about one level 0 tile. */
    private static final class Hashed {

        private final int width;
        private final TileCheck check;
        private final TileCheck.Leaves leaves;
        private final byte[] root = new byte[TreeHash.BYTES];

        private Hashed(int width, TileCheck check, TileCheck.Leaves leaves) {
            this.width = width;
            this.check = check;
            this.leaves = leaves;
            if (leaves.difference == null && width == TilePath.FULL) {
                new TreeHasher().perfect(leaves.hashes, 0, width, root, 0);
            }
        }
    }

    private Hashed hash(long index, int width) {
        TileCheck check = new TileCheck(source);
        return new Hashed(width, check, check.leaves(format, index, width));
    }

    private final class Run {

        private final Checkpoint checkpoint;
        private final TileCheck upper = new TileCheck(source);
        private final TreeBuilder builder;
        private AuditOutcome.Counts counts = new AuditOutcome.Counts(0, 0, 0);
        private TileCheck.@Nullable Difference difference;

        Run(Checkpoint checkpoint) {
            this.checkpoint = checkpoint;
            this.builder = TreeBuilder.empty(this::compare);
        }

        AuditOutcome run() {
            long size = checkpoint.size();
            Deque<Future<Hashed>> ahead = new ArrayDeque<>();
            ExecutorService hashers = Executors.newFixedThreadPool(threads);
            try {
                long next = 0;
                while (difference == null && (next < size || !ahead.isEmpty())) {
                    while (next < size && ahead.size() < threads * AHEAD) {
                        long index = next / TilePath.FULL;
                        int width = (int) Math.min(TilePath.FULL, size - next);
                        ahead.add(hashers.submit(() -> hash(index, width)));
                        next += width;
                    }
                    take(ahead.remove().get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return unverifiable("interrupted");
            } catch (ExecutionException e) {
                return unverifiable(String.valueOf(e.getCause()));
            } finally {
                hashers.shutdownNow();
            }
            if (difference == null) {
                builder.partialTiles(this::compare);
            }
            counts = counts.plus(0, upper.files(), upper.beyond());
            return outcome();
        }

        private void take(Hashed tile) {
            difference = tile.leaves.difference;
            boolean same = difference == null;
            int hashedAgain = same && format != EntryFormat.NONE ? tile.width : 0;
            counts = counts.plus(hashedAgain, tile.check.files(), tile.check.beyond());
            if (same && tile.width == TilePath.FULL) {
                builder.addFullTile(tile.root);
            } else if (same) {
                builder.addHashes(tile.leaves.hashes, tile.width);
            }
        }

        private void compare(TilePath.Hashes tile, byte[] hashes) {
            // Level 0 was compared where it was hashed.
            if (difference == null && tile.level() > 0) {
                difference = upper.hashTile(tile, hashes);
            }
        }

        private AuditOutcome outcome() {
            TileCheck.Difference first = difference;
            if (first != null) {
                return first.unknown()
                        ? new AuditOutcome.Unverifiable(
                                first.reason(), first.path(), first.detail(), counts)
                        : new AuditOutcome.Different(
                                first.reason(),
                                first.path(),
                                first.entry(),
                                first.detail(),
                                counts);
            }
            TreeHash root = builder.root();
            return root.equals(checkpoint.root())
                    ? new AuditOutcome.Sound(checkpoint, counts)
                    : new AuditOutcome.Different(
                            Reason.ROOT_DIFFERS,
                            Checkpoint.PATH,
                            -1,
                            "the entries have the root " + root,
                            counts);
        }

        private AuditOutcome unverifiable(String detail) {
            return new AuditOutcome.Unverifiable(Reason.SOURCE_UNREADABLE, "", detail, counts);
        }
    }
}

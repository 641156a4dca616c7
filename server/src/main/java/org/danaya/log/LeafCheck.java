package org.danaya.log;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Parsed;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;
import org.danaya.verify.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the database's leaves, in the tree's order, with the entries on disk, and the kept salts
 * and contents with the commitments in the entries.
 */
final class LeafCheck {

    /** Leaves that one task reads: 16 bundles. */
    private static final int SPAN = 16 * TilePath.FULL;

    /** Tasks that are ready before they are needed, for each thread. */
    private static final int AHEAD = 2;

    private final LeafTable leaves;
    private final TileSource source;
    private final int threads;

    LeafCheck(JdbcClient jdbc, TileSource source, int threads) {
        this.leaves = new LeafTable(jdbc);
        this.source = source;
        this.threads = threads;
    }

    /** What came of it. */
    sealed interface Found {

        record Same(long erased) implements Found {}

        record Other(String where, String detail) implements Found {}

        record Unknown(String where, String detail) implements Found {}
    }

    Found run(long size, LongConsumer progress) {
        Deque<Future<Found>> ahead = new ArrayDeque<>();
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        try {
            long erased = 0;
            long next = 0;
            long done = 0;
            while (next < size || !ahead.isEmpty()) {
                while (next < size && ahead.size() < threads * AHEAD) {
                    long from = next;
                    long to = Math.min(size, from + SPAN);
                    ahead.add(readers.submit(() -> compare(from, to)));
                    next = to;
                }
                Found found = ahead.remove().get();
                if (!(found instanceof Found.Same(long some))) {
                    return found;
                }
                erased += some;
                done = Math.min(size, done + SPAN);
                progress.accept(done);
            }
            return new Found.Same(erased);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found.Unknown("database", "interrupted");
        } catch (ExecutionException e) {
            return new Found.Unknown("database", String.valueOf(e.getCause()));
        } finally {
            readers.shutdownNow();
        }
    }

    private Found compare(long from, long to) throws IOException {
        List<LeafTable.Kept> rows = leaves.kept(from, to);
        long erased = 0;
        for (long start = from; start < to; start += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, to - start);
            TilePath.Entries path = new TilePath.Entries(start / TilePath.FULL, width);
            List<byte[]> entries = bundle(path);
            for (int i = 0; i < width; i++) {
                long index = start + i;
                int row = (int) (index - from);
                if (row >= rows.size() || rows.get(row).index() != index) {
                    return new Found.Other("database index " + index, "there is no such leaf");
                }
                LeafTable.Kept leaf = rows.get(row);
                String wrong = wrong(leaf, i < entries.size() ? entries.get(i) : new byte[0]);
                if (!wrong.isEmpty()) {
                    return new Found.Other("database index " + index, wrong);
                }
                erased += leaf.salt() == null ? 1 : 0;
            }
        }
        return new Found.Same(erased);
    }

    /** The bundle's entries; none where it isn't readable, which the audit of the files tells. */
    private List<byte[]> bundle(TilePath.Entries path) throws IOException {
        Optional<byte[]> file = source.read(path.path());
        int width = path.width();
        if (file.isEmpty()) {
            file = source.read(path.withWidth(TilePath.FULL).path());
            width = TilePath.FULL;
        }
        return file.isPresent()
                        && EntryBundle.parse(file.get(), width)
                                instanceof Parsed.Ok<EntryBundle>(EntryBundle bundle)
                ? bundle.entries()
                : List.of();
    }

    private static String wrong(LeafTable.Kept leaf, byte[] published) {
        if (!Arrays.equals(leaf.entry(), published)) {
            return "the database has another entry than the file";
        }
        if (!(LeafEntry.parse(leaf.entry()) instanceof Parsed.Ok<LeafEntry>(LeafEntry entry))
                || !entry.kind().equals(leaf.kind())) {
            return "the database has another kind than the entry";
        }
        byte[] salt = leaf.salt();
        byte[] content = leaf.content();
        if (salt == null || content == null) {
            return "";
        }
        return entry.opens(salt, content) instanceof Verdict.Valid<LeafEntry>
                ? ""
                : "what the database kept isn't what the leaf commits to";
    }
}

package org.danaya.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeBuilder;
import org.danaya.verify.TreeHash;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a log from outside: the signature of its checkpoint, that it only grew since the last
 * one seen, that every new entry leads to the signed root, and that the tiles are those of that
 * tree.
 */
final class LogMonitor {

    private final TileSource source;
    private final List<VerifierKey> keys;
    private final String origin;
    private final boolean entries;

    /**
     * @param keys of the log; the first one's name is the origin
     * @param entries whether to fetch entries; otherwise the leaf hashes of the tiles are believed
     */
    LogMonitor(TileSource source, List<VerifierKey> keys, boolean entries) {
        this.source = source;
        this.keys = List.copyOf(keys);
        this.origin = keys.getFirst().name();
        this.entries = entries;
    }

    /** What stands between the reading of a log and a good end. */
    private static final class Found extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient MonitorOutcome outcome;

        Found(MonitorOutcome outcome) {
            super(outcome.code(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** Looks once. */
    MonitorOutcome look(@Nullable SignedNote last) {
        try {
            return compare(last);
        } catch (Found found) {
            return found.outcome;
        } catch (IOException e) {
            return new MonitorOutcome.Unreachable(
                    e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The checkpoint of a note that this log signed; nothing where it didn't. */
    Optional<Checkpoint> own(SignedNote note) {
        return note.verify(keys) instanceof Verdict.Valid<VerifiedNote>(VerifiedNote verified)
                        && verified.checkpoint()
                                instanceof Parsed.Ok<Checkpoint>(Checkpoint checkpoint)
                        && checkpoint.origin().equals(origin)
                ? Optional.of(checkpoint)
                : Optional.empty();
    }

    private MonitorOutcome compare(@Nullable SignedNote last) throws IOException, Found {
        byte[] bytes =
                source.read(Checkpoint.PATH)
                        .orElseThrow(() -> new IOException("there is no checkpoint"));
        SignedNote note = parse(bytes);
        Checkpoint now = own(note).orElseThrow(() -> unsigned(note.toText()));
        Checkpoint before =
                last == null
                        ? new Checkpoint(origin, 0, TreeHash.empty())
                        : Checkpoint.parse(last.text()).orThrow();
        String both = last == null ? note.toText() : last.toText() + "\n=====\n\n" + note.toText();
        if (now.size() == before.size()) {
            if (!now.root().equals(before.root())) {
                throw new Found(
                        new MonitorOutcome.SplitView(
                                "two trees of " + now.size() + " leaves", both));
            }
            return last == null
                    ? new MonitorOutcome.Grown(note, now, 0)
                    : new MonitorOutcome.Unchanged(now);
        }
        if (now.size() < before.size()) {
            throw new Found(
                    new MonitorOutcome.Rollback(
                            "from " + before.size() + " leaves to " + now.size(), both));
        }
        consistent(before, now, both);
        replay(before, now, both);
        return new MonitorOutcome.Grown(note, now, now.size() - before.size());
    }

    private static SignedNote parse(byte[] bytes) throws Found {
        return switch (SignedNote.parse(bytes)) {
            case Parsed.Ok<SignedNote>(SignedNote note) -> note;
            case Parsed.Malformed<SignedNote>(var reason, int line, int _, String detail) ->
                    throw new Found(
                            new MonitorOutcome.Unsound(
                                    "checkpoint, line "
                                            + line
                                            + ": "
                                            + detail
                                            + " ("
                                            + reason.code()
                                            + ")",
                                    new String(bytes, StandardCharsets.UTF_8)));
        };
    }

    private static Found unsigned(String note) {
        return new Found(
                new MonitorOutcome.Unsound("the checkpoint isn't signed by the log's key", note));
    }

    /** From the tiles: first that they are the signed tree's, then that it holds the old one. */
    private void consistent(Checkpoint before, Checkpoint now, String both)
            throws IOException, Found {
        TreeProver prover = TreeProver.of(now.size(), source);
        TreeHash root = need(prover.root(), both);
        if (!root.equals(now.root())) {
            throw new Found(
                    new MonitorOutcome.Unsound(
                            "the tiles make another root than the signed one", both));
        }
        ConsistencyProof proof = need(prover.consistency(before.size()), both);
        if (!(proof.verify(before.root(), now.root()) instanceof Verdict.Valid<ConsistencyProof>)) {
            StringBuilder hashes = new StringBuilder(both).append("\n=====\n\n");
            proof.path().forEach(hash -> hashes.append(hash.base64()).append('\n'));
            throw new Found(
                    new MonitorOutcome.Inconsistent(
                            "the tree of "
                                    + now.size()
                                    + " leaves doesn't contain the one of "
                                    + before.size(),
                            hashes.toString()));
        }
    }

    /** Grows the old tree by the new entries, and compares every tile that comes of it. */
    private void replay(Checkpoint before, Checkpoint now, String both) throws IOException, Found {
        Tiles tiles = new Tiles();
        TreeBuilder tree = need(TreeBuilder.resume(before.size(), source, tiles), both);
        if (!tree.root().equals(before.root())) {
            throw new Found(
                    new MonitorOutcome.Unsound(
                            "the tiles at the old tree's edge have changed", both));
        }
        for (long next = before.size(); next < now.size(); ) {
            long index = next / TilePath.FULL;
            int width = (int) Math.min(TilePath.FULL, now.size() - index * TilePath.FULL);
            int skip = (int) (next - index * TilePath.FULL);
            if (entries) {
                bundle(index, width, both).subList(skip, width).forEach(tree::add);
            } else {
                leaves(index, width, both).subList(skip, width).forEach(tree::addHash);
            }
            tiles.compare(both);
            next += width - skip;
        }
        tree.partialTiles(tiles);
        tiles.compare(both);
        if (!tree.root().equals(now.root())) {
            throw new Found(
                    new MonitorOutcome.Unsound(
                            "the entries make another root than the signed one", both));
        }
    }

    private List<byte[]> bundle(long index, int width, String both) throws IOException, Found {
        TilePath.Entries path = new TilePath.Entries(index, width);
        Optional<byte[]> exact = source.read(path.path());
        TilePath found = exact.isPresent() ? path : path.withWidth(TilePath.FULL);
        byte[] bytes = exact.isPresent() ? exact.get() : file(found, both);
        return switch (EntryBundle.parse(bytes, found.width())) {
            case Parsed.Ok<EntryBundle>(EntryBundle bundle) -> bundle.entries();
            case Parsed.Malformed<EntryBundle>(var reason, int _, int _, String detail) ->
                    throw new Found(
                            new MonitorOutcome.Unsound(
                                    found.path() + ": " + reason.code() + " " + detail, both));
        };
    }

    private List<TreeHash> leaves(long index, int width, String both) throws IOException, Found {
        TilePath.Hashes path = new TilePath.Hashes(0, index, width);
        byte[] bytes = source.hashes(path).orElseThrow(() -> missing(path, both));
        if (bytes.length != path.bytes()) {
            throw new Found(new MonitorOutcome.Unsound(path.path() + ": its length", both));
        }
        List<TreeHash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            int at = i * TreeHash.BYTES;
            hashes.add(TreeHash.of(Arrays.copyOfRange(bytes, at, at + TreeHash.BYTES)));
        }
        return hashes;
    }

    private byte[] file(TilePath path, String both) throws IOException, Found {
        return source.read(path.path()).orElseThrow(() -> missing(path, both));
    }

    private static Found missing(TilePath path, String both) {
        return new Found(new MonitorOutcome.Unsound(path.path() + " is missing", both));
    }

    private static <T> T need(Verdict<T> verdict, String both) throws IOException, Found {
        return switch (verdict) {
            case Verdict.Valid<T>(T value) -> value;
            case Verdict.Invalid<T>(var reason, String detail) ->
                    throw new Found(
                            new MonitorOutcome.Unsound(reason.code() + ": " + detail, both));
            case Verdict.Unverifiable<T>(var reason, String detail) ->
                    throw new IOException(reason.code() + ": " + detail);
        };
    }

    /** Takes the tiles that the tree makes, and compares them with the log's. */
    private final class Tiles implements TreeBuilder.TileSink {

        private final Map<TilePath.Hashes, byte[]> made = new LinkedHashMap<>();

        @Override
        public void tile(TilePath.Hashes tile, byte[] hashes) {
            made.put(tile, hashes);
        }

        void compare(String both) throws IOException, Found {
            for (Map.Entry<TilePath.Hashes, byte[]> tile : made.entrySet()) {
                byte[] served =
                        source.hashes(tile.getKey())
                                .orElseThrow(() -> missing(tile.getKey(), both));
                if (!Arrays.equals(served, tile.getValue())) {
                    throw new Found(
                            new MonitorOutcome.Unsound(
                                    tile.getKey().path() + " isn't the tree's", both));
                }
            }
            made.clear();
        }
    }
}

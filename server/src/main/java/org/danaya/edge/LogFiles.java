package org.danaya.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.verify.Parsed;
import org.danaya.verify.TilePath;
import org.danaya.verify.TreeHash;
import org.jspecify.annotations.Nullable;

/** The public log as C2SP tlog-tiles has it: the checkpoint, tiles and entry bundles. */
final class LogFiles implements EdgeHandler {

    private static final String PREFIX = "/log/";
    private static final String CHECKPOINT = PREFIX + "checkpoint";

    private final PublishedLog log;
    private final TileCache cache;

    /** Made from the checkpoint that was asked for last. */
    private volatile @Nullable EdgeAnswer made;

    LogFiles(PublishedLog log, TileCache cache) {
        this.log = log;
        this.cache = cache;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public int bodyLimit() {
        return 0;
    }

    @Override
    public boolean forAnySite() {
        return true;
    }

    @Override
    public boolean ready() {
        try {
            return log.checkpoint().isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public @Nullable EdgeAnswer atOnce(EdgeRequest request) {
        return cache.find(request.path());
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        try {
            return request.path().equals(CHECKPOINT) ? checkpoint(request) : tile(request.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EdgeAnswer checkpoint(EdgeRequest request) throws IOException {
        Optional<PublishedLog.Published> published = log.checkpoint();
        if (published.isEmpty()) {
            throw new Fault(EdgeFault.NO_CHECKPOINT);
        }
        return made(published.get()).unlessKnown(request);
    }

    private EdgeAnswer made(PublishedLog.Published published) {
        EdgeAnswer before = made;
        if (before != null && Arrays.equals(before.body(), published.note())) {
            return before;
        }
        EdgeAnswer fresh =
                EdgeAnswer.ok(
                        published.note(),
                        EdgeAnswer.TEXT,
                        EdgeAnswer.SECONDS,
                        EdgeAnswer.tag(TreeHash.leaf(published.note()).base64()));
        made = fresh;
        return fresh;
    }

    private EdgeAnswer tile(String path) throws IOException {
        // A path is found in the cache only as it was spelled here, which is the one spelling.
        if (TilePath.parse(path.substring(PREFIX.length()))
                instanceof Parsed.Ok<TilePath>(TilePath tile)) {
            Optional<byte[]> bytes = log.tile(tile);
            if (bytes.isPresent()) {
                EdgeAnswer answer =
                        EdgeAnswer.ok(bytes.get(), EdgeAnswer.BYTES, EdgeAnswer.IMMUTABLE);
                cache.keep(path, answer);
                return answer;
            }
        }
        throw new Fault(EdgeFault.NOT_FOUND);
    }
}

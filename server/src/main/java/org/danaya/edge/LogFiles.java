package org.danaya.edge;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
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
    private volatile @Nullable Made made;

    LogFiles(PublishedLog log, TileCache cache) {
        this.log = log;
        this.cache = cache;
    }

    /** The answer that was made from a checkpoint. */
    private record Made(String tag, EdgeAnswer answer) {}

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
        Made now = made(published.get());
        // Proxies that compress weaken a tag with W/, and a client may send several.
        boolean known =
                request.header("If-None-Match").filter(tags -> tags.contains(now.tag)).isPresent();
        return known
                ? EdgeAnswer.empty(Status.NOT_MODIFIED_304, EdgeAnswer.SECONDS, tag(now.tag))
                : now.answer;
    }

    private Made made(PublishedLog.Published published) {
        Made before = made;
        if (before != null && Arrays.equals(before.answer.body(), published.note())) {
            return before;
        }
        String tag = '"' + TreeHash.leaf(published.note()).base64() + '"';
        EdgeAnswer answer =
                EdgeAnswer.ok(published.note(), EdgeAnswer.TEXT, EdgeAnswer.SECONDS, tag(tag));
        Made fresh = new Made(tag, answer);
        made = fresh;
        return fresh;
    }

    private static Header tag(String tag) {
        return HeaderValues.createCached(HeaderNames.ETAG, tag);
    }

    private EdgeAnswer tile(String path) throws IOException {
        EdgeAnswer cached = cache.find(path);
        if (cached != null) {
            return cached;
        }
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

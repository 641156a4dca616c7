package org.danaya.edge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers for tiles asked lately, up to a number of bytes; the one asked longest ago goes
 * first. In sixteen parts, so that threads seldom meet.
 */
final class TileCache {

    private static final int PARTS = 16;

    /** What an entry costs beside its body: path, headers, the map's own. */
    private static final int OVERHEAD = 512;

    private final List<Part> parts = new ArrayList<>();

    TileCache(long bytes) {
        for (int i = 0; i < PARTS; i++) {
            parts.add(new Part(bytes / PARTS));
        }
    }

    @Nullable EdgeAnswer find(String path) {
        return part(path).find(path);
    }

    void keep(String path, EdgeAnswer answer) {
        part(path).keep(path, answer);
    }

    /** How many bytes it holds. */
    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    private Part part(String path) {
        int hash = path.hashCode();
        return parts.get((hash ^ hash >>> 16) & (PARTS - 1));
    }

    private static final class Part {

        private final long most;
        // Guarded by this, as is the map.
        private long bytes;
        private final Map<String, EdgeAnswer> answers = new LinkedHashMap<>(64, 0.75f, true);

        Part(long most) {
            this.most = most;
        }

        synchronized @Nullable EdgeAnswer find(String path) {
            return answers.get(path);
        }

        synchronized void keep(String path, EdgeAnswer answer) {
            if (cost(answer) > most) {
                return;
            }
            EdgeAnswer before = answers.put(path, answer);
            bytes += cost(answer) - (before == null ? 0 : cost(before));
            Iterator<EdgeAnswer> oldest = answers.values().iterator();
            while (bytes > most) {
                bytes -= cost(oldest.next());
                oldest.remove();
            }
        }

        synchronized long bytes() {
            return bytes;
        }

        private static long cost(EdgeAnswer answer) {
            return answer.body().length + (long) OVERHEAD;
        }
    }
}

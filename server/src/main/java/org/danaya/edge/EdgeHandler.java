package org.danaya.edge;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One protocol at the edge, without a session. A bean of this type is all that the platform's edge
 * needs; {@link EdgeAlone} names those that work without the platform.
 */
public interface EdgeHandler {

    /** What the handler is called in figures: one lower-case word. */
    String name();

    /**
     * What its paths begin with: {@code /log/} for all below, or {@code /health} for that path and
     * all below it.
     */
    String prefix();

    /** The methods it takes. {@code HEAD} comes with {@code GET}, and {@code OPTIONS} always. */
    Set<String> methods();

    /** The longest body it takes, in bytes; 0 for none. */
    int bodyLimit();

    /** Whether scripts of any site may read the answers (CORS). */
    boolean forAnySite();

    /** Whether it can answer; the edge is ready when all are. */
    default boolean ready() {
        return true;
    }

    /**
     * Answers from memory and within microseconds; null where it would have to wait for a file, a
     * database, a key's token or another thread. Then {@link #answer} is asked, on a thread of its
     * own, and no other request waits for it.
     *
     * @throws org.danaya.base.Fault answered with its status, code and words
     */
    default @Nullable EdgeAnswer atOnce(EdgeRequest request) {
        return null;
    }

    /**
     * Begins an answer that comes by itself, from whatever thread, and is handed over exactly once;
     * no thread waits for it. Beginning it costs microseconds, as {@link #atOnce} does. False where
     * the handler has no such way.
     *
     * @throws org.danaya.base.Fault answered with its status, code and words; nothing comes then
     */
    default boolean later(EdgeRequest request, Consumer<EdgeAnswer> taker) {
        return false;
    }

    /**
     * Answers, and may wait for it. {@code HEAD} asks as {@code GET}.
     *
     * @throws org.danaya.base.Fault answered with its status, code and words
     */
    EdgeAnswer answer(EdgeRequest request);
}

package org.danaya.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The last used of what costs much to make and never changes: made once, while whoever else asks
 * for it waits. For any number of threads.
 *
 * @param <K> what says which
 * @param <V> what is kept
 */
public final class Kept<K, V> {

    /** Guarded by itself. */
    private final Map<K, CompletableFuture<V>> all;

    /**
     * @param most how many are kept
     */
    public Kept(int most) {
        this.all =
                new LinkedHashMap<>(most * 2, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                        return size() > most;
                    }
                };
    }

    /**
     * What is kept, or else made now. What can't be made isn't kept: whoever waits for it gets the
     * same exception, and the next one tries again.
     */
    public V get(K key, Supplier<V> make) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> known;
        synchronized (all) {
            known = all.putIfAbsent(key, mine);
            if (known != null) {
                all.get(key);
            }
        }
        return known == null ? made(key, mine, make) : awaited(known);
    }

    private V made(K key, CompletableFuture<V> mine, Supplier<V> make) {
        try {
            V value = make.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            synchronized (all) {
                all.remove(key, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private V awaited(CompletableFuture<V> known) {
        try {
            return known.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

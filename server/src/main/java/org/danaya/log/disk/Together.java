package org.danaya.log.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Slow writes side by side: the file system commits many synchronisations at the price of one, but
 * only when they are asked for at the same time.
 */
public final class Together {

    private static final int THREADS = 8;

    private Together() {}

    public interface Write<T> {
        void run(T what) throws IOException;
    }

    /** Returns when all are done; throws the first failure once all have ended. */
    public static <T> void each(Collection<T> all, Write<T> write) throws IOException {
        if (all.size() < 2) {
            for (T one : all) {
                write.run(one);
            }
            return;
        }
        List<Future<?>> parts = new ArrayList<>();
        int threads = Math.min(THREADS, all.size());
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("log-write").factory())) {
            for (T one : all) {
                parts.add(
                        pool.submit(
                                () -> {
                                    write.run(one);
                                    return null;
                                }));
            }
        }
        for (Future<?> part : parts) {
            await(part);
        }
    }

    private static void await(Future<?> part) throws IOException {
        try {
            part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

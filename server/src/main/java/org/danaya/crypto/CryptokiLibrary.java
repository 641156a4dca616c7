package org.danaya.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A library of this process, which all its tokens share. It is initialised once, and again when a
 * token was lost; each time begins a new generation, in which no handle of an older one is used: a
 * session's number may belong to another token by then.
 */
final class CryptokiLibrary {

    private static final Map<Path, CryptokiLibrary> LIBRARIES = new ConcurrentHashMap<>();

    private final Cryptoki cryptoki;

    /** Calls share it; starting anew has it alone. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** 0 before the first start. Guarded by the lock. */
    private long generation;

    /** Tokens that are connected or connecting. Guarded by the lock. */
    private int users;

    CryptokiLibrary(Cryptoki cryptoki) {
        this.cryptoki = cryptoki;
    }

    /** The library of a file, loaded once in this process. */
    static CryptokiLibrary of(Path file) throws IOException, CryptokiError {
        Path real = file.toRealPath();
        CryptokiLibrary known = LIBRARIES.get(real);
        if (known != null) {
            return known;
        }
        CryptokiLibrary loaded = new CryptokiLibrary(new NativeCryptoki(real));
        CryptokiLibrary earlier = LIBRARIES.putIfAbsent(real, loaded);
        return earlier == null ? loaded : earlier;
    }

    interface Call<T> {
        T run(Cryptoki cryptoki) throws CryptokiError;
    }

    /**
     * Calls within a generation.
     *
     * @throws CryptokiError {@link CryptokiError#STARTED_ANEW} where it is over
     */
    <T> T call(long during, Call<T> call) throws CryptokiError {
        lock.readLock().lock();
        try {
            if (generation != during) {
                throw new CryptokiError("call", CryptokiError.STARTED_ANEW);
            }
            return call.run(cryptoki);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Begins to use the library: in a new generation where {@code seen} still stands, because
     * whoever asks has found it broken, and nobody else uses it; in the standing one otherwise. A
     * token that is away must not disturb those that are there.
     *
     * @param seen the generation that is broken, 0 where none was seen yet
     */
    long enter(long seen) throws CryptokiError {
        lock.writeLock().lock();
        try {
            if (generation <= seen && users == 0) {
                if (generation > 0) {
                    finish();
                }
                cryptoki.initialize();
                generation++;
            }
            users++;
            return generation;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Ends what {@link #enter} began. */
    void leave() {
        lock.writeLock().lock();
        try {
            users--;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void finish() {
        try {
            cryptoki.finish();
        } catch (CryptokiError _) {
            // A library whose token is gone may not be able to; it is initialised again all the
            // same.
        }
    }
}

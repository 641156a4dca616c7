package org.danaya.crypto;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a connection: as many as the operator and the token allow, used in turns. One
 * more stays open and unused, because the last one that closes logs the user out.
 */
final class Pkcs11Sessions implements AutoCloseable {

    private final String token;
    private final CryptokiLibrary library;
    private final long generation;
    private final long slot;
    private final Duration wait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by the lock, as are those below: read-only sessions that nobody uses. */
    private final Deque<Long> idle = new ArrayDeque<>();

    /** The most that may be open; it shrinks where the token allows fewer. */
    private int limit;

    private int open;
    private @Nullable Long keeper;

    Pkcs11Sessions(
            String token,
            CryptokiLibrary library,
            long generation,
            long slot,
            int sessions,
            Duration wait) {
        this.token = token;
        this.library = library;
        this.generation = generation;
        this.slot = slot;
        this.limit = sessions - 1;
        this.wait = wait;
    }

    interface Use<T> {
        T run(Cryptoki cryptoki, long session) throws CryptokiError;
    }

    void login(Secret pin) throws CryptokiError {
        library.call(
                generation,
                cryptoki -> {
                    long session = cryptoki.openSession(slot, 0);
                    keeper = session;
                    try {
                        cryptoki.login(session, pin.bytes());
                    } catch (CryptokiError e) {
                        if (!e.is(CryptokiError.USER_ALREADY_LOGGED_IN)) {
                            throw e;
                        }
                    }
                    return session;
                });
    }

    /**
     * @param flags {@link Cryptoki#READ_WRITE} or 0
     * @throws Fault {@link CryptoFault#TOKEN_BUSY}
     */
    <T> T use(long flags, Use<T> use) throws CryptokiError, InterruptedException {
        long session = take(flags);
        boolean sound = false;
        try {
            T done = library.call(generation, cryptoki -> use.run(cryptoki, session));
            sound = true;
            return done;
        } catch (Fault e) {
            sound = true;
            throw e;
        } finally {
            giveBack(session, sound && flags == 0);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            idle.forEach(this::shut);
            idle.clear();
            Long last = keeper;
            keeper = null;
            if (last != null) {
                shut(last);
            }
        } finally {
            lock.unlock();
        }
    }

    private long take(long flags) throws CryptokiError, InterruptedException {
        long rest = wait.toNanos();
        lock.lock();
        try {
            while (true) {
                Long free = flags == 0 ? idle.poll() : null;
                if (free != null) {
                    return free;
                }
                if (open == limit && !idle.isEmpty()) {
                    shut(idle.remove());
                    open--;
                }
                if (open < limit) {
                    Long opened = opened(flags);
                    if (opened != null) {
                        return opened;
                    }
                }
                if (rest <= 0) {
                    throw new Fault(CryptoFault.TOKEN_BUSY, token);
                }
                rest = changed.awaitNanos(rest);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A new session; null where the token allows no more for now. */
    private @Nullable Long opened(long flags) throws CryptokiError {
        try {
            long session = library.call(generation, cryptoki -> cryptoki.openSession(slot, flags));
            open++;
            return session;
        } catch (CryptokiError e) {
            if (!e.is(CryptokiError.SESSION_COUNT)) {
                throw e;
            }
            limit = Math.max(1, open);
            return null;
        }
    }

    private void giveBack(long session, boolean reusable) {
        lock.lock();
        try {
            if (reusable) {
                idle.push(session);
            } else {
                shut(session);
                open--;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void shut(long session) {
        try {
            library.call(
                    generation,
                    cryptoki -> {
                        cryptoki.closeSession(session);
                        return session;
                    });
        } catch (CryptokiError _) {
            // It is gone already.
        }
    }
}

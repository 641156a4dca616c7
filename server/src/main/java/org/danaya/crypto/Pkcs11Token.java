package org.danaya.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a hardware security module, or anything else with a PKCS #11 library. They are made there
 * and never leave it.
 *
 * <p>A token that is lost is looked for again by the call that finds it lost and by those after it,
 * at most once a second; what was to be signed is then signed.
 */
public final class Pkcs11Token implements Token {

    /** How long a call waits for a free session. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final String name;
    private final CryptokiLibrary library;
    private final String tokenLabel;
    private final Secret pin;
    private final int sessions;

    /** Whoever opens a connection holds it. */
    private final ReentrantLock connecting = new ReentrantLock();

    private volatile @Nullable Pkcs11Connection connection;

    /** Guarded by {@link #connecting}: the last generation that was tried, and when. */
    private long seen;

    private @Nullable Failure lastFailure;

    private record Failure(long nanos, Fault fault) {}

    Pkcs11Token(String name, CryptokiLibrary library, String tokenLabel, Secret pin, int sessions) {
        this.name = name;
        this.library = library;
        this.tokenLabel = tokenLabel;
        this.pin = pin;
        this.sessions = sessions;
    }

    /**
     * A token; it may be away now and come later.
     *
     * @param library the vendor's PKCS #11 library
     * @param tokenLabel the label in the token's information, not a slot's number, which changes
     * @param sessions the most that are open at once, at least 2
     * @throws Fault {@link CryptoFault#TOKEN_AWAY} where the library can't be loaded
     */
    public static Pkcs11Token open(
            String name, Path library, String tokenLabel, Secret pin, int sessions) {
        try {
            return new Pkcs11Token(name, CryptokiLibrary.of(library), tokenLabel, pin, sessions);
        } catch (IOException | CryptokiError | IllegalArgumentException e) {
            throw new Fault(e, CryptoFault.TOKEN_AWAY, name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TokenKey make(String label, KeyAlgorithm algorithm) {
        Token.checked(label);
        return told(label, call(open -> open.make(label, algorithm)));
    }

    @Override
    public Optional<TokenKey> find(String label) {
        Token.checked(label);
        return call(open -> open.find(label)).map(found -> told(label, found));
    }

    @Override
    public List<String> labels() {
        return call(Pkcs11Connection::labels);
    }

    @Override
    public boolean destroy(String label) {
        Token.checked(label);
        return call(open -> open.destroy(label));
    }

    @Override
    public void close() {
        connecting.lock();
        try {
            Pkcs11Connection open = connection;
            connection = null;
            if (open != null) {
                leave(open);
            }
        } finally {
            connecting.unlock();
        }
    }

    private TokenKey told(String label, Pkcs11Connection.Found found) {
        return new Pkcs11Key(
                label, found, data -> call(open -> open.sign(label, found.algorithm(), data)));
    }

    private interface Call<T> {
        T run(Pkcs11Connection connection) throws CryptokiError, InterruptedException;
    }

    /** Calls, and once more on a new connection where the first one turns out to be lost. */
    private <T> T call(Call<T> call) {
        Pkcs11Connection first = connected(null);
        try {
            return run(call, first);
        } catch (CryptokiError e) {
            if (!e.isLoss()) {
                throw failed(e);
            }
        }
        try {
            return run(call, connected(first));
        } catch (CryptokiError e) {
            throw e.isLoss() ? away(e) : failed(e);
        }
    }

    private <T> T run(Call<T> call, Pkcs11Connection open) throws CryptokiError {
        try {
            return call.run(open);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, CryptoFault.TOKEN_BUSY, name);
        }
    }

    /**
     * @param lost a connection that must not be used again
     */
    private Pkcs11Connection connected(@Nullable Pkcs11Connection lost) {
        Pkcs11Connection open = connection;
        if (open != null && open != lost) {
            return open;
        }
        connecting.lock();
        try {
            open = connection;
            if (open != null && open != lost) {
                return open;
            }
            connection = null;
            if (open != null) {
                leave(open);
            }
            Failure failure = lastFailure;
            if (failure != null && System.nanoTime() - failure.nanos() < BETWEEN_TRIES.toNanos()) {
                throw failure.fault();
            }
            return connect();
        } finally {
            connecting.unlock();
        }
    }

    private Pkcs11Connection connect() {
        try {
            Pkcs11Connection made = connectTwice();
            connection = made;
            lastFailure = null;
            return made;
        } catch (CryptokiError e) {
            Fault fault = away(e);
            lastFailure = new Failure(System.nanoTime(), fault);
            throw fault;
        } catch (Fault e) {
            lastFailure = new Failure(System.nanoTime(), e);
            throw e;
        }
    }

    /** A library that another token began to use before this one came may not know of it yet. */
    private Pkcs11Connection connectTwice() throws CryptokiError {
        try {
            return connectOnce();
        } catch (CryptokiError e) {
            if (!e.isLoss()) {
                throw e;
            }
            return connectOnce();
        }
    }

    private Pkcs11Connection connectOnce() throws CryptokiError {
        seen = library.enter(seen);
        boolean opened = false;
        try {
            Pkcs11Connection made =
                    Pkcs11Connection.open(name, library, seen, tokenLabel, pin, sessions, WAIT);
            opened = true;
            return made;
        } finally {
            if (!opened) {
                library.leave();
            }
        }
    }

    /** Gives up a connection. Its token may be gone. */
    private void leave(Pkcs11Connection open) {
        open.close();
        library.leave();
    }

    private Fault away(CryptokiError e) {
        return new Fault(e, CryptoFault.TOKEN_AWAY, name, String.valueOf(e.getMessage()));
    }

    private Fault failed(CryptokiError e) {
        return new Fault(e, CryptoFault.SIGNATURE_FAILED, name, "", String.valueOf(e.getMessage()));
    }
}

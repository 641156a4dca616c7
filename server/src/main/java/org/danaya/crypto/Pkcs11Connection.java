package org.danaya.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/** A token while it is there: in one generation of its library, in one slot, logged in. */
final class Pkcs11Connection implements AutoCloseable {

    private final String token;
    private final long slot;
    private final Pkcs11Sessions sessions;

    /** The private keys' handles by label; they are good as long as the connection. */
    private final Map<String, Long> handles = new ConcurrentHashMap<>();

    private Pkcs11Connection(String token, long slot, Pkcs11Sessions sessions) {
        this.token = token;
        this.slot = slot;
        this.sessions = sessions;
    }

    /** A key of the token. */
    record Found(KeyAlgorithm algorithm, PublicKey publicKey) {}

    /**
     * @throws CryptokiError where the token isn't there
     * @throws Fault where the PIN is wrong
     */
    static Pkcs11Connection open(
            String token,
            CryptokiLibrary library,
            long generation,
            String tokenLabel,
            Secret pin,
            int sessions,
            Duration wait)
            throws CryptokiError {
        long slot = library.call(generation, cryptoki -> slot(cryptoki, tokenLabel));
        Pkcs11Sessions opened =
                new Pkcs11Sessions(token, library, generation, slot, sessions, wait);
        try {
            opened.login(pin);
        } catch (CryptokiError e) {
            opened.close();
            if (e.is(CryptokiError.PIN_INCORRECT) || e.is(CryptokiError.PIN_LOCKED)) {
                throw new Fault(e, CryptoFault.SECRET_WRONG, token);
            }
            throw e;
        }
        return new Pkcs11Connection(token, slot, opened);
    }

    Found make(String label, KeyAlgorithm algorithm) throws CryptokiError, InterruptedException {
        Pkcs11Algorithm kind = kind(algorithm);
        return sessions.use(
                Cryptoki.READ_WRITE,
                (cryptoki, session) -> {
                    if (!cryptoki.mechanisms(slot).contains(kind.making())) {
                        throw new Fault(CryptoFault.ALGORITHM_REFUSED, token, algorithm);
                    }
                    if (privateKey(cryptoki, session, label).isPresent()) {
                        throw new Fault(CryptoFault.KEY_EXISTS, token, label);
                    }
                    Cryptoki.KeyHandles made =
                            cryptoki.generate(
                                    session,
                                    kind.making(),
                                    kind.forPublic(label),
                                    kind.forPrivate(label));
                    return new Found(
                            algorithm, publicKey(cryptoki, session, made.publicKey(), label));
                });
    }

    Optional<Found> find(String label) throws CryptokiError, InterruptedException {
        return sessions.use(
                0,
                (cryptoki, session) -> {
                    List<Long> objects =
                            cryptoki.find(
                                    session,
                                    List.of(
                                            Cryptoki.Attribute.of(
                                                    Cryptoki.Attribute.CLASS,
                                                    Cryptoki.Attribute.PUBLIC_KEY_OBJECT),
                                            Cryptoki.Attribute.of(
                                                    Cryptoki.Attribute.LABEL, label)));
                    if (objects.isEmpty() || privateKey(cryptoki, session, label).isEmpty()) {
                        return Optional.empty();
                    }
                    PublicKey key = publicKey(cryptoki, session, objects.getFirst(), label);
                    return Optional.of(
                            new Found(
                                    KeyAlgorithm.of(key)
                                            .orElseThrow(() -> unreadable(label, "its size")),
                                    key));
                });
    }

    List<String> labels() throws CryptokiError, InterruptedException {
        return sessions.use(
                0,
                (cryptoki, session) -> {
                    List<String> labels = new ArrayList<>();
                    for (long object : cryptoki.find(session, List.of(Pkcs11Algorithm.PRIVATE))) {
                        cryptoki.attribute(session, object, Cryptoki.Attribute.LABEL)
                                .map(label -> new String(label, StandardCharsets.UTF_8))
                                .ifPresent(labels::add);
                    }
                    return labels.stream().sorted().toList();
                });
    }

    boolean destroy(String label) throws CryptokiError, InterruptedException {
        handles.remove(label);
        return sessions.use(
                Cryptoki.READ_WRITE,
                (cryptoki, session) -> {
                    List<Long> objects =
                            cryptoki.find(
                                    session,
                                    List.of(
                                            Cryptoki.Attribute.of(
                                                    Cryptoki.Attribute.LABEL, label)));
                    for (long object : objects) {
                        cryptoki.destroy(session, object);
                    }
                    return !objects.isEmpty();
                });
    }

    byte[] sign(String label, KeyAlgorithm algorithm, byte[] data)
            throws CryptokiError, InterruptedException {
        Pkcs11Algorithm kind = kind(algorithm);
        byte[] input = kind.input(data);
        byte[] signed =
                sessions.use(
                        0,
                        (cryptoki, session) ->
                                cryptoki.sign(
                                        session,
                                        kind.signing(),
                                        handle(cryptoki, session, label),
                                        input));
        return kind.encoded(signed);
    }

    @Override
    public void close() {
        sessions.close();
    }

    private long handle(Cryptoki cryptoki, long session, String label) throws CryptokiError {
        Long known = handles.get(label);
        if (known != null) {
            return known;
        }
        long found =
                privateKey(cryptoki, session, label)
                        .orElseThrow(() -> unreadable(label, "it is gone"));
        handles.put(label, found);
        return found;
    }

    private static Optional<Long> privateKey(Cryptoki cryptoki, long session, String label)
            throws CryptokiError {
        return cryptoki
                .find(
                        session,
                        List.of(
                                Pkcs11Algorithm.PRIVATE,
                                Cryptoki.Attribute.of(Cryptoki.Attribute.LABEL, label)))
                .stream()
                .findFirst();
    }

    private PublicKey publicKey(Cryptoki cryptoki, long session, long object, String label)
            throws CryptokiError {
        try {
            return Pkcs11Algorithm.publicKey(type -> cryptoki.attribute(session, object, type));
        } catch (GeneralSecurityException | IOException e) {
            throw new Fault(e, CryptoFault.KEY_UNREADABLE, label, String.valueOf(e.getMessage()));
        }
    }

    private static long slot(Cryptoki cryptoki, String tokenLabel) throws CryptokiError {
        for (long slot : cryptoki.slots()) {
            if (cryptoki.tokenLabel(slot).equals(tokenLabel)) {
                return slot;
            }
        }
        throw new CryptokiError("token " + tokenLabel, CryptokiError.TOKEN_NOT_PRESENT);
    }

    private Pkcs11Algorithm kind(KeyAlgorithm algorithm) {
        return Pkcs11Algorithm.of(algorithm)
                .orElseThrow(() -> new Fault(CryptoFault.ALGORITHM_REFUSED, token, algorithm));
    }

    private static Fault unreadable(String label, String reason) {
        return new Fault(CryptoFault.KEY_UNREADABLE, label, reason);
    }
}

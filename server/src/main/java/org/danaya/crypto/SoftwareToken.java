package org.danaya.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/**
 * Keys in files: one PKCS #12 file for each, whole or absent, readable by its owner alone and
 * encrypted under the token's secret. {@code openssl pkcs12} reads them with that secret.
 *
 * <p>A key that was found is in memory until it is closed; one that only signs now and then is
 * found, used and closed.
 */
public final class SoftwareToken implements Token {

    private static final String SUFFIX = ".p12";
    private static final int RANDOM_SECRET_ITERATIONS = 1_000;

    private final String name;
    private final Path folder;
    private final KeyFile files;
    private final ReentrantLock making = new ReentrantLock();

    private SoftwareToken(String name, Path folder, KeyFile files) {
        this.name = name;
        this.folder = folder;
        this.files = files;
    }

    /**
     * A token in a folder, which is made where it is missing.
     *
     * @param secret encrypts every key; the same as long as the token lives
     */
    public static SoftwareToken open(String name, Path folder, Secret secret, SecureRandom random) {
        return open(name, folder, secret, random, KeyFile.ITERATIONS);
    }

    /**
     * A token whose secret is random and of 256 bits at least: a slow derivation would protect it
     * no better.
     */
    public static SoftwareToken openRandom(
            String name, Path folder, Secret secret, SecureRandom random) {
        return open(name, folder, secret, random, RANDOM_SECRET_ITERATIONS);
    }

    static SoftwareToken open(
            String name, Path folder, Secret secret, SecureRandom random, int iterations) {
        try {
            DurableFiles.createFolders(folder);
            return new SoftwareToken(name, folder, new KeyFile(name, secret, random, iterations));
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.KEY_NOT_KEPT, folder, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TokenKey make(String label, KeyAlgorithm algorithm) {
        Path file = file(label);
        KeyPair keys = algorithm.generator().generateKeyPair();
        making.lock();
        try {
            if (Files.exists(file)) {
                throw new Fault(CryptoFault.KEY_EXISTS, name, label);
            }
            DurableFiles.replace(file, files.write(keys, label), DurableFiles.OWNER_ONLY);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.KEY_NOT_KEPT, file, String.valueOf(e.getMessage()));
        } finally {
            making.unlock();
        }
        return new Key(label, algorithm, keys);
    }

    @Override
    public Optional<TokenKey> find(String label) {
        Path file = file(label);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            KeyPair keys = files.read(file, Files.readAllBytes(file));
            KeyAlgorithm algorithm =
                    KeyAlgorithm.of(keys.getPublic())
                            .orElseThrow(
                                    () ->
                                            new Fault(
                                                    CryptoFault.KEY_UNREADABLE,
                                                    file,
                                                    "another algorithm"));
            return Optional.of(new Key(label, algorithm, keys));
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.KEY_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<String> labels() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.TOKEN_AWAY, name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean destroy(String label) {
        try {
            boolean was = Files.deleteIfExists(file(label));
            DurableFiles.syncFolder(folder);
            return was;
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.TOKEN_AWAY, name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        // Nothing is kept here; each key forgets what it holds when it is closed.
    }

    private Path file(String label) {
        return folder.resolve(Token.checked(label) + SUFFIX);
    }

    /** A key in memory. */
    private final class Key implements TokenKey {

        private final String label;
        private final KeyAlgorithm algorithm;
        private final PublicKey publicKey;
        private final PrivateSignatures signatures;

        Key(String label, KeyAlgorithm algorithm, KeyPair keys) {
            this.label = label;
            this.algorithm = algorithm;
            this.publicKey = keys.getPublic();
            this.signatures = new PrivateSignatures(algorithm, keys.getPrivate());
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public KeyAlgorithm algorithm() {
            return algorithm;
        }

        @Override
        public PublicKey publicKey() {
            return publicKey;
        }

        @Override
        public byte[] sign(byte[] data) {
            try {
                return signatures.sign(data);
            } catch (GeneralSecurityException e) {
                throw new Fault(
                        e,
                        CryptoFault.SIGNATURE_FAILED,
                        name,
                        label,
                        String.valueOf(e.getMessage()));
            }
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public void close() {
            signatures.forget();
        }
    }
}

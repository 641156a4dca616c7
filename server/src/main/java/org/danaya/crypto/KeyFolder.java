package org.danaya.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;

/**
 * The folder where an installation keeps its private keys.
 *
 * @param path the home's {@code keys} folder, which exists and is its owner's alone
 */
public record KeyFolder(Path path) {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final byte[] TRIAL = "a trial".getBytes(StandardCharsets.UTF_8);

    /** Where the key of a name is kept, whether it is there or not. */
    public Path file(String name) {
        return path.resolve(name + ".pem");
    }

    /**
     * The key of a name, tried once, or nothing where it was never made.
     *
     * @throws Fault {@link CryptoFault#KEY_UNREADABLE} where the file is damaged, holds another
     *     algorithm's key, or two keys that don't belong together
     */
    public Optional<KeyPair> find(String name, KeyAlgorithm algorithm) {
        Path file = file(name);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            KeyPair keys = parse(Files.readString(file), algorithm);
            tryOut(keys, algorithm);
            return Optional.of(keys);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Fault(e, CryptoFault.KEY_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Makes a key and keeps it durably.
     *
     * @throws Fault {@link CryptoFault#KEY_NOT_KEPT} where it can't be kept, or one of that name is
     *     there already
     */
    public KeyPair make(String name, KeyAlgorithm algorithm) {
        Path file = file(name);
        if (Files.exists(file)) {
            throw new Fault(CryptoFault.KEY_NOT_KEPT, file, "a key of this name exists");
        }
        try {
            KeyPair keys = algorithm.generator().generateKeyPair();
            byte[] text = text(keys).getBytes(StandardCharsets.US_ASCII);
            DurableFiles.replace(file, text, DurableFiles.OWNER_ONLY);
            DurableFiles.syncFolder(path);
            return keys;
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.KEY_NOT_KEPT, file, String.valueOf(e.getMessage()));
        }
    }

    private static String text(KeyPair keys) {
        return pem(PRIVATE, keys.getPrivate().getEncoded())
                + pem(PUBLIC, keys.getPublic().getEncoded());
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, BASE64.encodeToString(der), label);
    }

    private static KeyPair parse(String text, KeyAlgorithm algorithm)
            throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(algorithm.jdkName());
        PrivateKey privateKey =
                factory.generatePrivate(new PKCS8EncodedKeySpec(der(text, PRIVATE)));
        PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(der(text, PUBLIC)));
        return new KeyPair(publicKey, privateKey);
    }

    private static byte[] der(String text, String label) {
        Matcher block =
                Pattern.compile(
                                "-----BEGIN "
                                        + label
                                        + "-----\\s+([A-Za-z0-9+/=\\s]+)-----END "
                                        + label
                                        + "-----")
                        .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + label);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static void tryOut(KeyPair keys, KeyAlgorithm algorithm)
            throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm.signatureName());
        signer.initSign(keys.getPrivate());
        signer.update(TRIAL);
        byte[] signature = signer.sign();
        signer.initVerify(keys.getPublic());
        signer.update(TRIAL);
        if (!signer.verify(signature)) {
            throw new IllegalArgumentException("private and public key don't belong together");
        }
    }
}

package org.danaya.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Signs with a private key in memory. Prepared {@link Signature} objects are kept and taken in
 * turns, because preparing one costs more than some signatures do.
 */
final class PrivateSignatures {

    private final KeyAlgorithm algorithm;
    private final PrivateKey key;
    private final Queue<Signature> prepared = new ConcurrentLinkedQueue<>();

    PrivateSignatures(KeyAlgorithm algorithm, PrivateKey key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    byte[] sign(byte[] data) throws GeneralSecurityException {
        Signature signature = prepared.poll();
        if (signature == null) {
            signature = Providers.signature(algorithm);
            signature.initSign(key);
        }
        signature.update(data);
        byte[] signed = signature.sign();
        prepared.add(signature);
        return signed;
    }

    void forget() {
        prepared.clear();
    }
}

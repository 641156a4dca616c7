package org.danaya.crypto;

import java.security.PublicKey;
import java.util.function.UnaryOperator;

/** A key in a module. Nothing of it is here but its public half. */
final class Pkcs11Key implements TokenKey {

    private final String label;
    private final Pkcs11Connection.Found found;
    private final UnaryOperator<byte[]> signing;

    Pkcs11Key(String label, Pkcs11Connection.Found found, UnaryOperator<byte[]> signing) {
        this.label = label;
        this.found = found;
        this.signing = signing;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public KeyAlgorithm algorithm() {
        return found.algorithm();
    }

    @Override
    public PublicKey publicKey() {
        return found.publicKey();
    }

    @Override
    public byte[] sign(byte[] data) {
        return signing.apply(data);
    }

    @Override
    public void close() {
        // The module keeps the key, and the connection is the token's.
    }
}

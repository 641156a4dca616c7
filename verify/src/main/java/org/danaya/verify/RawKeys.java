package org.danaya.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The bare public keys that notes use, and the X.509 form that the JDK wants around them. */
enum RawKeys {
    /** RFC 8410 §4, RFC 8032. */
    ED25519("Ed25519", 32, "302a300506032b6570032100"),
    /** FIPS 204, RFC 9881 §4. */
    ML_DSA_44("ML-DSA-44", 1312, "30820532300b06096086480165030403110382052100");

    private final String algorithm;
    private final int bytes;
    private final String prefix;

    RawKeys(String algorithm, int bytes, String prefix) {
        this.algorithm = algorithm;
        this.bytes = bytes;
        this.prefix = prefix;
    }

    String algorithm() {
        return algorithm;
    }

    int bytes() {
        return bytes;
    }

    private byte[] prefix() {
        return HexFormat.of().parseHex(prefix);
    }

    byte[] toX509(byte[] raw) {
        byte[] prefix = prefix();
        byte[] x509 = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, x509, prefix.length, raw.length);
        return x509;
    }

    /**
     * The bare key.
     *
     * @throws IllegalArgumentException where the key is of another algorithm
     */
    byte[] toRaw(PublicKey key) {
        byte[] prefix = prefix();
        byte[] x509 = key.getEncoded();
        if (x509 == null
                || x509.length != prefix.length + bytes
                || !Arrays.equals(x509, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new IllegalArgumentException("Not a public key of " + algorithm);
        }
        return Arrays.copyOfRange(x509, prefix.length, x509.length);
    }

    PublicKey toKey(byte[] raw) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm)
                .generatePublic(new X509EncodedKeySpec(toX509(raw)));
    }
}

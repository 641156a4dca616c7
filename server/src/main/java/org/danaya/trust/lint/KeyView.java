package org.danaya.trust.lint;

import java.util.Arrays;
import java.util.Optional;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.der.MalformedDer;

/**
 * A SubjectPublicKeyInfo taken apart.
 *
 * @param whole the SubjectPublicKeyInfo
 * @param algorithm the identifier of the key's kind
 * @param parameters the element; empty where there is none
 * @param bits the key's bits
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record KeyView(byte[] whole, String algorithm, byte[] parameters, byte[] bits) {

    static final String EC = "1.2.840.10045.2.1";
    static final String RSA = "1.2.840.113549.1.1.1";
    static final String ML_DSA_44 = "2.16.840.1.101.3.4.3.17";
    static final String ML_DSA_65 = "2.16.840.1.101.3.4.3.18";
    static final String ED25519 = "1.3.101.112";

    private static final byte[] P256 = Der.oid("1.2.840.10045.3.1.7");
    private static final byte[] P384 = Der.oid("1.3.132.0.34");

    static KeyView of(byte[] element) {
        DerReader outer = new DerReader(element);
        DerReader info = outer.enter(Der.SEQUENCE);
        DerReader algorithm = info.enter(Der.SEQUENCE);
        String kind = Oids.text(algorithm.content(Der.OID));
        byte[] parameters = algorithm.rest();
        byte[] bits = info.content(Der.BIT_STRING);
        info.end();
        if (bits.length < 1 || bits[0] != 0) {
            throw new MalformedDer("a public key");
        }
        return new KeyView(element, kind, parameters, Arrays.copyOfRange(bits, 1, bits.length));
    }

    boolean isEc() {
        return algorithm.equals(EC);
    }

    boolean isRsa() {
        return algorithm.equals(RSA);
    }

    boolean isMlDsa() {
        return algorithm.equals(ML_DSA_44) || algorithm.equals(ML_DSA_65);
    }

    /** The coordinate's bytes of a curve that we certify; 0 for any other. */
    int coordinateBytes() {
        return Arrays.equals(parameters, P256) ? 32 : Arrays.equals(parameters, P384) ? 48 : 0;
    }

    /** RSA's modulus and public exponent, unsigned; nothing where they can't be read. */
    Optional<byte[][]> rsa() {
        try {
            DerReader outer = new DerReader(bits);
            DerReader key = outer.enter(Der.SEQUENCE);
            outer.end();
            byte[] modulus = unsigned(key.integer().rest());
            byte[] exponent = unsigned(key.integer().rest());
            key.end();
            return Optional.of(new byte[][] {modulus, exponent});
        } catch (MalformedDer _) {
            return Optional.empty();
        }
    }

    /** Which of our algorithms it is, if any. */
    Optional<KeyAlgorithm> kind() {
        return switch (algorithm) {
            case EC ->
                    switch (coordinateBytes()) {
                        case 32 -> Optional.of(KeyAlgorithm.EC_P256);
                        case 48 -> Optional.of(KeyAlgorithm.EC_P384);
                        default -> Optional.empty();
                    };
            case RSA ->
                    rsa().flatMap(
                                    key ->
                                            switch (key[0].length * Byte.SIZE) {
                                                case 3072 -> Optional.of(KeyAlgorithm.RSA_3072);
                                                case 4096 -> Optional.of(KeyAlgorithm.RSA_4096);
                                                default -> Optional.empty();
                                            });
            case ML_DSA_44 -> Optional.of(KeyAlgorithm.ML_DSA_44);
            case ML_DSA_65 -> Optional.of(KeyAlgorithm.ML_DSA_65);
            case ED25519 -> Optional.of(KeyAlgorithm.ED25519);
            default -> Optional.empty();
        };
    }

    private static byte[] unsigned(byte[] content) {
        return content.length > 1 && content[0] == 0
                ? Arrays.copyOfRange(content, 1, content.length)
                : content;
    }
}

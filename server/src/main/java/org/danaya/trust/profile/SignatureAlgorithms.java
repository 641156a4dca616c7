package org.danaya.trust.profile;

import org.danaya.crypto.KeyAlgorithm;

/** The AlgorithmIdentifier of the signature that we make with each kind of key. */
public final class SignatureAlgorithms {

    private SignatureAlgorithms() {}

    /** Its DER: RFC 5758 §3.2, RFC 4055 §5, RFC 8410 §3, RFC 9881 §2. */
    public static byte[] identifier(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> bare("1.2.840.10045.4.3.2");
            case EC_P384 -> bare("1.2.840.10045.4.3.3");
            case RSA_3072, RSA_4096 ->
                    Der.tlv(
                            Der.SEQUENCE,
                            Der.oid("1.2.840.113549.1.1.11"),
                            new byte[] {0x05, 0x00});
            case ED25519 -> bare("1.3.101.112");
            case ML_DSA_44 -> bare("2.16.840.1.101.3.4.3.17");
            case ML_DSA_65 -> bare("2.16.840.1.101.3.4.3.18");
        };
    }

    private static byte[] bare(String oid) {
        return Der.tlv(Der.SEQUENCE, Der.oid(oid));
    }
}

package org.danaya.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** How an algorithm is asked for in PKCS #11. Only the most widely offered mechanisms are used. */
enum Pkcs11Algorithm {
    EC_P256(SECObjectIdentifiers.secp256r1.getId(), "SHA-256"),
    EC_P384(SECObjectIdentifiers.secp384r1.getId(), "SHA-384"),
    RSA_3072(3072),
    RSA_4096(4096);

    static final Cryptoki.Attribute PRIVATE =
            Cryptoki.Attribute.of(Cryptoki.Attribute.CLASS, Cryptoki.Attribute.PRIVATE_KEY_OBJECT);

    private static final long RSA_PKCS_KEY_PAIR_GEN = 0x0;
    private static final long RSA_PKCS = 0x1;
    private static final long EC_KEY_PAIR_GEN = 0x1040;
    private static final long ECDSA = 0x1041;

    /** A DigestInfo over SHA-256 before its digest (RFC 8017 §9.2, note 1). */
    private static final byte[] DIGEST_INFO =
            HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    /** Uncompressed points (SEC 1 §2.3.3). */
    private static final int P256_POINT_BYTES = 65;

    private static final int P384_POINT_BYTES = 97;

    private static final byte[] F4 = {1, 0, 1};

    private final long making;
    private final long signing;
    private final String digest;

    /** The curve's identifier; empty for RSA. */
    private final String curve;

    /** The modulus's; 0 for a curve. */
    private final long bits;

    Pkcs11Algorithm(String curve, String digest) {
        this.making = EC_KEY_PAIR_GEN;
        this.signing = ECDSA;
        this.digest = digest;
        this.curve = curve;
        this.bits = 0;
    }

    Pkcs11Algorithm(long bits) {
        this.making = RSA_PKCS_KEY_PAIR_GEN;
        this.signing = RSA_PKCS;
        this.digest = "SHA-256";
        this.curve = "";
        this.bits = bits;
    }

    static Optional<Pkcs11Algorithm> of(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> Optional.of(EC_P256);
            case EC_P384 -> Optional.of(EC_P384);
            case RSA_3072 -> Optional.of(RSA_3072);
            case RSA_4096 -> Optional.of(RSA_4096);
            // Not in version 2.40, which is what modules in the field speak.
            case ED25519, ML_DSA_44, ML_DSA_65 -> Optional.empty();
        };
    }

    long making() {
        return making;
    }

    long signing() {
        return signing;
    }

    List<Cryptoki.Attribute> forPublic(String label) {
        return Stream.concat(
                        Stream.of(
                                Cryptoki.Attribute.of(Cryptoki.Attribute.TOKEN, true),
                                Cryptoki.Attribute.of(Cryptoki.Attribute.LABEL, label),
                                Cryptoki.Attribute.of(Cryptoki.Attribute.ID, label),
                                Cryptoki.Attribute.of(Cryptoki.Attribute.VERIFY, true)),
                        size())
                .toList();
    }

    private Stream<Cryptoki.Attribute> size() {
        return signing == ECDSA
                ? Stream.of(
                        new Cryptoki.Attribute(
                                Cryptoki.Attribute.EC_PARAMS,
                                encoded(new ASN1ObjectIdentifier(curve))))
                : Stream.of(
                        Cryptoki.Attribute.of(Cryptoki.Attribute.MODULUS_BITS, bits),
                        new Cryptoki.Attribute(Cryptoki.Attribute.PUBLIC_EXPONENT, F4));
    }

    List<Cryptoki.Attribute> forPrivate(String label) {
        return List.of(
                Cryptoki.Attribute.of(Cryptoki.Attribute.TOKEN, true),
                Cryptoki.Attribute.of(Cryptoki.Attribute.PRIVATE, true),
                Cryptoki.Attribute.of(Cryptoki.Attribute.SENSITIVE, true),
                Cryptoki.Attribute.of(Cryptoki.Attribute.EXTRACTABLE, false),
                Cryptoki.Attribute.of(Cryptoki.Attribute.SIGN, true),
                Cryptoki.Attribute.of(Cryptoki.Attribute.LABEL, label),
                Cryptoki.Attribute.of(Cryptoki.Attribute.ID, label));
    }

    /** What the mechanism signs: the digest, for RSA within its DigestInfo. */
    byte[] input(byte[] data) {
        try {
            byte[] digested = MessageDigest.getInstance(digest).digest(data);
            if (signing == ECDSA) {
                return digested;
            }
            byte[] input = Arrays.copyOf(DIGEST_INFO, DIGEST_INFO.length + digested.length);
            System.arraycopy(digested, 0, input, DIGEST_INFO.length, digested.length);
            return input;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mechanism's answer as X.509 carries it; ECDSA gives two numbers of equal length. */
    byte[] encoded(byte[] signature) {
        if (signing != ECDSA) {
            return signature;
        }
        int half = signature.length / 2;
        return encoded(
                new DERSequence(
                        new ASN1Encodable[] {
                            new ASN1Integer(new BigInteger(1, signature, 0, half)),
                            new ASN1Integer(new BigInteger(1, signature, half, half))
                        }));
    }

    interface Attributes {
        Optional<byte[]> get(long type) throws CryptokiError;
    }

    /** The public key that an object's attributes describe. */
    static PublicKey publicKey(Attributes attributes)
            throws CryptokiError, IOException, GeneralSecurityException {
        Optional<byte[]> point = attributes.get(Cryptoki.Attribute.EC_POINT);
        if (point.isPresent()) {
            AlgorithmIdentifier curve =
                    new AlgorithmIdentifier(
                            X9ObjectIdentifiers.id_ecPublicKey,
                            ASN1Primitive.fromByteArray(
                                    required(attributes, Cryptoki.Attribute.EC_PARAMS)));
            return PublicKeys.read(
                    new SubjectPublicKeyInfo(curve, unwrapped(point.get())).getEncoded());
        }
        BigInteger modulus = new BigInteger(1, required(attributes, Cryptoki.Attribute.MODULUS));
        BigInteger exponent =
                new BigInteger(1, required(attributes, Cryptoki.Attribute.PUBLIC_EXPONENT));
        return PublicKeys.read(
                new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                new RSAPublicKey(modulus, exponent))
                        .getEncoded());
    }

    /** The point; PKCS #11 wraps it in an OCTET STRING, which some modules leave out. */
    private static byte[] unwrapped(byte[] point) {
        boolean bare = point.length == P256_POINT_BYTES || point.length == P384_POINT_BYTES;
        return bare ? point : ASN1OctetString.getInstance(point).getOctets();
    }

    private static byte[] required(Attributes attributes, long type)
            throws CryptokiError, GeneralSecurityException {
        return attributes
                .get(type)
                .orElseThrow(
                        () ->
                                new GeneralSecurityException(
                                        "no attribute 0x" + Long.toHexString(type)));
    }

    private static byte[] encoded(ASN1Encodable structure) {
        try {
            return structure.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

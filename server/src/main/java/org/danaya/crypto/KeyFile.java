package org.danaya.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/**
 * One key pair as PKCS #12 (RFC 7292): a single shrouded key bag under AES-256-CBC and PBKDF2 with
 * HMAC-SHA-256, the public key and the label as attributes of the bag, all under a MAC over
 * SHA-256.
 */
final class KeyFile {

    /** How often the derivations are turned. */
    static final int ITERATIONS = 600_000;

    /** A public key beside its private one; from the arc of UUIDs (ITU-T X.667). */
    private static final ASN1ObjectIdentifier PUBLIC_KEY =
            new ASN1ObjectIdentifier("2.25.268263042098427811405839161571164271253");

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final AlgorithmIdentifier PRF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256);

    private final String token;
    private final Secret secret;
    private final SecureRandom random;
    private final int iterations;

    KeyFile(String token, Secret secret, SecureRandom random, int iterations) {
        this.token = token;
        this.secret = secret;
        this.random = random;
        this.iterations = iterations;
    }

    byte[] write(KeyPair keys, String label) throws IOException {
        char[] password = secret.reveal().toCharArray();
        try {
            PKCS12SafeBag bag =
                    new PKCS12SafeBagBuilder(
                                    PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded()),
                                    new JcePKCSPBEOutputEncryptorBuilder(
                                                    NISTObjectIdentifiers.id_aes256_CBC)
                                            .setProvider(PROVIDER)
                                            .setPRF(PRF)
                                            .setRandom(random)
                                            .setIterationCount(iterations)
                                            .build(password))
                            .addBagAttribute(
                                    PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                                    new DERBMPString(label))
                            .addBagAttribute(
                                    PUBLIC_KEY,
                                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
                            .build();
            return new PKCS12PfxPduBuilder()
                    .addData(bag)
                    .build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(PROVIDER)
                                    .setIterationCount(iterations),
                            password)
                    .getEncoded();
        } catch (OperatorCreationException | PKCSException e) {
            throw new IOException(e);
        }
    }

    /**
     * The key pair of a file.
     *
     * @throws Fault {@link CryptoFault#SECRET_WRONG} where the MAC doesn't fit; {@link
     *     CryptoFault#KEY_UNREADABLE} for everything else
     */
    KeyPair read(Path file, byte[] bytes) {
        char[] password = secret.reveal().toCharArray();
        try {
            PKCS12PfxPdu pfx = new PKCS12PfxPdu(bytes);
            if (!pfx.hasMac()) {
                throw new IOException("no MAC");
            }
            if (!pfx.isMacValid(
                    new JcePKCS12MacCalculatorBuilderProvider().setProvider(PROVIDER), password)) {
                throw new Fault(CryptoFault.SECRET_WRONG, token);
            }
            PKCS12SafeBag bag = new PKCS12SafeBagFactory(pfx.getContentInfos()[0]).getSafeBags()[0];
            PrivateKeyInfo privateKey =
                    ((PKCS8EncryptedPrivateKeyInfo) bag.getBagValue())
                            .decryptPrivateKeyInfo(
                                    new JcePKCSPBEInputDecryptorProviderBuilder()
                                            .setProvider(PROVIDER)
                                            .build(password));
            return pair(privateKey, publicKey(bag));
        } catch (IOException | PKCSException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof Fault fault) {
                throw fault;
            }
            throw new Fault(e, CryptoFault.KEY_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private static SubjectPublicKeyInfo publicKey(PKCS12SafeBag bag) throws IOException {
        for (Attribute attribute : bag.getAttributes()) {
            if (attribute.getAttrType().equals(PUBLIC_KEY)) {
                return SubjectPublicKeyInfo.getInstance(attribute.getAttributeValues()[0]);
            }
        }
        throw new IOException("no public key");
    }

    private static KeyPair pair(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey)
            throws IOException, GeneralSecurityException {
        PublicKey known = PublicKeys.read(publicKey.getEncoded());
        KeyFactory factory = KeyFactory.getInstance(known.getAlgorithm());
        return new KeyPair(
                known, factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded())));
    }
}

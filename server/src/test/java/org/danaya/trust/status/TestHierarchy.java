package org.danaya.trust.status;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TokenKey;

/** An example authority, its responder, its timestamp unit and its holders. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TestHierarchy(Instant now, Key authority, byte[] certificate) {

    private static final X500Name NAME = new X500Name("CN=Example CA,O=Example,C=ML");
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration AGE = Duration.ofDays(30);

    /** An authority that began a month before now. */
    public static TestHierarchy at(Instant now) {
        Key key = Key.make("authority");
        TestHierarchy bare = new TestHierarchy(now, key, new byte[0]);
        return new TestHierarchy(
                now, key, bare.issue(NAME, BigInteger.ONE, key.publicKey(), Use.AUTHORITY));
    }

    /** What a certificate is for. */
    public enum Use {
        AUTHORITY,
        RESPONDER,
        TIMESTAMP,
        HOLDER
    }

    /** A certificate of this authority, in DER. */
    public byte[] issue(String name, BigInteger serial, PublicKey key, Use use) {
        return issue(new X500Name("CN=" + name + ",O=Example,C=ML"), serial, key, use);
    }

    private byte[] issue(X500Name name, BigInteger serial, PublicKey key, Use use) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            NAME,
                            serial,
                            time(now.minus(AGE)),
                            time(now.plus(AGE.multipliedBy(12))),
                            name,
                            SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    ids.createAuthorityKeyIdentifier(authority.publicKey()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
            boolean ca = use == Use.AUTHORITY;
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            ca
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature));
            if (use == Use.RESPONDER) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
                builder.addExtension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            if (use == Use.TIMESTAMP) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(authority.keys.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Time time(Instant when) {
        return new Time(new DERUTCTime(UTC_TIME.format(when)));
    }

    /** A certificate as a PEM file holds it. */
    public static byte[] pem(byte[] certificate) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A P-256 key in memory. */
    public record Key(String label, KeyPair keys) implements TokenKey {

        /** A fresh one. */
        public static Key make(String label) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return new Key(label, generator.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public KeyAlgorithm algorithm() {
            return KeyAlgorithm.EC_P256;
        }

        @Override
        public PublicKey publicKey() {
            return keys.getPublic();
        }

        @Override
        public byte[] sign(byte[] data) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(keys.getPrivate());
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}

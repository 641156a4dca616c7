package org.danaya.trust.trustlist;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.danaya.base.Sha256;
import org.danaya.crypto.TokenKey;

/** The certificate of the key that signs lists, made by that key itself (TS 119 612 §5.7.1). */
final class SigningCertificate {

    /** {@code id-tsl-kp-tslSigning} (TS 119 612 §5.7.1). */
    static final KeyPurposeId TSL_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("0.4.0.2231.3.0"));

    /** TS 119 312 expects the algorithms of today to hold for longer. */
    private static final int YEARS = 3;

    private static final int SERIAL_BITS = 127;

    private SigningCertificate() {}

    /**
     * A certificate, DER.
     *
     * @param territory two letters, as the scheme's territory
     * @param operator the scheme operator's name, as the list has it in English
     */
    static byte[] make(
            TokenKey key,
            String territory,
            String operator,
            String name,
            Instant now,
            SecureRandom random) {
        X500Name subject =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.C, territory)
                        .addRDN(BCStyle.O, operator)
                        .addRDN(BCStyle.CN, name)
                        .build();
        SubjectPublicKeyInfo publicKey =
                SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded());
        byte[] identifier =
                java.util.Arrays.copyOf(Sha256.of(publicKey.getPublicKeyData().getBytes()), 20);
        try {
            return new X509v3CertificateBuilder(
                            subject,
                            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                            time(now),
                            time(now.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant()),
                            subject,
                            publicKey)
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new SubjectKeyIdentifier(identifier))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new AuthorityKeyIdentifier(identifier))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(TSL_SIGNING))
                    .build(new Signer(key))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("A certificate is written in memory", e);
        }
    }

    private static Time time(Instant at) {
        return new Time(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)).getTime());
    }

    /** Bouncy Castle's builder, signed for by a key of ours. */
    private static final class Signer implements ContentSigner {

        private final TokenKey key;
        private final java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();

        Signer(TokenKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder()
                    .find(key.algorithm().signatureName());
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return key.sign(content.toByteArray());
        }
    }
}

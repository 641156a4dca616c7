package org.danaya.trust.trustlist.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.danaya.base.Sha256;

/**
 * What a certificate says, as far as a list needs it.
 *
 * @param der its bytes
 * @param subject RFC 4514
 * @param issuer RFC 4514
 * @param serial in hexadecimal
 * @param keyIdentifier in hexadecimal: the certificate's own, else SHA-1 of its key (RFC 5280
 *     §4.2.1.2, the first method)
 * @param authority whether it may issue certificates
 * @param sha256 of its bytes, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ServiceCertificate(
        byte[] der,
        String subject,
        String issuer,
        String serial,
        String keyIdentifier,
        boolean authority,
        Instant from,
        Instant until,
        String key,
        String sha256) {

    /** The longest that is read. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    /** Reads DER or PEM; nothing where it is no certificate. */
    public static Optional<ServiceCertificate> read(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(new X509CertificateHolder(der(bytes))));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reads lazily and reports malformed parts by exceptions of many kinds.
            return Optional.empty();
        }
    }

    /** Whether it is its own issuer. */
    public boolean selfIssued() {
        return subject.equals(issuer);
    }

    private static ServiceCertificate of(X509CertificateHolder read) throws IOException {
        byte[] der = read.getEncoded();
        BasicConstraints basic = BasicConstraints.fromExtensions(read.getExtensions());
        return new ServiceCertificate(
                der,
                name(read.getSubject()),
                name(read.getIssuer()),
                read.getSerialNumber().toString(16),
                keyIdentifier(read),
                basic != null && basic.isCA(),
                read.getNotBefore().toInstant(),
                read.getNotAfter().toInstant(),
                algorithm(der),
                HexFormat.of().formatHex(Sha256.of(der)));
    }

    private static byte[] der(byte[] bytes) {
        if (bytes[0] == 0x30) {
            return bytes;
        }
        Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IllegalArgumentException("neither DER nor PEM");
        }
        return Base64.getMimeDecoder().decode(pem.group(1));
    }

    private static String name(X500Name name) throws IOException {
        try {
            return new X500Principal(name.getEncoded()).getName(X500Principal.RFC2253);
        } catch (IllegalArgumentException _) {
            return RFC4519Style.INSTANCE.toString(name);
        }
    }

    private static String keyIdentifier(X509CertificateHolder read) {
        Extension own = read.getExtension(Extension.subjectKeyIdentifier);
        byte[] identifier =
                own == null
                        ? sha1(read.getSubjectPublicKeyInfo().getPublicKeyData().getBytes())
                        : SubjectKeyIdentifier.getInstance(
                                        ASN1OctetString.getInstance(own.getParsedValue()))
                                .getKeyIdentifier();
        return HexFormat.of().formatHex(identifier);
    }

    private static String algorithm(byte[] der) {
        try {
            var certificate =
                    java.security.cert.CertificateFactory.getInstance("X.509")
                            .generateCertificate(new java.io.ByteArrayInputStream(der));
            return switch (certificate.getPublicKey()) {
                case java.security.interfaces.RSAPublicKey rsa ->
                        "RSA " + rsa.getModulus().bitLength();
                case java.security.interfaces.ECPublicKey ec ->
                        "EC " + ec.getParams().getOrder().bitLength();
                default -> certificate.getPublicKey().getAlgorithm();
            };
        } catch (GeneralSecurityException _) {
            return "?";
        }
    }

    private static byte[] sha1(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}

package org.danaya.trust.validation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A small hierarchy for tests: a root, an issuer, whom they certify, OCSP and timestamps. */
public final class TestHierarchy {

    /** A key and its chain, the certificate first. */
    public record Identity(KeyPair keys, List<X509Certificate> chain) {
        /** The certificate. */
        public X509Certificate certificate() {
            return chain.getFirst();
        }
    }

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final KeyPurposeId NONE = KeyPurposeId.anyExtendedKeyUsage;
    private final AtomicLong serials = new AtomicLong(1000);
    private final Map<BigInteger, RevokedStatus> revoked = new HashMap<>();
    private final Identity root;
    private final Identity issuer;
    private final Identity responder;
    private final Identity stamper;

    /** When OCSP answers and timestamps say that they were made. */
    public Instant now;

    public TestHierarchy(Instant now) {
        this.now = now;
        this.root = make("CN=Racine d’exemple,O=Exemple,C=ML", null, Duration.ofDays(3650), NONE);
        this.issuer = make("CN=AC d’exemple,O=Exemple,C=ML", root, Duration.ofDays(2000), NONE);
        this.responder = infrastructure("OCSP d’exemple", KeyPurposeId.id_kp_OCSPSigning);
        this.stamper = infrastructure("Horodatage d’exemple", KeyPurposeId.id_kp_timeStamping);
    }

    /** A person: given name, surname, function and structure are invented. */
    public Identity person(String given, String surname) {
        return holder(
                "CN=%1$s %2$s,givenName=%1$s,SURNAME=%2$s,T=Secrétaire général,O=Ministère d’exemple,C=ML"
                        .formatted(given, surname),
                Duration.ofDays(365));
    }

    public Identity holder(String name, Duration life) {
        return make(name, issuer, life, KeyPurposeId.id_kp_emailProtection);
    }

    /** Our own root as the one anchor. */
    public TrustAnchors anchors() {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        source.addCertificate(new CertificateToken(root.certificate()));
        AnchorsState state =
                new AnchorsState("Exemple", Optional.of(now), Optional.empty(), 1, true);
        return _ -> List.of(new TrustAnchors.Anchors(state, source));
    }

    public X509Certificate rootCertificate() {
        return root.certificate();
    }

    public X509Certificate issuerCertificate() {
        return issuer.certificate();
    }

    public StatusSources status() {
        return new StatusSources(
                Optional.of(OwnStatus.ocsp(this::ocsp)), Optional.empty(), List::of);
    }

    public void revoke(Identity whom, Instant at, int reason) {
        revoked.put(
                whom.certificate().getSerialNumber(),
                new RevokedStatus(DSSUtils.parseRFCDate(at.toString()), reason));
    }

    public byte[] ocsp(byte[] request) {
        return tried(
                () -> {
                    OCSPReq asked = new OCSPReq(request);
                    BasicOCSPRespBuilder answer =
                            new JcaBasicOCSPRespBuilder(
                                    responder.keys().getPublic(),
                                    new JcaDigestCalculatorProviderBuilder()
                                            .setProvider(BC)
                                            .build()
                                            .get(SHA1));
                    for (var each : asked.getRequestList()) {
                        BigInteger serial = each.getCertID().getSerialNumber();
                        answer.addResponse(
                                each.getCertID(),
                                revoked.containsKey(serial)
                                        ? revoked.get(serial)
                                        : CertificateStatus.GOOD,
                                DSSUtils.parseRFCDate(now.toString()),
                                DSSUtils.parseRFCDate(now.plus(Duration.ofDays(1)).toString()));
                    }
                    return new OCSPRespBuilder()
                            .build(
                                    OCSPRespBuilder.SUCCESSFUL,
                                    answer.build(
                                            signer(responder),
                                            new JcaX509CertificateHolder[] {
                                                new JcaX509CertificateHolder(
                                                        responder.certificate())
                                            },
                                            DSSUtils.parseRFCDate(now.toString())))
                            .getEncoded();
                });
    }

    private static final org.bouncycastle.asn1.x509.AlgorithmIdentifier SHA1 =
            org.bouncycastle.cert.ocsp.CertificateID.HASH_SHA1;

    public byte[] timestamp(byte[] request) {
        return tried(
                () -> {
                    TimeStampTokenGenerator tokens =
                            new TimeStampTokenGenerator(
                                    new JcaSimpleSignerInfoGeneratorBuilder()
                                            .setProvider(BC)
                                            .build(
                                                    "SHA256withECDSA",
                                                    stamper.keys().getPrivate(),
                                                    stamper.certificate()),
                                    new JcaDigestCalculatorProviderBuilder()
                                            .setProvider(BC)
                                            .build()
                                            .get(
                                                    new org.bouncycastle.asn1.x509
                                                            .AlgorithmIdentifier(
                                                            TSPAlgorithms.SHA256)),
                                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
                    tokens.addCertificates(
                            new org.bouncycastle.cert.jcajce.JcaCertStore(stamper.chain()));
                    return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                            .generate(
                                    new TimeStampRequest(request),
                                    BigInteger.valueOf(serials.incrementAndGet()),
                                    DSSUtils.parseRFCDate(now.toString()))
                            .getEncoded();
                });
    }

    private Identity infrastructure(String name, KeyPurposeId purpose) {
        return make("CN=" + name + ",O=Exemple,C=ML", issuer, Duration.ofDays(1500), purpose);
    }

    private Identity make(
            String name,
            @org.jspecify.annotations.Nullable Identity by,
            Duration life,
            KeyPurposeId purpose) {
        return tried(
                () -> {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
                    KeyPair keys = generator.generateKeyPair();
                    boolean ca = purpose.equals(NONE);
                    Instant from = now.minus(Duration.ofDays(400));
                    var builder =
                            new JcaX509v3CertificateBuilder(
                                    by == null
                                            ? new X500Name(name)
                                            : new JcaX509CertificateHolder(by.certificate())
                                                    .getSubject(),
                                    BigInteger.valueOf(serials.incrementAndGet()),
                                    DSSUtils.parseRFCDate(from.toString()),
                                    DSSUtils.parseRFCDate(
                                            from.plus(Duration.ofDays(400)).plus(life).toString()),
                                    new X500Name(name),
                                    keys.getPublic());
                    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
                    builder.addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(keys.getPublic()));
                    builder.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(
                                    (by == null ? keys : by.keys()).getPublic()));
                    builder.addExtension(
                            Extension.basicConstraints, true, new BasicConstraints(ca));
                    builder.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    ca
                                            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                            : purpose.equals(KeyPurposeId.id_kp_emailProtection)
                                                    ? KeyUsage.nonRepudiation
                                                    : KeyUsage.digitalSignature));
                    if (Set.of(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_OCSPSigning)
                            .contains(purpose)) {
                        builder.addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
                    }
                    if (purpose.equals(KeyPurposeId.id_kp_OCSPSigning)) {
                        builder.addExtension(
                                org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers
                                        .id_pkix_ocsp_nocheck,
                                false,
                                org.bouncycastle.asn1.DERNull.INSTANCE);
                    }
                    Identity signing = by == null ? new Identity(keys, List.of()) : by;
                    X509Certificate made =
                            (X509Certificate)
                                    CertificateFactory.getInstance("X.509")
                                            .generateCertificate(
                                                    new java.io.ByteArrayInputStream(
                                                            builder.build(signer(signing))
                                                                    .getEncoded()));
                    List<X509Certificate> chain = new java.util.ArrayList<>(List.of(made));
                    if (by != null) {
                        chain.addAll(by.chain());
                    }
                    return new Identity(keys, List.copyOf(chain));
                });
    }

    private static org.bouncycastle.operator.ContentSigner signer(Identity by) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(BC)
                .build(by.keys().getPrivate());
    }

    private static <T> T tried(java.util.concurrent.Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.danaya.trust.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.danaya.crypto.PublicKeys;
import org.danaya.crypto.SignatureCheck;
import org.danaya.trust.der.Der;

/**
 * Reads certification requests (PKCS #10, RFC 2986), in PEM or DER. From a request we take the key
 * and the proof that its maker holds it; the names in it are a proposal.
 */
public final class CertificateRequests {

    /** The most bytes of a request. */
    public static final int LIMIT_BYTES = 32_768;

    private static final int MOST_NAMES = 200;

    /** Deeper than any request goes; a parser that follows more can be made to fall. */
    private static final int DEPTH_LIMIT = 20;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*+)-----END \\1-----");

    private CertificateRequests() {}

    /** How the reading of a request ended. */
    public sealed interface Outcome {

        /** The request is whole and its signature holds. */
        record Read(Request request) implements Outcome {}

        /** It can't be used. */
        record Refused(Problem problem) implements Outcome {}
    }

    /**
     * What a request says.
     *
     * @param subjectPublicKeyInfo the DER of the key
     * @param subject the attributes that we know of the name
     * @param names the alternative names in the form that {@link AlternativeNames#of} reads
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Request(
            PublicKey key,
            byte[] subjectPublicKeyInfo,
            Map<SubjectAttribute, String> subject,
            List<String> names) {}

    /** Why a request can't be used. Its words are {@code profile.request.CODE}. */
    public enum Problem {
        TOO_LARGE,
        /** Neither PEM nor DER. */
        UNREADABLE,
        /** PEM of something else, such as a certificate. */
        OTHER_TYPE,
        /** A private key, which nobody may see. */
        PRIVATE_KEY,
        /** DER that isn't a request, or isn't DER to the end. */
        MALFORMED,
        /** A public key that can't be read. */
        KEY,
        /** A signature algorithm that is unknown or too weak. */
        ALGORITHM,
        /** The signature isn't by the key in the request. */
        SIGNATURE;

        /** The key of its words. */
        public String words() {
            return "profile.request." + Section.spelled(this);
        }
    }

    /** Reads a request, whatever its bytes are. */
    public static Outcome read(byte[] bytes) {
        if (bytes.length > LIMIT_BYTES) {
            return refused(Problem.TOO_LARGE);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY-----")) {
            return refused(Problem.PRIVATE_KEY);
        }
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            return bytes.length > 0 && bytes[0] == Der.SEQUENCE
                    ? der(bytes)
                    : refused(Problem.UNREADABLE);
        }
        if (!pem.group(1).endsWith("CERTIFICATE REQUEST")) {
            return refused(Problem.OTHER_TYPE);
        }
        try {
            return der(Base64.getDecoder().decode(withoutSpace(pem.group(2))));
        } catch (IllegalArgumentException _) {
            return refused(Problem.UNREADABLE);
        }
    }

    private static byte[] withoutSpace(String text) {
        byte[] kept = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            // What is no letter of base64 is left for the decoder to refuse.
            if (letter > ' ' || letter < '\t') {
                kept[length++] = (byte) letter;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private static Outcome der(byte[] der) {
        try {
            if (!DerDepth.isWithin(der, DEPTH_LIMIT)) {
                return refused(Problem.MALFORMED);
            }
            CertificationRequest request =
                    CertificationRequest.getInstance(ASN1Primitive.fromByteArray(der));
            if (request == null || !Arrays.equals(request.getEncoded(ASN1Encoding.DL), der)) {
                return refused(Problem.MALFORMED);
            }
            return checked(request);
        } catch (IOException | RuntimeException _) {
            return refused(Problem.MALFORMED);
        }
    }

    private static Outcome checked(CertificationRequest request) throws IOException {
        byte[] key =
                request.getCertificationRequestInfo()
                        .getSubjectPublicKeyInfo()
                        .getEncoded(ASN1Encoding.DER);
        PublicKey publicKey;
        try {
            publicKey = PublicKeys.read(key);
        } catch (GeneralSecurityException | RuntimeException _) {
            return refused(Problem.KEY);
        }
        SignatureCheck.Outcome signature =
                SignatureCheck.check(
                        publicKey,
                        request.getSignatureAlgorithm().getAlgorithm().getId(),
                        request.getCertificationRequestInfo().getEncoded(ASN1Encoding.DL),
                        request.getSignature().getOctets());
        return switch (signature) {
            case SignatureCheck.Outcome.Valid() ->
                    new Outcome.Read(new Request(publicKey, key, subject(request), names(request)));
            case SignatureCheck.Outcome.Invalid(SignatureCheck.Reason reason) ->
                    refused(
                            reason == SignatureCheck.Reason.ALGORITHM
                                    ? Problem.ALGORITHM
                                    : Problem.SIGNATURE);
        };
    }

    private static Map<SubjectAttribute, String> subject(CertificationRequest request) {
        Map<SubjectAttribute, String> subject = new EnumMap<>(SubjectAttribute.class);
        for (RDN rdn : request.getCertificationRequestInfo().getSubject().getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                Arrays.stream(SubjectAttribute.values())
                        .filter(attribute -> attribute.oid().equals(part.getType().getId()))
                        .filter(_ -> part.getValue() instanceof ASN1String)
                        .forEach(
                                attribute ->
                                        subject.putIfAbsent(
                                                attribute,
                                                ((ASN1String) part.getValue()).getString()));
            }
        }
        return subject;
    }

    private static List<String> names(CertificationRequest request) {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(request.getCertificationRequestInfo().getAttributes())
                .ifPresent(
                        attributes ->
                                attributes.forEach(
                                        item -> {
                                            var attribute =
                                                    org.bouncycastle.asn1.pkcs.Attribute
                                                            .getInstance(item);
                                            if (attribute
                                                            .getAttrType()
                                                            .equals(
                                                                    PKCSObjectIdentifiers
                                                                            .pkcs_9_at_extensionRequest)
                                                    && attribute.getAttrValues().size() == 1) {
                                                add(
                                                        Extensions.getInstance(
                                                                attribute
                                                                        .getAttrValues()
                                                                        .getObjectAt(0)),
                                                        names);
                                            }
                                        }));
        return names.subList(0, Math.min(names.size(), MOST_NAMES));
    }

    private static void add(Extensions extensions, List<String> names) {
        GeneralNames asked =
                GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (asked == null) {
            return;
        }
        for (GeneralName name : asked.getNames()) {
            String text = name.getName() instanceof ASN1String string ? string.getString() : "";
            switch (name.getTagNo()) {
                case GeneralName.rfc822Name -> names.add("email:" + text);
                case GeneralName.dNSName -> names.add("dns:" + text);
                case GeneralName.uniformResourceIdentifier -> names.add("uri:" + text);
                case GeneralName.iPAddress -> names.add("ip:" + address(name));
                default -> names.add("other:" + name.getTagNo());
            }
        }
    }

    private static String address(GeneralName name) {
        byte[] address =
                org.bouncycastle.asn1.ASN1OctetString.getInstance(name.getName()).getOctets();
        try {
            return java.net.InetAddress.getByAddress(address).getHostAddress();
        } catch (java.net.UnknownHostException _) {
            return "?";
        }
    }

    private static Outcome refused(Problem problem) {
        return new Outcome.Refused(problem);
    }
}

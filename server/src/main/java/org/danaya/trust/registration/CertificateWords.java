package org.danaya.trust.registration;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.util.BigIntegers;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.PublicKeys;
import org.danaya.table.Cell;
import org.danaya.trust.profile.SubjectAttribute;

/** What a certificate says, in words that people read. */
public final class CertificateWords {

    private static final String ATTRIBUTE = "registration.attribute.";
    private static final String SAYS = "registration.says.";

    private CertificateWords() {}

    /** The TBSCertificate in a certificate's DER. */
    public static TBSCertificate tbs(byte[] certificate) {
        return org.bouncycastle.asn1.x509.Certificate.getInstance(certificate).getTBSCertificate();
    }

    /** A short name of whom or what a certificate is for. */
    public static String title(TBSCertificate tbs) {
        return value(tbs.getSubject(), SubjectAttribute.COMMON_NAME)
                .or(() -> names(tbs).stream().findFirst())
                .or(() -> value(tbs.getSubject(), SubjectAttribute.ORGANIZATION))
                .orElseGet(() -> tbs.getSubject().toString());
    }

    /** The value of an attribute of a name. */
    static Optional<String> value(X500Name name, SubjectAttribute attribute) {
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                if (part.getType().getId().equals(attribute.oid())) {
                    return Optional.of(text(part));
                }
            }
        }
        return Optional.empty();
    }

    /** Everything that it says, in the order of its parts. */
    public static List<Line> lines(TBSCertificate tbs) {
        List<Line> lines = new ArrayList<>();
        for (RDN rdn : tbs.getSubject().getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                lines.add(Line.text(label(part), text(part)));
            }
        }
        List<String> names = names(tbs);
        if (!names.isEmpty()) {
            lines.add(Line.text(SAYS + "names", String.join(", ", names)));
        }
        lines.add(new Line(SAYS + "from", new Cell.Time(tbs.getStartDate().getDate().toInstant())));
        lines.add(new Line(SAYS + "until", new Cell.Time(tbs.getEndDate().getDate().toInstant())));
        lines.add(Line.text(SAYS + "issuer", issuer(tbs)));
        lines.add(Line.text(SAYS + "key", key(tbs)));
        lines.add(Line.code(SAYS + "serial", serial(tbs)));
        String policies = policies(tbs);
        if (!policies.isEmpty()) {
            lines.add(Line.code(SAYS + "policies", policies));
        }
        return lines;
    }

    /** The serial number in hexadecimal. */
    public static String serial(TBSCertificate tbs) {
        return HexFormat.of()
                .formatHex(BigIntegers.asUnsignedByteArray(tbs.getSerialNumber().getValue()));
    }

    /** The alternative names, each as people write it. */
    static List<String> names(TBSCertificate tbs) {
        Extensions extensions = tbs.getExtensions();
        GeneralNames names =
                extensions == null
                        ? null
                        : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        return names == null
                ? List.of()
                : Arrays.stream(names.getNames()).map(CertificateWords::name).toList();
    }

    /** The mail addresses among the alternative names. */
    static List<String> mails(TBSCertificate tbs) {
        return names(tbs).stream().filter(name -> name.contains("@")).toList();
    }

    private static String name(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.iPAddress -> address(name);
            default ->
                    name.getName() instanceof ASN1String string
                            ? string.getString()
                            : name.getName().toString();
        };
    }

    private static String address(GeneralName name) {
        try {
            return java.net.InetAddress.getByAddress(
                            org.bouncycastle.asn1.ASN1OctetString.getInstance(name.getName())
                                    .getOctets())
                    .getHostAddress();
        } catch (java.net.UnknownHostException _) {
            return "?";
        }
    }

    private static String issuer(TBSCertificate tbs) {
        return value(tbs.getIssuer(), SubjectAttribute.COMMON_NAME)
                .orElseGet(() -> tbs.getIssuer().toString());
    }

    private static String key(TBSCertificate tbs) {
        try {
            return key(tbs.getSubjectPublicKeyInfo().getEncoded("DER"));
        } catch (IOException _) {
            return "?";
        }
    }

    /** What kind of key a SubjectPublicKeyInfo holds, such as {@code EC P-256}. */
    static String key(byte[] subjectPublicKeyInfo) {
        try {
            return KeyAlgorithm.of(PublicKeys.read(subjectPublicKeyInfo))
                    .map(KeyAlgorithm::title)
                    .orElse("?");
        } catch (GeneralSecurityException _) {
            return "?";
        }
    }

    private static String policies(TBSCertificate tbs) {
        Extensions extensions = tbs.getExtensions();
        CertificatePolicies policies =
                extensions == null ? null : CertificatePolicies.fromExtensions(extensions);
        return policies == null
                ? ""
                : Arrays.stream(policies.getPolicyInformation())
                        .map(PolicyInformation::getPolicyIdentifier)
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
    }

    private static String label(AttributeTypeAndValue part) {
        return Arrays.stream(SubjectAttribute.values())
                .filter(known -> known.oid().equals(part.getType().getId()))
                .findFirst()
                .map(known -> ATTRIBUTE + known.code())
                .orElse(SAYS + "other");
    }

    private static String text(AttributeTypeAndValue part) {
        return part.getValue() instanceof ASN1String string
                ? string.getString()
                : part.getValue().toString();
    }
}

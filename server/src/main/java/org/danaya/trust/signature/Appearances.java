package org.danaya.trust.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.signature.ades.Appearance;
import org.danaya.trust.validation.SignedFile;

/**
 * What a visible signature says: name, function, structure, date, as the certificate has them, or
 * in whose name.
 */
final class Appearances {

    private final Words words;
    private final ZoneId zone;

    Appearances(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    Appearance of(SignedFile pdf, Signer.Spot spot, SigningKey key, Signer signer, Instant now) {
        PDRectangle page = Documents.size(pdf, spot.page());
        float x = Math.min(spot.x() * page.getWidth(), page.getWidth() - Documents.STAMP_WIDTH);
        float y = Math.min(spot.y() * page.getHeight(), page.getHeight() - Documents.STAMP_HEIGHT);
        return new Appearance(
                spot.page(),
                Math.max(0, x),
                Math.max(0, y),
                Documents.STAMP_WIDTH,
                Documents.STAMP_HEIGHT,
                lines(key.chain().getFirst(), SignedFor.role(signer.name()), now));
    }

    private List<String> lines(X509Certificate certificate, String role, Instant now) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        List<String> lines = new ArrayList<>();
        lines.add(words.say(Language.FRENCH, "signature.stamp.by", first(subject, BCStyle.CN)));
        if (role.isEmpty()) {
            add(lines, first(subject, BCStyle.T));
            add(lines, first(subject, BCStyle.O));
        } else {
            lines.add(role);
        }
        String pattern = words.say(Language.FRENCH, "local.time");
        lines.add(DateTimeFormatter.ofPattern(pattern, Locale.FRENCH).format(now.atZone(zone)));
        return lines;
    }

    private static void add(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private static String first(X500Name name, ASN1ObjectIdentifier attribute) {
        RDN[] found = name.getRDNs(attribute);
        return found.length == 0 ? "" : IETFUtils.valueToString(found[0].getFirst().getValue());
    }
}

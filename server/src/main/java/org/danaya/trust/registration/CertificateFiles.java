package org.danaya.trust.registration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.page.Download;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;

/** Certificates as files. */
public final class CertificateFiles {

    private static final String PEM = "application/x-pem-file";

    private CertificateFiles() {}

    static Download pem(Certificate certificate) {
        return Download.text(name(certificate) + ".pem", PEM, armoured(certificate.der()));
    }

    static Download der(Certificate certificate) {
        byte[] der = certificate.der();
        return new Download(
                name(certificate) + ".cer", "application/pkix-cert", (_, out) -> out.write(der));
    }

    /** The certificate, then the authorities above it, the root last. */
    static Download chain(Certificate certificate, Authorities authorities) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(armoured(certificate.der()).getBytes(StandardCharsets.US_ASCII));
        for (Authority each : above(certificate.authority(), authorities)) {
            all.writeBytes(armoured(each.certificate()).getBytes(StandardCharsets.US_ASCII));
        }
        return Download.text(
                name(certificate) + "-chain.pem", PEM, all.toString(StandardCharsets.US_ASCII));
    }

    static List<Authority> above(int authority, Authorities authorities) {
        List<Authority> above = new ArrayList<>();
        Optional<Integer> next = Optional.of(authority);
        while (next.isPresent() && above.size() < 10) {
            Optional<Authority> found = authorities.find(next.get());
            found.ifPresent(above::add);
            next = found.flatMap(Authority::issuer);
        }
        return above;
    }

    /** A certificate's DER between lines of RFC 7468. */
    public static String armoured(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String name(Certificate certificate) {
        return "certificate-"
                + HexFormat.of().formatHex(certificate.serial()).toLowerCase(Locale.ROOT);
    }
}

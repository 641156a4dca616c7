package org.danaya.trust.registration.command;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.danaya.base.Fault;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;

/** The certificate that a command names: by its id, or by its serial number in hexadecimal. */
public final class CertOf {

    private CertOf() {}

    /**
     * The certificate.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_CERTIFICATE}, also where two authorities have
     *     issued one of this number
     */
    public static Certificate text(Certificates certificates, String text) {
        String digits = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (digits.matches("([0-9a-f]{2}){8,20}")) {
            List<Certificate> found = certificates.ofSerial(HexFormat.of().parseHex(digits));
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        if (digits.matches("[0-9]{1,18}")) {
            return certificates.get(Long.parseLong(digits));
        }
        throw new Fault(AuthorityFault.UNKNOWN_CERTIFICATE);
    }
}

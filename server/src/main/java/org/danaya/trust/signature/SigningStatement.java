package org.danaya.trust.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Hex;

/** The text that a signer's passkey confirms. */
final class SigningStatement {

    private SigningStatement() {}

    /**
     * The request, the signer, the certificate, and on a line each the hash of every document as it
     * is now, in ASCII.
     */
    static byte[] of(SigningRequest request, Signer signer, X509Certificate certificate) {
        List<String> lines = new ArrayList<>();
        lines.add("danaya signing v1");
        lines.add("request " + request.id() + " signer " + signer.id());
        lines.add("certificate " + Hex.of(Hashes.of(certificate)));
        for (SigningDocument document : request.documents()) {
            lines.add("document " + document.hex() + " " + document.form().code());
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}

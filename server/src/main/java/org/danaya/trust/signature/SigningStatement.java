package org.danaya.trust.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Hex;

/** The text that a signer's passkey confirms. */
final class SigningStatement {

    private SigningStatement() {}

    /**
     * The request, the signer, the certificate, what lets the signer sign in another's name, and on
     * a line each the hash of every document as it is now.
     */
    static byte[] of(
            SigningRequest request,
            Signer signer,
            X509Certificate certificate,
            Optional<SignedFor> name) {
        List<String> lines = new ArrayList<>();
        lines.add("danaya signing v1");
        lines.add("request " + request.id() + " signer " + signer.id());
        lines.add("certificate " + Hex.of(Hashes.of(certificate)));
        name.ifPresent(each -> each.basis().lines().forEach(line -> lines.add("basis " + line)));
        for (SigningDocument document : request.documents()) {
            lines.add("document " + document.hex() + " " + document.form().code());
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

package org.danaya.signin.oidc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.danaya.base.Sha256;

/** SHA-256 in base64url, as RFC 7636 §4.2 writes a code challenge. */
final class Hashed {

    private Hashed() {}

    static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    }
}

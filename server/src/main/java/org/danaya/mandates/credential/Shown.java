package org.danaya.mandates.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.P256Key;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A credential that somebody shows: whatever of its claims they disclose.
 *
 * @param kid names the key, as the header says
 * @param type as the claim {@code vct} says
 * @param code the short code of the mandate, as the claim {@code code} says
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Shown(String kid, String type, String code, byte[] signed, byte[] signature) {

    private static final int PARTS = 3;
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether a text has the form of one. */
    static boolean isOne(String text) {
        String all = text.strip();
        int end = all.indexOf('~');
        return all.length() <= Credentials.LONGEST
                && end > 0
                && DOT.splitAsStream(all.substring(0, end)).count() == PARTS
                && all.chars().allMatch(Shown::isOfOne);
    }

    /** Letters of base64url, and what stands between. */
    private static boolean isOfOne(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-_.~".indexOf(character) >= 0;
    }

    /** Reads one; nothing where it isn't of ours. */
    static Optional<Shown> read(String text) {
        String jwt = text.strip();
        jwt = jwt.substring(0, Math.max(0, jwt.indexOf('~')));
        List<String> parts = DOT.splitAsStream(jwt).toList();
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts.get(0)));
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts.get(1)));
            byte[] signature = Base64.getUrlDecoder().decode(parts.get(2));
            if (!text(header, "alg").equals("ES256")
                    || !text(header, "typ").equals(Credentials.TYPE)
                    || signature.length != EcdsaSignature.RAW) {
                return Optional.empty();
            }
            return Optional.of(
                    new Shown(
                            text(header, "kid"),
                            text(claims, "vct"),
                            text(claims, "code"),
                            (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII),
                            signature));
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    /** Whether a key signed it. */
    boolean isBy(P256Key key) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key.publicKey());
            check.update(signed);
            return check.verify(EcdsaSignature.derOfRaw(signature));
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String text(JsonNode node, String name) {
        @Nullable JsonNode value = node.get(name);
        return value != null && value.isString() ? value.asString() : "";
    }
}

package org.danaya.mandates.credential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.danaya.base.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** Writes an SD-JWT (RFC 9901): a JWT with the hashes of claims, and the claims behind it. */
final class SdJwt {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SdJwt() {}

    /**
     * Signs one.
     *
     * @param open the claims that everybody sees
     * @param hidden the claims that the holder may disclose one by one
     * @param salts 16 bytes of chance each time
     * @param signer makes the raw signature of bytes
     * @return the JWT, each disclosure behind a tilde, and a tilde
     */
    static String sign(
            Map<String, Object> header,
            Map<String, Object> open,
            Map<String, Object> hidden,
            Supplier<byte[]> salts,
            UnaryOperator<byte[]> signer) {
        List<String> disclosures = new ArrayList<>();
        hidden.forEach(
                (name, value) -> disclosures.add(json(List.of(base64(salts.get()), name, value))));
        Map<String, Object> claims = new LinkedHashMap<>(open);
        // In the order of the hashes, so that their places say nothing.
        claims.put(
                "_sd",
                disclosures.stream()
                        .map(each -> base64(Sha256.of(each.getBytes(StandardCharsets.US_ASCII))))
                        .sorted()
                        .toList());
        claims.put("_sd_alg", "sha-256");
        String start = json(header) + "." + json(claims);
        String signature = base64(signer.apply(start.getBytes(StandardCharsets.US_ASCII)));
        return start + "." + signature + "~" + String.join("~", disclosures) + "~";
    }

    private static String json(Object value) {
        return base64(JSON.writeValueAsBytes(value));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

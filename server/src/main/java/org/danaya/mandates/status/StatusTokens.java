package org.danaya.mandates.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.mandate.StatusList;
import org.danaya.verify.mandate.StatusToken;

/** Signs status lists, as CWT and as JWT (IETF Token Status List). */
public final class StatusTokens {

    /** What comes before a list's number in its address. */
    public static final String PATH = "/mandates/status/";

    /** How long a wallet may keep one: a revocation shows within a minute. */
    private static final Duration TTL = Duration.ofMinutes(1);

    private static final int BITS = 2;

    private final MandateKeys keys;
    private final String edge;
    private final Duration validity;

    /**
     * @param edge where the lists are served, without a slash at the end
     * @param validity from signature to expiry
     */
    StatusTokens(MandateKeys keys, String edge, Duration validity) {
        this.keys = keys;
        this.edge = edge;
        this.validity = validity;
    }

    /** Signs lists under a checkpoint, issued at the instant to which they are true. */
    List<Published.SignedList> sign(WholeStatus status, SigningKey key, Checkpoint checkpoint) {
        List<WholeStatus.Part> parts = status.lists();
        Instant issued = status.at().truncatedTo(ChronoUnit.SECONDS);
        List<Published.SignedList> signed = new ArrayList<>();
        for (int number = 0; number < parts.size(); number++) {
            WholeStatus.Part part = parts.get(number);
            StatusToken token =
                    new StatusToken(
                            edge + PATH + number,
                            issued,
                            issued.plus(validity),
                            TTL,
                            part.list(),
                            part.reduced(),
                            checkpoint);
            var unsigned = token.unsigned(key.key().id());
            byte[] cwt = unsigned.signed(keys.sign(key, unsigned.toBeSigned())).toBytes();
            signed.add(new Published.SignedList(cwt, jwt(token, part.list(), key)));
        }
        return signed;
    }

    /** RFC 7515 §7.1, with the claims of the draft's "Status List Token in JWT Format". */
    private String jwt(StatusToken token, StatusList list, SigningKey key) {
        String header =
                "{\"alg\":\"ES256\",\"typ\":\"statuslist+jwt\",\"kid\":\""
                        + key.key().id().base64Url()
                        + "\"}";
        String claims =
                "{\"sub\":\""
                        + token.uri()
                        + "\",\"iat\":"
                        + token.issued().getEpochSecond()
                        + ",\"exp\":"
                        + token.expires().getEpochSecond()
                        + ",\"ttl\":"
                        + token.ttl().toSeconds()
                        + ",\"status_list\":{\"bits\":"
                        + BITS
                        + ",\"lst\":\""
                        + base64(list.compressed())
                        + "\"}}";
        String start = base64(utf8(header)) + "." + base64(utf8(claims));
        return start + "." + base64(keys.sign(key, utf8(start)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

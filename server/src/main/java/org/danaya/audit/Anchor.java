package org.danaya.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A head of the chain that the public log was told.
 *
 * @param reference how its leaf is found
 */
record Anchor(Head head, Instant at, String reference) {

    /** The kind of the log's leaves for anchors. */
    static final String KIND = "audit.anchored";

    private static final Pattern CONTENT =
            Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\"position\":\"([1-9]\\d{0,17})\"}");

    static Anchor of(Head head, Instant at) {
        return new Anchor(head, at, "audit:anchor:" + head.position());
    }

    /** What its leaf commits to. */
    byte[] content() {
        return CanonicalJson.of(
                        Map.of(
                                "hash", head.hash().toString(),
                                "position", Long.toString(head.position())))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The head that a leaf's content tells; nothing where it isn't of the form. */
    static Optional<Head> told(String content) {
        Matcher matcher = CONTENT.matcher(content);
        return matcher.matches()
                ? Optional.of(
                        new Head(Long.parseLong(matcher.group(2)), Hash.parse(matcher.group(1))))
                : Optional.empty();
    }
}

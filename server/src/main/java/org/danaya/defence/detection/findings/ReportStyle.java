package org.danaya.defence.detection.findings;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The report's style, within it, and the content policy that allows this style and nothing else.
 */
final class ReportStyle {

    private static final String STYLE = read();

    private ReportStyle() {}

    static Content element() {
        return output -> output.writeContent("<style>" + STYLE + "</style>");
    }

    /** By the style's hash (CSP Level 3, §2.3.1): no other style, no script, no request. */
    static String policy() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read() {
        try (InputStream style =
                Objects.requireNonNull(
                        ReportStyle.class.getResourceAsStream("/detection/report.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

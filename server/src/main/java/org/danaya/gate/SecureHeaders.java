package org.danaya.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what our pages never do: run a script or a style that isn't ours, stand in a
 * frame, send their address to others, use a device.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecureHeaders extends OncePerRequestFilter {

    /** Content Security Policy Level 3. Pictures may stand in a style sheet of ours as data. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy", POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "same-origin",
                    "Permissions-Policy",
                            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
                                    + " publickey-credentials-create=(self),"
                                    + " publickey-credentials-get=(self)",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin");

    /** Adds them to an answer, whoever writes it. */
    static void addTo(BiConsumer<String, String> headers, boolean secure) {
        ALWAYS.forEach(headers);
        if (secure) {
            headers.accept("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        addTo(response::setHeader, request.isSecure());
        chain.doFilter(request, response);
    }
}

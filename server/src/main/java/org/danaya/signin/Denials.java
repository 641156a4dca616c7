package org.danaya.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.danaya.base.Fault;
import org.danaya.gate.Errors;
import org.danaya.gate.Refusals;
import org.danaya.page.PageFault;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * What happens to a request that may not pass: a page leads to sign-in and back, a stale assertion
 * leads to a new one without losing the form, anything else is told as a fault.
 */
@Component
final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Where a request waits for a passkey; only ever forwarded to. */
    static final String CONFIRM = "/confirm";

    private final Errors errors;
    private final Refusals refusals;

    Denials(Errors errors, Refusals refusals) {
        this.errors = errors;
        this.refusals = refusals;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        if (isPage(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.LOCATION,
                    "/sign-in?next="
                            + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
        } else {
            errors.tell(new Fault(PageFault.SIGN_IN_NEEDED), request, response);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (reason instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof RouteRights.TooOld) {
            request.getRequestDispatcher(CONFIRM).forward(request, response);
        } else if (SessionContexts.current().filter(SignedInPerson::recovering).isPresent()
                && isPage(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/recover/passkey");
        } else {
            refusals.handle(request, response, reason);
        }
    }

    /** Whether somebody looks at a page, and can be led elsewhere. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }
}

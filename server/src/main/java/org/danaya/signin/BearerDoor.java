package org.danaya.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.FaultKind;
import org.danaya.base.Secret;
import org.danaya.gate.ApiDescription;
import org.danaya.gate.Errors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where programs come in: a request to the API with an API key is that program's, whatever cookie
 * comes with it. Elsewhere a key is not looked at. A key that can't be used is refused before
 * anything of the body is read.
 */
final class BearerDoor extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer";

    private final ObjectProvider<Bearers> bearers;
    private final Errors errors;

    BearerDoor(ObjectProvider<Bearers> bearers, Errors errors) {
        this.bearers = bearers;
        this.errors = errors;
    }

    /** A program, for the time of one request. */
    static final class Known extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Bearers.Bearer bearer;

        Known(Bearers.Bearer bearer) {
            super(List.of());
            this.bearer = bearer;
            setAuthenticated(true);
        }

        Bearers.Bearer bearer() {
            return bearer;
        }

        @Override
        public @Nullable Object getCredentials() {
            return null;
        }

        @Override
        public Object getPrincipal() {
            return bearer.key();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return bearer.key().hashCode();
        }

        @Override
        public String toString() {
            return "API key " + bearer.key();
        }
    }

    /** The program behind this request, if one is. */
    static Optional<Bearers.Bearer> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Known known
                ? Optional.of(known.bearer())
                : Optional.empty();
    }

    /** Whether a request shows a key: nothing that a browser sends by itself for another site. */
    static boolean isShown(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return request.getRequestURI().startsWith(ApiDescription.ROOT)
                && given != null
                && (given.strip() + " ")
                        .regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isShown(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).strip();
        try {
            Bearers.Bearer bearer =
                    bearers.getObject()
                            .bearer(
                                    Secret.of(given.substring(SCHEME.length()).strip()),
                                    request.getRemoteAddr());
            SecurityContextHolder.setContext(new SecurityContextImpl(new Known(bearer)));
        } catch (Fault refused) {
            if (refused.code().kind() == FaultKind.UNAUTHENTICATED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            if (refused.code().kind() == FaultKind.TOO_MANY
                    && refused.facts().getFirst() instanceof Long seconds) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            }
            // Nobody waits for the rest of a body that is refused.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            errors.tell(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}

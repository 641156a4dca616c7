package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Reads who is behind a request, the first time that anything asks. */
@Component
final class SessionContexts implements SecurityContextRepository {

    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The person behind this request, if somebody is signed in. */
    static Optional<SignedInPerson> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInPerson p
                ? Optional.of(p)
                : Optional.empty();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request, sessions);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing to save: a session holds whose it is, never what they may do. */
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return request.getSession(false) != null;
    }

    private static final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private final Sessions sessions;
        private @Nullable SecurityContext context;

        Deferred(HttpServletRequest request, Sessions sessions) {
            this.request = request;
            this.sessions = sessions;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known != null) {
                return known;
            }
            SecurityContext read = new SecurityContextImpl();
            HttpSession session = request.getSession(false);
            if (session != null) {
                sessions.person(session).ifPresent(read::setAuthentication);
            }
            context = read;
            return read;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}

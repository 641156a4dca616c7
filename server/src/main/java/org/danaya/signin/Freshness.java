package org.danaya.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.danaya.base.Actor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the passkey assertion that a form carries beside its own fields. The confirmation page
 * sends the form that it interrupted again with the assertion in it, so nothing typed is lost and
 * nothing of it is kept on the server.
 */
final class Freshness extends OncePerRequestFilter {

    /** The field that names the challenge. */
    static final String CHALLENGE = "_challenge";

    /** The field that holds what the passkey answered. */
    static final String CREDENTIAL = "_credential";

    /** Set on a request whose assertion was not right. */
    static final String FAILED = Freshness.class.getName();

    private final FreshAssertions assertions;
    private final Sessions sessions;

    Freshness(FreshAssertions assertions, Sessions sessions) {
        this.assertions = assertions;
        this.sessions = sessions;
    }

    /** What a confirmation commits to: this page's form, for this person. */
    static byte[] content(SignedInPerson person, String method, String path) {
        return (person.account() + "\n" + method + "\n" + path).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String credential =
                "POST".equals(request.getMethod()) ? request.getParameter(CREDENTIAL) : null;
        HttpSession session = credential == null ? null : request.getSession(false);
        if (credential != null && session != null) {
            SessionContexts.current()
                    .ifPresent(person -> take(person, request, session, credential));
        }
        chain.doFilter(request, response);
    }

    private void take(
            SignedInPerson person,
            HttpServletRequest request,
            HttpSession session,
            String credential) {
        String path = request.getRequestURI();
        AssertionOutcome outcome =
                ScopedValue.where(
                                Actor.CURRENT,
                                new Actor.Person(person.account(), "self", request.getRemoteAddr()))
                        .call(
                                () ->
                                        assertions.answer(
                                                person.account(),
                                                "route:" + path,
                                                content(person, "POST", path),
                                                String.valueOf(request.getParameter(CHALLENGE)),
                                                credential));
        switch (outcome) {
            case AssertionOutcome.Confirmed _ -> {
                SecurityContext context = new SecurityContextImpl();
                context.setAuthentication(person.asserted(sessions.asserted(session)));
                SecurityContextHolder.setContext(context);
            }
            case AssertionOutcome.Refused _ -> request.setAttribute(FAILED, true);
        }
    }
}

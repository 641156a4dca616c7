package org.danaya.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The route that was found when the right to a request was decided, so that it isn't looked for
 * twice, and what is served is what was decided about.
 */
@Component
final class FoundRoute implements HandlerMapping, Ordered {

    private static final String KEPT = FoundRoute.class.getName();

    /** Keeps the route of a request until it is asked for. */
    static void keep(HandlerExecutionChain chain, HttpServletRequest request) {
        request.setAttribute(KEPT, chain);
    }

    /** Whoever may not is never led there, by no other way through the server either. */
    static void forget(HttpServletRequest request) {
        request.removeAttribute(KEPT);
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        Object kept = request.getAttribute(KEPT);
        forget(request);
        return request.getDispatcherType() == DispatcherType.REQUEST
                        && kept instanceof HandlerExecutionChain chain
                ? chain
                : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

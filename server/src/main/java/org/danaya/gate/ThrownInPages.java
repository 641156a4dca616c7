package org.danaya.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.danaya.base.Fault;
import org.danaya.page.PageFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Tells what a controller method threw. What Spring Security must see first is left to it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ThrownInPages implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ThrownInPages.class);

    private final Errors errors;

    ThrownInPages(Errors errors) {
        this.errors = errors;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            return null;
        }
        Fault fault = Causes.of(thrown);
        if (fault.code() == PageFault.DEFECT) {
            LOG.error("defect in {} {}", request.getMethod(), route(request), thrown);
        }
        if (thrown instanceof ErrorResponse answer) {
            answer.getHeaders()
                    .forEach((name, all) -> all.forEach(v -> response.addHeader(name, v)));
        }
        try {
            errors.tell(fault, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** The route, and not the address: a code in it would lead to a person. */
    private static Object route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "no route" : pattern;
    }
}

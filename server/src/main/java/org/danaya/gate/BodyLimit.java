package org.danaya.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.page.PageFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body whose told length is past the limit, before a byte of it is read. {@link
 * BodyWatch} counts what comes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class BodyLimit extends OncePerRequestFilter {

    private final long most;
    private final Errors errors;

    BodyLimit(Settings settings, Errors errors) {
        this.most = settings.get(GateSettings.BODY);
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            response.setHeader("Connection", "close");
            errors.tell(new Fault(PageFault.TOO_LARGE), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}

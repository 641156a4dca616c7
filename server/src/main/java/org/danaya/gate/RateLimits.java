package org.danaya.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.page.PageFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every address to a number of pages and of forms in a minute. The pages' own files and the
 * health check are not counted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class RateLimits extends OncePerRequestFilter {

    private final Buckets requests;
    private final Buckets forms;
    private final Errors errors;

    RateLimits(Settings settings, Errors errors) {
        int most = settings.get(GateSettings.COUNTED_ADDRESSES);
        this.requests =
                new Buckets(settings.get(GateSettings.REQUESTS_PER_MINUTE), most, System::nanoTime);
        this.forms =
                new Buckets(settings.get(GateSettings.FORMS_PER_MINUTE), most, System::nanoTime);
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.equals("/health") || path.startsWith("/health/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        switch ((reads ? requests : forms).take(ClientAddress.network(request.getRemoteAddr()))) {
            case Buckets.Turn.Granted() -> chain.doFilter(request, response);
            case Buckets.Turn.Refused(var delay) -> {
                response.setHeader("Retry-After", Long.toString(delay.toSeconds() + 1));
                errors.tell(new Fault(PageFault.TOO_MANY), request, response);
            }
        }
    }
}

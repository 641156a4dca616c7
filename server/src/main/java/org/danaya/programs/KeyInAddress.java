package org.danaya.programs;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.danaya.base.Fault;
import org.danaya.gate.Errors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose address holds a key, wherever it leads. Addresses are written into logs
 * on their way: whoever sends a key so is told that it must be replaced.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
final class KeyInAddress extends OncePerRequestFilter {

    private final Errors errors;

    KeyInAddress(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (holdsKey(request.getRequestURI()) || (query != null && holdsKey(query))) {
            errors.tell(new Fault(ProgramsFault.IN_ADDRESS), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean holdsKey(String text) {
        return text.contains(KeyText.BEGINNING) && KeyText.FORM.matcher(text).find();
    }
}

package org.danaya.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Tells a person what Spring Security refused: a right that is lacking, or a form that didn’t come
 * from our own page.
 */
@Component
public class Refusals implements AccessDeniedHandler {

    private final Errors errors;

    Refusals(Errors errors) {
        this.errors = errors;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        errors.tell(Causes.of(denied), request, response);
    }
}

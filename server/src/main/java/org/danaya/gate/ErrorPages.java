package org.danaya.gate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.danaya.base.Fault;
import org.danaya.page.Open;
import org.danaya.page.PageFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells what went wrong before or after the controllers: the server hands it over here. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Errors errors;

    ErrorPages(Errors errors) {
        this.errors = errors;
    }

    @Open
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        errors.tell(fault(request), request, response);
    }

    private static Fault fault(HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return new Fault(PageFault.FORM_EXPIRED);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            Fault fault = Causes.of(thrown);
            if (fault.code() == PageFault.DEFECT) {
                LOG.error("defect before or after a page", thrown);
            }
            return fault;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Causes.of(status)
                : new Fault(PageFault.UNKNOWN);
    }
}

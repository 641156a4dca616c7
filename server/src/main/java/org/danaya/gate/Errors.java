package org.danaya.gate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.page.Page;
import org.danaya.page.PageFault;
import org.danaya.page.Pages;
import org.danaya.page.RequestId;
import org.danaya.page.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The one place where a fault becomes a page, or a problem (RFC 9457) for a program. */
@Component
public class Errors {

    private static final int RETRY_SECONDS = 30;

    private final Pages pages;
    private final ObjectMapper json;

    Errors(Pages pages, ObjectMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** Answers a request with what is wrong. */
    public void tell(Fault fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        int status = status(fault.code());
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
        }
        View view = pages.view(request);
        ErrorView told =
                new ErrorView(
                        status,
                        fault.code().code(),
                        title(view, status),
                        view.word("fault." + fault.code().code(), fault.facts().toArray()),
                        RequestId.of(request),
                        URLEncoder.encode(path(request), StandardCharsets.UTF_8),
                        TypedText.of(request));
        if (forProgram(request)) {
            response.setStatus(status);
            response.setContentType("application/problem+json;charset=utf-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getOutputStream().write(json.writeValueAsBytes(Problem.of(told)));
        } else {
            Page page = Page.of("gate/error", told).status(status);
            pages.show(told.typed().isEmpty() ? page : page.unkept(), request, response);
        }
    }

    /** The HTTP status of a fault. */
    static int status(FaultCode code) {
        return code instanceof PageFault fault ? fault.status() : code.kind().status();
    }

    private static String title(View view, int status) {
        String key = "gate.title." + status;
        return view.word(view.has(key) ? key : status < 500 ? "gate.title.400" : "gate.title.500");
    }

    /** What was asked for first, also where the server handed the request over. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
    }

    private static boolean forProgram(HttpServletRequest request) {
        return path(request).startsWith("/api/")
                || prefersJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean prefersJson(@Nullable String accept) {
        return accept != null
                && !accept.contains("text/html")
                && (accept.contains("application/json")
                        || accept.contains("application/problem+json"));
    }
}

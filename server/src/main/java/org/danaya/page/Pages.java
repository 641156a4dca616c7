package org.danaya.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws pages from the templates that the build compiled. */
@Component
public class Pages {

    private final Views views;
    private final TemplateEngine engine;

    Pages(Views views, TemplateEngine engine) {
        this.views = views;
        this.engine = engine;
    }

    /** What a template gets for a request. */
    public View view(HttpServletRequest request) {
        return views.of(request);
    }

    /**
     * Answers a request with a page. The whole page is drawn before its first byte leaves, so that
     * a failure can still be told.
     */
    public void show(Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        View view = view(request);
        Utf8ByteOutput drawn = draw(page, view);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Language", view.language().code());
        response.addHeader("Vary", "Accept-Language, Cookie");
        response.setHeader(
                "Cache-Control",
                view.visitor() != null || page.secret() ? "no-store" : "private, no-cache");
        response.setContentLength(drawn.getContentLength());
        drawn.writeTo(response.getOutputStream());
    }

    /** Draws a page. */
    Utf8ByteOutput draw(Page page, View view) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("view", view);
        if (page.model() != null) {
            parameters.put("model", page.model());
        }
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", parameters, output);
        return output;
    }
}

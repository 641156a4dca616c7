package org.danaya.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.danaya.base.FaultCode;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.jspecify.annotations.Nullable;

/**
 * The last resort: a request so malformed that no page can be made for it. The answer is plain, in
 * every language, and says nothing of the program.
 */
final class PlainErrors extends ErrorReportValve {

    private final Words words;

    PlainErrors(Words words) {
        this.words = words;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        FaultCode code = Causes.of(status).code();
        try {
            SecureHeaders.addTo(response::setHeader, request.isSecure());
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("text/html");
            response.setCharacterEncoding("utf-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(page(code));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The client left before it heard what was wrong", e);
        }
    }

    private String page(FaultCode code) {
        String first = words.say(Language.FRENCH, "page.name");
        return """
               <!DOCTYPE html>
               <html lang="fr">
               <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
               <body><h1>%s</h1>%s<p>%s</p></body>
               </html>
               """
                .formatted(first, first, sentences(code), code.code());
    }

    private String sentences(FaultCode code) {
        return Stream.of(Language.values())
                .map(
                        language ->
                                "<p lang=\"%s\">%s</p>"
                                        .formatted(
                                                language.code(),
                                                words.say(language, "fault." + code.code())))
                .collect(Collectors.joining());
    }
}

package org.danaya.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.danaya.base.Fault;
import org.danaya.page.Language;
import org.danaya.page.Words;

/**
 * What a client reads when it gets no answer: one sentence and the stable code, as a problem (RFC
 * 9457) where it asks for JSON, as text otherwise.
 */
final class Problems {

    private static final Header PROBLEM = EdgeAnswer.type("application/problem+json");
    private static final Header RETRY = Header.of("Retry-After", "2");

    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    /** The answer for a fault, with the status of its kind. */
    EdgeAnswer of(Fault fault, Function<String, Optional<String>> headers) {
        boolean method = fault.code() == EdgeFault.METHOD;
        return of(
                fault,
                method ? Status.METHOD_NOT_ALLOWED : Status.of(fault.code().kind().status()),
                headers);
    }

    /** The answer for a fault, with a status of its own. */
    EdgeAnswer of(Fault fault, Status status, Function<String, Optional<String>> headers) {
        String sentence =
                words.say(Language.of(headers.apply("Accept-Language").orElse("")), fault);
        boolean json = headers.apply("Accept").filter(type -> type.contains("json")).isPresent();
        String text =
                json
                        ? json(status, fault.code().code(), sentence)
                        : sentence + " [" + fault.code().code() + "]\n";
        EdgeAnswer answer =
                new EdgeAnswer(
                        status,
                        List.of(json ? PROBLEM : EdgeAnswer.TEXT, EdgeAnswer.NO_STORE),
                        text.getBytes(StandardCharsets.UTF_8));
        return status == Status.TOO_MANY_REQUESTS || status == Status.UNAVAILABLE
                ? answer.with(RETRY)
                : answer;
    }

    private static String json(Status status, String code, String sentence) {
        return """
        {"type":"about:blank","title":"%s","status":%d,"code":"%s","detail":"%s"}
        """
                .formatted(
                        status.reason(),
                        status.code(),
                        code,
                        sentence.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}

package org.danaya.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed into a form that was refused before its own page could keep it: their session
 * was over, say. It is shown to them, so that it can be copied and nothing is lost.
 *
 * <p>Only what our own pages sent ({@code Sec-Fetch-Site}): nobody else puts words onto ours.
 */
final class TypedText {

    private static final int MOST = 20;
    private static final int SHORTEST = 20;
    private static final Pattern SECRET =
            Pattern.compile("csrf|code|secret|key|token|password|credential|challenge");

    private TypedText() {}

    /**
     * The texts of more than a few words, in the order of the form; none where nothing was typed.
     */
    static List<String> of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())
                || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            return List.of();
        }
        Map<String, String[]> sent;
        try {
            sent = request.getParameterMap();
        } catch (RuntimeException _) {
            // Too large or broken: that is what the page tells.
            return List.of();
        }
        return sent.entrySet().stream()
                .filter(each -> !SECRET.matcher(each.getKey().toLowerCase(Locale.ROOT)).find())
                .flatMap(each -> Stream.of(each.getValue()))
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST && text.matches("(?s).*\\s.*"))
                .limit(MOST)
                .toList();
    }
}

package org.danaya.text.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.danaya.text.akn.Element;

/** What a document says about itself. */
final class About {

    private static final Map<String, String> LANGUAGES = languages();

    private About() {}

    private static Map<String, String> languages() {
        return Arrays.stream(Locale.getISOLanguages())
                .collect(
                        Collectors.toMap(
                                two -> Locale.of(two).getISO3Language(),
                                Function.identity(),
                                (first, _) -> first));
    }

    static String language(Element root) {
        return root.all()
                .filter(element -> element.tag().equals("FRBRlanguage"))
                .findFirst()
                .map(element -> element.attribute("language"))
                .map(code -> LANGUAGES.getOrDefault(code, code))
                .orElse("");
    }

    static String title(Element root) {
        return root.all()
                .filter(element -> element.tag().equals("docTitle"))
                .map(element -> element.words().strip().replaceAll("\\s+", " "))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }
}

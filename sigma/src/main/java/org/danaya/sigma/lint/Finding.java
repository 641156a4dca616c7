package org.danaya.sigma.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.sigma.rule.Header;

/**
 * What a check found.
 *
 * @param check the check's id; stable
 * @param source the file, the document in it and the line
 * @param arguments what to put into the words, in the order of {@code {0}}, {@code {1}}
 * @param message the words in English
 */
public record Finding(
        String check,
        Severity severity,
        Header.Source source,
        List<String> arguments,
        String message) {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** What a check found, in its words. */
    static Finding of(Linter.About about, Header.Source source, List<String> arguments) {
        String message =
                PLACE.matcher(about.words())
                        .replaceAll(
                                place ->
                                        Matcher.quoteReplacement(
                                                arguments.get(Integer.parseInt(place.group(1)))));
        return new Finding(about.id(), about.severity(), source, arguments, message);
    }
}

package org.danaya.sigma.lint;

import java.util.List;
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
    public Finding {
        arguments = List.copyOf(arguments);
    }
}

package org.danaya.trust.lint;

import java.util.Locale;

/**
 * A rule that a certificate breaks. Its words are {@code lint.ID}.
 *
 * @param id stable: the standard and what it asks for, such as {@code rfc5280.serial-positive}
 * @param clause such as {@code RFC 5280 §4.1.2.2}
 */
public record Finding(String id, String clause, Severity severity) {

    static Finding of(Lint lint) {
        return new Finding(lint.id(), lint.clause(), lint.severity());
    }

    /** The key of its words. */
    public String words() {
        return "lint." + id;
    }

    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + " " + id + " (" + clause + ")";
    }
}

package org.danaya.form;

/**
 * A choice of a list.
 *
 * @param value what the form sends
 * @param label what the reader sees: words, unless the list holds names
 * @param isKey whether the label is the key of words
 */
public record Option(String value, String label, boolean isKey) {

    /** A choice that shows a name as it is. */
    public static Option named(String value, String name) {
        return new Option(value, name, false);
    }

    /** A choice that shows words. */
    public static Option worded(String value, String key) {
        return new Option(value, key, true);
    }
}

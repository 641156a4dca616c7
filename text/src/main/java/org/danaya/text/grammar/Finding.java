package org.danaya.text.grammar;

import java.util.List;

/**
 * Something that is wrong with a document. The words that tell it are made elsewhere.
 *
 * @param rule that it is against
 * @param severity how much it weighs here
 * @param line from 1
 * @param column from 1, of the {@code <} of the element (of the root: where its tag ends), or where
 *     the words end
 * @param path of the element from the root, such as {@code akomaNtoso/act/body/article#art_2}, with
 *     the {@code eId} of those that have one; shortened where it's long
 * @param subject the attribute, or the element, that it is about
 * @param found the value or the name that stands there; at most {@value #LONGEST} letters of it;
 *     empty where something is missing
 * @param expected what could have stood there; empty where that can't be said
 */
public record Finding(
        Rule rule,
        Severity severity,
        int line,
        int column,
        String path,
        String subject,
        String found,
        List<String> expected) {

    /** Letters that are kept of what was found. */
    public static final int LONGEST = 80;

    public Finding {
        found = shortened(found);
        subject = shortened(subject);
        expected = List.copyOf(expected);
    }

    /** Stable, such as {@code text.akn.element-unknown}. */
    public String code() {
        return rule.code();
    }

    static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}

package org.danaya.mandates.delegation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.base.SearchText;

/**
 * Whether a name that somebody typed is a member's: in any order, with or without accents, case and
 * hyphens, and with or without further given names.
 */
public final class MemberNames {

    private static final int LEAST_WORDS = 2;

    private MemberNames() {}

    /** Whether they are one name. */
    public static boolean same(String typed, String name) {
        Set<String> asked = words(typed);
        Set<String> known = words(name);
        return asked.size() >= Math.min(LEAST_WORDS, known.size())
                && (known.containsAll(asked) || asked.containsAll(known));
    }

    /** Whether it is less than a given name and a family name. */
    static boolean incomplete(String typed) {
        return words(typed).size() < LEAST_WORDS;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(SearchText.plain(text).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

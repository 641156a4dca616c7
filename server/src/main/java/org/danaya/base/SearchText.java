package org.danaya.base;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Text as it is searched: no case, no accents or tone marks, one kind of apostrophe and of space.
 *
 * <p>The Bambara letters ɛ ɔ ɲ ŋ are letters, not accented ones: they are kept. A text that has
 * them is found by them, and also by e o ny ng n, which is what a foreign keyboard can type.
 */
public final class SearchText {

    private static final int MOST_WORDS = 8;

    private SearchText() {}

    /** What is kept beside some texts, to be searched in. */
    public static String of(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            String plain = plain(text);
            add(all, plain);
            String latin = plain.replace('ɛ', 'e').replace('ɔ', 'o');
            if (!latin.equals(plain) || plain.contains("ɲ") || plain.contains("ŋ")) {
                add(all, latin.replace("ɲ", "ny").replace("ŋ", "ng"));
                add(all, latin.replace("ɲ", "n").replace("ŋ", "n"));
            }
        }
        return all.toString();
    }

    /** A text without case, accents or tone marks. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('ʼ', '\'')
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /** The patterns of SQL's {@code like} that a searched text must match, all of them. */
    public static List<String> patterns(String query) {
        return Arrays.stream(plain(query).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private static void add(StringBuilder all, String text) {
        if (!text.isEmpty()) {
            all.append(all.isEmpty() ? "" : " ").append(text);
        }
    }
}

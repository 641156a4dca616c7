package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets words as French is set: no-break spaces before {@code : ; ? ! »} and after {@code «}, {@code
 * ’}, {@code « »} and {@code …}. In other languages the apostrophe alone. Never in links, marks,
 * addresses and between backquotes. What was set once stays.
 */
public final class Typography {

    private static final String NBSP = "\u00a0";
    private static final char KEPT = '\u0001';

    /** What isn't touched, or is told apart only by its signs. */
    private static final Pattern UNTOUCHED =
            Pattern.compile(
                    "`[^`\\n]*`|\\]\\([^)\\s\\u00a0\\u202f]*\\)|\\{[^}\\n]*\\}|\\[\\^[^:\\]\\n]{0,9}:|\\\\."
                            + "|(?i:https?|mailto|ftp):[^\\s\\u00a0\\u202f]+|www\\.[^\\s\\u00a0\\u202f]+|[\\w.+-]+@[\\w.-]+|"
                            + KEPT);

    private record Rule(Pattern from, String to) {}

    private static final Rule APOSTROPHE =
            new Rule(Pattern.compile("(?<=[\\p{L}\\p{M}])'(?=[\\p{L}«\"\\[*_])"), "’");

    private static final List<Rule> FRENCH =
            List.of(
                    APOSTROPHE,
                    new Rule(Pattern.compile("(?<!\\.)\\.\\.\\.(?!\\.)"), "…"),
                    new Rule(
                            Pattern.compile(
                                    "\"([^\"«»\\s\\u00a0](?:[^\"«»\\n]*[^\"«»\\s\\u00a0])?)\""),
                            "«" + NBSP + "$1" + NBSP + "»"),
                    new Rule(Pattern.compile("«[ \\u202f]*(?=[^\\s\\u00a0])"), "«" + NBSP),
                    new Rule(Pattern.compile("(?<=[^\\s\\u00a0])[ \\u202f]*»"), NBSP + "»"),
                    new Rule(Pattern.compile("(?<=[^\\s\\u00a0:;?!])[ \\u202f]+(?=[;:?!])"), NBSP),
                    new Rule(
                            Pattern.compile(
                                    "(?<=[\\p{L}\\p{N}\\p{M})\\]»…%*_’])(?=[;:?!]+(?:[\\s\\u00a0»)\\]]|$))"),
                            NBSP));

    private Typography() {}

    /**
     * What was set.
     *
     * @param words all of them
     * @param corrections what changed, from the beginning
     */
    public record Typeset(String words, List<Correction> corrections) {

        public Typeset {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * Something that changed, with what is around it.
     *
     * @param line from 1
     */
    public record Correction(int line, String before, String after) {}

    /**
     * Sets lines.
     *
     * @param language as BCP 47 says it, such as {@code fr}
     */
    public static Typeset set(String lines, String language) {
        List<Rule> rules = language.equals("fr") ? FRENCH : List.of(APOSTROPHE);
        List<Correction> corrections = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        int number = 0;
        int begin = 0;
        while (begin <= lines.length()) {
            int end = lines.indexOf('\n', begin);
            String line = lines.substring(begin, end < 0 ? lines.length() : end);
            number++;
            String set = line(line, rules);
            if (!set.equals(line)) {
                corrections.add(around(number, line, set));
            }
            out.append(set);
            if (end < 0) {
                break;
            }
            out.append('\n');
            begin = end + 1;
        }
        return new Typeset(out.toString(), corrections);
    }

    private static String line(String line, List<Rule> rules) {
        // Each piece that isn't touched is one letter of no language meanwhile.
        List<String> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Matcher untouched = UNTOUCHED.matcher(line);
        int at = 0;
        while (untouched.find()) {
            open.append(line, at, untouched.start()).append(KEPT);
            pieces.add(untouched.group());
            at = untouched.end();
        }
        open.append(line, at, line.length());
        String set = open.toString();
        for (Rule rule : rules) {
            set = rule.from().matcher(set).replaceAll(rule.to());
        }
        StringBuilder out = new StringBuilder();
        int piece = 0;
        for (int letter = 0; letter < set.length(); letter++) {
            if (set.charAt(letter) == KEPT) {
                out.append(pieces.get(piece));
                piece++;
            } else {
                out.append(set.charAt(letter));
            }
        }
        return out.toString();
    }

    /** What differs, and some letters around it. */
    private static Correction around(int number, String before, String after) {
        int first = 0;
        int most = Math.min(before.length(), after.length());
        while (first < most && before.charAt(first) == after.charAt(first)) {
            first++;
        }
        int last = 0;
        while (last < most - first
                && before.charAt(before.length() - 1 - last)
                        == after.charAt(after.length() - 1 - last)) {
            last++;
        }
        int from = Math.max(0, first - 20);
        return new Correction(
                number,
                cut(before, from, Math.min(before.length(), before.length() - last + 20)),
                cut(after, from, Math.min(after.length(), after.length() - last + 20)));
    }

    private static String cut(String words, int from, int to) {
        String piece = words.substring(from, to);
        return (from > 0 ? "…" : "")
                + (piece.length() <= 160 ? piece : piece.substring(0, 159) + "…")
                + (to < words.length() ? "…" : "");
    }
}

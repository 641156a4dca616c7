package org.danaya.sigma.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.danaya.sigma.regex.EndlessCases;

/**
 * Compiles the regular expressions of rules, which are foreign input: only what runs in linear
 * time, and only as large as it may get. Limits: 10,000 characters, 100 levels of brackets, 10,000
 * single steps after repetitions are written out.
 */
final class Regexes {
    static final int LONGEST = 10_000;
    static final int DEEPEST = 100;
    static final int MOST_STEPS = 10_000;

    private Regexes() {}

    static ValueTest.Regex compile(
            String pattern, boolean ignoreCase, boolean multiLine, boolean dotAll, int line)
            throws Refusal {
        checkSize(pattern, line);
        if (EndlessCases.areIn(pattern, ignoreCase)) {
            throw new Refusal(
                    Cause.REGEX_UNSUPPORTED,
                    line,
                    pattern,
                    "Not an expression that can be read without case: U+1C80 to U+1C88 are in "
                            + pattern);
        }
        int flags =
                (ignoreCase ? Pattern.CASE_INSENSITIVE : 0)
                        | (multiLine ? Pattern.MULTILINE : 0)
                        | (dotAll ? Pattern.DOTALL : 0);
        try {
            return new ValueTest.Regex(
                    pattern, ignoreCase, multiLine, dotAll, Pattern.compile(pattern, flags));
        } catch (PatternSyntaxException e) {
            throw new Refusal(
                    Cause.REGEX_UNSUPPORTED,
                    line,
                    e.getPattern().isEmpty() ? pattern : e.getPattern(),
                    "Not an expression that can be found in linear time: "
                            + e.getDescription()
                            + " in "
                            + pattern);
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | NegativeArraySizeException e) {
            throw new Refusal(
                    Cause.REGEX_UNSUPPORTED, line, pattern, "Not a regular expression: " + pattern);
        }
    }

    /**
     * How much each open bracket holds so far, and how much its last piece, which a repetition
     * would multiply.
     */
    private static final class Level {
        long sum;
        long last;

        void piece(long size) {
            sum += last;
            last = size;
        }

        long total() {
            return sum + last;
        }
    }

    private static void checkSize(String pattern, int line) throws Refusal {
        if (pattern.length() > LONGEST) {
            throw tooLarge(line, "more than " + LONGEST + " characters");
        }
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level());
        for (int at = 0; at < pattern.length(); at++) {
            Level level = levels.element();
            switch (pattern.charAt(at)) {
                case '(' -> {
                    int flags = endOfFlags(pattern, at);
                    if (flags > at) {
                        // No piece: a repetition behind repeats what stands before.
                        at = flags;
                        break;
                    }
                    if (levels.size() > DEEPEST) {
                        throw tooLarge(line, "brackets nested deeper than " + DEEPEST + " levels");
                    }
                    levels.push(new Level());
                }
                case ')' -> {
                    if (levels.size() > 1) {
                        long size = levels.pop().total() + 1;
                        levels.element().piece(size);
                    }
                }
                case '[' -> {
                    at = endOfClass(pattern, at);
                    level.piece(1);
                }
                case '\\' -> {
                    int end = endOfEscape(pattern, at);
                    level.piece(end - at);
                    at = end;
                }
                case '*', '+', '?' -> level.last++;
                case '{' -> level.last *= repetition(pattern, at);
                default -> level.piece(1);
            }
            if (levels.element().total() > MOST_STEPS) {
                throw tooLarge(
                        line,
                        "more than " + MOST_STEPS + " steps once repetitions are written out");
            }
        }
    }

    /** The bracket that ends flags like {@code (?i-s)}; the opening one where it's a group. */
    private static int endOfFlags(String pattern, int open) {
        if (!pattern.startsWith("(?", open)) {
            return open;
        }
        int at = open + 2;
        while (at < pattern.length()
                && (pattern.charAt(at) == '-' || Character.isLetter(pattern.charAt(at)))) {
            at++;
        }
        return at < pattern.length() && pattern.charAt(at) == ')' ? at : open;
    }

    /** The last character of an escape; of {@code \Q}, up to {@code \E} all is as it is written. */
    private static int endOfEscape(String pattern, int backslash) {
        if (!pattern.startsWith("\\Q", backslash)) {
            return backslash + 1;
        }
        int end = pattern.indexOf("\\E", backslash + 2);
        return end < 0 ? pattern.length() : end + 1;
    }

    private static int endOfClass(String pattern, int open) {
        int at = open + 1;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        for (int from = at; at < pattern.length(); at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.charAt(at) == ']' && at > from) {
                return at;
            }
        }
        return pattern.length();
    }

    /**
     * The larger bound of {@code {n}}, {@code {n,}}, {@code {n,m}}; 1 where it is none, because
     * then it's literal.
     */
    private static long repetition(String pattern, int open) {
        int close = pattern.indexOf('}', open);
        if (close < 0 || close - open > 12) {
            return 1;
        }
        long most = 1;
        for (String bound : pattern.substring(open + 1, close).split(",", 2)) {
            if (!bound.isEmpty()) {
                if (!bound.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return 1;
                }
                most = Math.max(most, Long.parseLong(bound));
            }
        }
        return Math.min(most, MOST_STEPS + 1L);
    }

    private static Refusal tooLarge(int line, String what) {
        return new Refusal(Cause.REGEX_TOO_LARGE, line, "A regular expression with " + what);
    }
}

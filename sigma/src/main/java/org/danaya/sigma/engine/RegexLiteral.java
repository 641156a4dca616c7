package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.danaya.sigma.rule.ValueTest;

/**
 * The literals that every text holds, one after the other, in which a regular expression finds
 * something: looked for first, so that the expression runs only where it can succeed. Only what
 * stands outside of groups, classes and choices is considered; an expression that isn't understood
 * has none.
 */
final class RegexLiteral {

    private static final int LEAST = 3;
    private static final String PLAIN_AFTER_BACKSLASH = "\\/.-_:;,'\"()[]{}|*+?^$ &%@!#=<>~`";

    private static final String IGNORE_CASE = "(?i)";

    private final String pattern;

    /** Letters that have the same letter in another case outside of ASCII. */
    private final String apart;

    private final StringBuilder run = new StringBuilder();
    private final List<String> runs = new ArrayList<>();

    private RegexLiteral(String pattern, boolean ignoreCase) {
        boolean flagged = pattern.startsWith(IGNORE_CASE);
        this.pattern = flagged ? pattern.substring(IGNORE_CASE.length()) : pattern;
        this.apart = ignoreCase || flagged ? "kKsS" : "";
    }

    /** The longest such literal of at least three characters. */
    static Optional<String> of(ValueTest test) {
        if (!(test instanceof ValueTest.Regex regex)) {
            return Optional.empty();
        }
        return allOf(regex).stream()
                .max(Comparator.comparingInt(String::length))
                .filter(longest -> longest.length() >= LEAST);
    }

    /** All of them, in the order in which they stand. */
    static List<String> allOf(ValueTest.Regex regex) {
        RegexLiteral literals = new RegexLiteral(regex.pattern(), regex.ignoreCase());
        return literals.isUnderstood() ? List.copyOf(literals.runs) : List.of();
    }

    private boolean isUnderstood() {
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int next;
            switch (c) {
                case '|' -> {
                    return false;
                }
                case '(' -> {
                    end();
                    next = group(at);
                }
                case '[' -> {
                    end();
                    next = set(at);
                }
                case '.', '^', '$' -> {
                    end();
                    next = at + 1;
                }
                case '*', '+', '?', '{', ')', ']', '}' -> {
                    return false;
                }
                case '\\' -> {
                    if (at + 1 == pattern.length()) {
                        return false;
                    }
                    char escaped = pattern.charAt(at + 1);
                    next = at + 2;
                    if (PLAIN_AFTER_BACKSLASH.indexOf(escaped) >= 0) {
                        run.append(escaped);
                    } else if ("dDwWsSbBAztnrfv".indexOf(escaped) >= 0) {
                        end();
                    } else {
                        return false;
                    }
                }
                default -> {
                    next = at + 1;
                    if (c < 0x80 && apart.indexOf(c) < 0) {
                        run.append(c);
                    } else {
                        end();
                    }
                }
            }
            if (next < 0) {
                return false;
            }
            at = repeated(next);
            if (at < 0) {
                return false;
            }
        }
        end();
        return true;
    }

    /** Passes over what says how often the last piece stands; -1 where it isn't understood. */
    private int repeated(int at) {
        if (at == pattern.length()) {
            return at;
        }
        int next;
        switch (pattern.charAt(at)) {
            case '*', '?' -> {
                drop();
                next = at + 1;
            }
            case '+' -> {
                end();
                next = at + 1;
            }
            case '{' -> {
                int close = pattern.indexOf('}', at);
                if (close < 0 || !pattern.substring(at + 1, close).matches("[0-9]+(,[0-9]*)?")) {
                    return -1;
                }
                drop();
                next = close + 1;
            }
            default -> {
                return at;
            }
        }
        return next < pattern.length() && "?+".indexOf(pattern.charAt(next)) >= 0 ? next + 1 : next;
    }

    /** The last character may be missing. */
    private void drop() {
        if (!run.isEmpty()) {
            run.setLength(run.length() - 1);
        }
        end();
    }

    private void end() {
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        run.setLength(0);
    }

    private int group(int from) {
        if (pattern.startsWith("(?", from) && !pattern.startsWith("(?:", from)) {
            // Flags change what comes after.
            return -1;
        }
        int depth = 0;
        for (int at = from; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '[' -> {
                    at = set(at) - 1;
                    if (at < 0) {
                        return -1;
                    }
                }
                case '(' -> depth++;
                case ')' -> {
                    if (--depth == 0) {
                        return at + 1;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The place after a set of characters; -1 where it has no end. */
    private int set(int from) {
        int at = from + 1;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        if (at < pattern.length() && pattern.charAt(at) == ']') {
            at++;
        }
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ']') {
                return at + 1;
            }
            if (c == '[') {
                return -1;
            }
            at += c == '\\' ? 2 : 1;
        }
        return -1;
    }
}

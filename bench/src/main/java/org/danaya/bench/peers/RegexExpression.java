package org.danaya.bench.peers;

import java.util.Optional;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.ValueTest;

/**
 * A regular expression of RE2 in Lucene's syntax, where both are the same language: no anchors but
 * at the ends of the whole, no borders of words, no classes of Unicode, no flags but {@code (?i)}
 * in front.
 */
final class RegexExpression {

    private static final String WORD = "a-zA-Z0-9_";
    private static final String DIGIT = "0-9";
    private static final String SPACE = "\t\n\f\r ";

    private final String text;
    private final boolean folded;
    private final boolean dotAll;
    private final StringBuilder out = new StringBuilder();
    private int at;

    RegexExpression(ValueTest.Regex regex) {
        String pattern = regex.pattern();
        boolean flag = pattern.startsWith("(?i)");
        text = flag ? pattern.substring(4) : pattern;
        folded = flag || regex.ignoreCase();
        dotAll = regex.dotAll();
    }

    /** Whether it is to be asked of folded values. */
    boolean folded() {
        return folded;
    }

    /** The expression over whole values; nothing where it can't be told. */
    Optional<String> expression() {
        try {
            boolean begin = accept('^');
            boolean end = alternatives(0);
            String inner = out.toString();
            // An anchor at an end belongs to one alternative alone.
            if (at < text.length() || ((begin || end) && bare(inner))) {
                return Optional.empty();
            }
            return Optional.of((begin ? "" : ".*") + "(" + inner + ")" + (end ? "" : ".*"));
        } catch (Foreign e) {
            return Optional.empty();
        }
    }

    private static final class Foreign extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Whether there are alternatives outside all brackets. */
    private static boolean bare(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '\\' -> i++;
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** Reads until the end or an outer bracket; whether {@code $} stood at the end of all. */
    private boolean alternatives(int depth) throws Foreign {
        boolean empty = true;
        while (at < text.length() && text.charAt(at) != ')') {
            char c = text.charAt(at);
            if (c == '$' && depth == 0 && at == text.length() - 1) {
                at++;
                return true;
            }
            if (c == '|') {
                if (empty) {
                    out.append("()");
                }
                out.append('|');
                at++;
                empty = true;
            } else {
                piece(depth);
                quantifier();
                empty = false;
            }
        }
        if (empty) {
            out.append("()");
        }
        return false;
    }

    private void piece(int depth) throws Foreign {
        char c = text.charAt(at++);
        switch (c) {
            case '(' -> {
                if (accept('?') && !accept(':')) {
                    throw new Foreign();
                }
                out.append('(');
                alternatives(depth + 1);
                if (!accept(')')) {
                    throw new Foreign();
                }
                out.append(')');
            }
            case '[' -> set();
            case '.' -> out.append(dotAll ? "." : "[^\n]");
            case '^', '$', '*', '+', '?' -> throw new Foreign();
            case '\\' -> escaped();
            default -> literal(c);
        }
    }

    private void escaped() throws Foreign {
        char c = next();
        switch (c) {
            case 'w' -> out.append('[').append(WORD).append(']');
            case 'd' -> out.append('[').append(DIGIT).append(']');
            case 's' -> out.append('[').append(SPACE).append(']');
            case 'W' -> out.append("[^").append(WORD).append(']');
            case 'D' -> out.append("[^").append(DIGIT).append(']');
            case 'S' -> out.append("[^").append(SPACE).append(']');
            default -> literal(control(c));
        }
    }

    private static char control(char c) throws Foreign {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new Foreign();
                }
                yield c;
            }
        };
    }

    private void set() throws Foreign {
        out.append('[');
        if (accept('^')) {
            out.append('^');
        }
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            char from = next();
            if (from == '[') {
                throw new Foreign();
            }
            if (from == '\\') {
                char c = next();
                if (c == 'w' || c == 'd' || c == 's') {
                    out.append(c == 'w' ? WORD : c == 'd' ? DIGIT : SPACE);
                    continue;
                }
                from = control(c);
            }
            if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                char to = next();
                range(from, to == '\\' ? control(next()) : to);
            } else {
                literal(from);
            }
        }
        at++;
        out.append(']');
    }

    private void range(char from, char to) throws Foreign {
        boolean letters = Character.isLetter(from) && Character.isLetter(to);
        boolean crosses = folded && (from <= 'Z' && to >= 'A') && !letters;
        if (crosses || (letters && Character.isUpperCase(from) != Character.isUpperCase(to))) {
            throw new Foreign();
        }
        literal(from);
        out.append('-');
        literal(to);
    }

    private void quantifier() throws Foreign {
        if (at == text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (c == '{') {
            int close = text.indexOf('}', at);
            String bounds = close < 0 ? "" : text.substring(at + 1, close);
            if (!bounds.matches("[0-9]+(,[0-9]*)?")) {
                throw new Foreign();
            }
            out.append('{').append(bounds).append('}');
            at = close + 1;
        } else if (c == '*' || c == '+' || c == '?') {
            out.append(c);
            at++;
        } else {
            return;
        }
        // Lazy or greedy: the same language.
        accept('?');
    }

    private void literal(char c) throws Foreign {
        if (c >= 0x80) {
            throw new Foreign();
        }
        char there = folded ? (char) Fold.fold(c) : c;
        if (!Character.isLetterOrDigit(there)) {
            out.append('\\');
        }
        out.append(there);
    }

    private char peek() throws Foreign {
        if (at == text.length()) {
            throw new Foreign();
        }
        return text.charAt(at);
    }

    private char next() throws Foreign {
        char c = peek();
        at++;
        return c;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}

package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions (Sigma rules, «Condition»): {@code or} binds least, then {@code and}, {@code
 * not}, {@code x of}, brackets. Limits: 100,000 characters, 100 levels.
 */
final class Conditions {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 100;

    private final Set<String> names;
    private final List<String> tokens;
    private final int line;
    private int at;
    private int depth;

    private Conditions(String text, Set<String> names, int line) throws Refusal {
        if (text.length() > LONGEST) {
            throw new Refusal(
                    Cause.CONDITION_TOO_LARGE,
                    line,
                    "A condition of more than " + LONGEST + " characters");
        }
        if (text.indexOf('|') >= 0) {
            throw new Refusal(
                    Cause.CONDITION_AGGREGATION,
                    line,
                    "Aggregations behind | are no part of Sigma 2: write a correlation instead");
        }
        this.names = names;
        this.line = line;
        tokens = tokens(text);
    }

    /** The condition over the selections of those names. */
    static Condition read(String text, Set<String> names, int line) throws Refusal {
        var conditions = new Conditions(text, names, line);
        Condition condition = conditions.or();
        if (conditions.at < conditions.tokens.size()) {
            throw conditions.syntax(
                    conditions.tokens.get(conditions.at),
                    "«"
                            + conditions.tokens.get(conditions.at)
                            + "» stands where the condition should end");
        }
        return condition;
    }

    /** One of them suffices. */
    static Condition any(List<Condition> conditions) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        List<Condition> flat = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Or or) {
                flat.addAll(or.conditions());
            } else {
                flat.add(condition);
            }
        }
        return new Condition.Or(flat);
    }

    /** All of them are needed. */
    static Condition all(List<Condition> conditions) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        List<Condition> flat = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.And and) {
                flat.addAll(and.conditions());
            } else {
                flat.add(condition);
            }
        }
        return new Condition.And(flat);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c != '(' && c != ')' && !Character.isWhitespace(c)) {
                while (end < text.length()
                        && !Character.isWhitespace(text.charAt(end))
                        && text.charAt(end) != '('
                        && text.charAt(end) != ')') {
                    end++;
                }
            }
            if (!Character.isWhitespace(c)) {
                tokens.add(text.substring(at, end));
            }
            at = end;
        }
        return tokens;
    }

    private Condition or() throws Refusal {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(and());
        } while (accept("or"));
        return any(conditions);
    }

    private Condition and() throws Refusal {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(not());
        } while (accept("and"));
        return all(conditions);
    }

    private Condition not() throws Refusal {
        if (!accept("not")) {
            return operand();
        }
        enter();
        Condition negated = new Condition.Not(not());
        depth--;
        return negated;
    }

    private Condition operand() throws Refusal {
        String token = take("a selection");
        if (token.equals("(")) {
            enter();
            Condition condition = or();
            if (!accept(")")) {
                throw syntax("(", "a bracket isn't closed");
            }
            depth--;
            return condition;
        }
        String next = peek();
        if (next != null && next.equalsIgnoreCase("of")) {
            at++;
            return quantified(token, take("«them» or a pattern"));
        }
        if (isWord(token)) {
            throw syntax(token, "«" + token + "» stands where a selection should");
        }
        if (!names.contains(token)) {
            throw new Refusal(
                    Cause.CONDITION_NO_SUCH_SELECTION,
                    line,
                    token,
                    "The condition names " + token + ", which the rule doesn't have");
        }
        return new Condition.Selected(token);
    }

    /**
     * Names that begin with an underscore are left out, unless the pattern begins with one itself.
     */
    private Condition quantified(String quantity, String pattern) throws Refusal {
        List<Condition> selected = new ArrayList<>();
        boolean them = pattern.equals("them");
        for (String name : names) {
            boolean hidden = name.startsWith("_") && !pattern.startsWith("_");
            if (!hidden && (them || fits(pattern, name))) {
                selected.add(new Condition.Selected(name));
            }
        }
        if (selected.isEmpty()) {
            throw new Refusal(
                    Cause.CONDITION_NO_SUCH_SELECTION,
                    line,
                    pattern,
                    "The rule has no selection " + pattern);
        }
        return switch (quantity.toLowerCase(Locale.ROOT)) {
            case "1", "any" -> any(selected);
            case "all" -> all(selected);
            default ->
                    throw syntax(
                            quantity + " of",
                            "«" + quantity + " of»: only 1 of and all of have a meaning");
        };
    }

    /**
     * Whether the name fits a pattern with {@code *} anywhere, in time linear in both for each
     * star.
     */
    static boolean fits(String pattern, String name) {
        String[] pieces = pattern.split("\\*", -1);
        if (pieces.length == 1) {
            return pattern.equals(name);
        }
        String first = pieces[0];
        String last = pieces[pieces.length - 1];
        if (name.length() < first.length() + last.length()
                || !name.startsWith(first)
                || !name.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = name.length() - last.length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = name.indexOf(pieces[i], at);
            if (found < 0 || found + pieces[i].length() > end) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return true;
    }

    private static boolean isWord(String token) {
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "and", "or", "not", "of", ")" -> true;
            default -> false;
        };
    }

    private void enter() throws Refusal {
        if (++depth > DEEPEST) {
            throw new Refusal(
                    Cause.CONDITION_TOO_LARGE,
                    line,
                    "A condition nested deeper than " + DEEPEST + " levels");
        }
    }

    private @Nullable String peek() {
        return at < tokens.size() ? tokens.get(at) : null;
    }

    private boolean accept(String word) {
        String next = peek();
        if (next == null || !next.equalsIgnoreCase(word)) {
            return false;
        }
        at++;
        return true;
    }

    private String take(String wanted) throws Refusal {
        String next = peek();
        if (next == null) {
            throw syntax("", "it ends where " + wanted + " should stand");
        }
        at++;
        return next;
    }

    private Refusal syntax(String about, String what) {
        return new Refusal(Cause.CONDITION_SYNTAX, line, about, "Condition: " + what);
    }
}

package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code %names%} in values stand for where a rule says {@code expand} (Sigma rules,
 * «Placeholders»).
 *
 * @param values by name without the percent signs: alternatives, each written as a value is,
 *     wildcards included
 */
public record Placeholders(Map<String, List<String>> values) {
    /** None known: every rule that needs one is refused. */
    public static final Placeholders NONE = new Placeholders(Map.of());

    /** The most alternatives that one value may become. */
    static final int MOST_ALTERNATIVES = 10_000;

    private static final Pattern WORD = Pattern.compile("[^%\\s\\\\]+");
    private static final Pattern NAME = Pattern.compile("%(" + WORD + ")%");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** Whether a rule can name a placeholder so, between percent signs. */
    static boolean isName(String text) {
        return WORD.matcher(text).matches();
    }

    /** The value with each of its placeholders replaced by each alternative. */
    List<String> expand(String value, int line) throws Refusal {
        List<StringBuilder> expanded = new ArrayList<>(List.of(new StringBuilder()));
        Matcher name = NAME.matcher(value);
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            char next = at + 1 < value.length() ? value.charAt(at + 1) : ' ';
            if (c == '\\' && next == '%') {
                at++;
                expanded.forEach(text -> text.append('%'));
            } else if (c == '\\' && next == '\\') {
                at++;
                expanded.forEach(text -> text.append("\\\\"));
            } else if (c == '%' && name.find(at) && name.start() == at) {
                expanded = multiply(expanded, alternatives(name.group(1), line), line);
                at = name.end() - 1;
            } else {
                expanded.forEach(text -> text.append(c));
            }
        }
        return expanded.stream().map(StringBuilder::toString).toList();
    }

    private List<String> alternatives(String name, int line) throws Refusal {
        List<String> alternatives = values.get(name);
        if (alternatives == null || alternatives.isEmpty()) {
            throw new Refusal(
                    Cause.PLACEHOLDER_UNKNOWN,
                    line,
                    "%" + name + "%",
                    "The placeholder %" + name + "% has no value here");
        }
        return alternatives;
    }

    private static List<StringBuilder> multiply(
            List<StringBuilder> texts, List<String> alternatives, int line) throws Refusal {
        if ((long) texts.size() * alternatives.size() > MOST_ALTERNATIVES) {
            throw new Refusal(
                    Cause.SELECTION_TOO_LARGE,
                    line,
                    "Placeholders make more than " + MOST_ALTERNATIVES + " alternatives");
        }
        List<StringBuilder> product = new ArrayList<>();
        for (StringBuilder text : texts) {
            for (String alternative : alternatives) {
                product.add(new StringBuilder(text).append(alternative));
            }
        }
        return product;
    }
}

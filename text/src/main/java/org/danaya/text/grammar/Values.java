package org.danaya.text.grammar;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The kinds of values that the grammar's types are made of. */
final class Values {

    private static final Pattern SPACE = Pattern.compile("[ \t\n\r]+");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]++");
    private static final Pattern BOOLEAN = Pattern.compile("true|false|0|1");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}+(-[a-zA-Z0-9]{1,8}+)*+");

    /** XML 1.0, fifth edition, productions 4 and 4a, without the colon. */
    private static final String NAME_START =
            "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
                    + "\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF"
                    + "\\uFDF0-\\uFFFD\\x{10000}-\\x{EFFFF}";

    private static final Pattern NAME =
            Pattern.compile(
                    "["
                            + NAME_START
                            + "]["
                            + NAME_START
                            + "0-9.\\u00B7\\u0300-\\u036F\\u203F\\u2040-]*+");

    private static final Map<String, Predicate<String>> KINDS =
            Map.ofEntries(
                    Map.entry("string", value -> true),
                    Map.entry("no-space", Values::hasNoSpace),
                    Map.entry("uri", value -> Uris.isUri(trimmed(value))),
                    Map.entry("boolean", value -> BOOLEAN.matcher(trimmed(value)).matches()),
                    Map.entry("integer", value -> INTEGER.matcher(trimmed(value)).matches()),
                    Map.entry("date", value -> Dates.isDate(trimmed(value))),
                    Map.entry("dateTime", value -> Dates.isDateTime(trimmed(value))),
                    Map.entry("time", value -> Dates.isTime(trimmed(value))),
                    Map.entry("duration", value -> Dates.isDuration(trimmed(value))),
                    Map.entry("id", value -> NAME.matcher(trimmed(value)).matches()),
                    Map.entry("space", Values::isSpace),
                    Map.entry("language-or-none", Values::isLanguageOrNone));

    private Values() {}

    /** The kind of values of this name. */
    static Predicate<String> kind(String name) {
        Predicate<String> kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalStateException("no type " + name);
        }
        return kind;
    }

    /** Each of the values that space parts. */
    static boolean each(String value, Predicate<String> kind) {
        String list = trimmed(value);
        return list.isEmpty() || SPACE.splitAsStream(list).allMatch(kind);
    }

    /** Without the space of XML at its ends. */
    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isXmlSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isXmlSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    /** Whether all of it is space as XML has it: no other letter of Unicode. */
    static boolean isXmlSpace(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isXmlSpace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isXmlSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean hasNoSpace(String value) {
        return !value.isEmpty() && value.chars().noneMatch(c -> isXmlSpace((char) c));
    }

    private static boolean isSpace(String value) {
        String mode = trimmed(value);
        return mode.equals("default") || mode.equals("preserve");
    }

    private static boolean isLanguageOrNone(String value) {
        return value.isEmpty() || LANGUAGE.matcher(trimmed(value)).matches();
    }
}

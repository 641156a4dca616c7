package org.danaya.sigma.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.danaya.sigma.rule.Network;
import org.danaya.sigma.rule.Numbers;
import org.danaya.sigma.rule.Order;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.ValueTest;

/**
 * Tests as a rule would write them, after its modifiers were worked off: a line of YAML that reads
 * as the same test.
 */
final class Spelling {

    /** What YAML reads as text without quotes, and a person too. */
    private static final Pattern PLAIN =
            Pattern.compile("-{0,2}[\\p{L}\\\\/._][\\p{L}\\p{N}\\\\/._=+$()-]*");

    private static final Pattern WORD = Pattern.compile("(?i)null|true|false");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\x{2028}\\x{2029}]");

    private final List<String> modifiers = new ArrayList<>();
    private final boolean keyword;
    private String value = "";

    private Spelling(boolean keyword) {
        this.keyword = keyword;
    }

    /** What is asked of a field: {@code Image|endswith: \cmd.exe}. */
    static String of(String field, ValueTest test) {
        Spelling spelling = new Spelling(false);
        spelling.write(test);
        return shortened(String.join("|", spelling.key(field)) + ": " + spelling.value);
    }

    /** What is looked for everywhere: the keyword, with its modifiers where it has any. */
    static String keyword(ValueTest test) {
        Spelling spelling = new Spelling(true);
        spelling.write(test);
        return shortened(
                spelling.modifiers.isEmpty()
                        ? spelling.value
                        : String.join("|", spelling.key("")) + ": " + spelling.value);
    }

    private static String shortened(String test) {
        return new Place(0, 0).shown(test);
    }

    private List<String> key(String field) {
        List<String> key = new ArrayList<>(List.of(field));
        key.addAll(modifiers);
        return key;
    }

    private void write(ValueTest test) {
        switch (test) {
            case ValueTest.Glob glob -> glob(glob);
            case ValueTest.Empty unused -> value = "''";
            case ValueTest.Null unused -> value = "null";
            case ValueTest.Exists(boolean there) -> {
                modifiers.add("exists");
                value = Boolean.toString(there);
            }
            case ValueTest.NumberEqual(BigDecimal number) -> value = number.toString();
            case ValueTest.Compare(Order order, BigDecimal number) -> {
                order(order);
                value = number.toString();
            }
            case ValueTest.Regex regex -> regex(regex);
            case ValueTest.Cidr(Network network) -> {
                modifiers.add("cidr");
                value = quoted(network.toString());
            }
            case ValueTest.FieldRef(
                            String other,
                            ValueTest.FieldRef.Place place,
                            boolean cased) -> {
                modifiers.add("fieldref");
                switch (place) {
                    case WHOLE -> {}
                    case START -> modifiers.add("startswith");
                    case END -> modifiers.add("endswith");
                    case ANYWHERE -> modifiers.add("contains");
                }
                cased(cased);
                value = quoted(other);
            }
            case ValueTest.TimePart(
                            ValueTest.TimePart.Unit unit,
                            Order order,
                            BigDecimal number) -> {
                modifiers.add(unit.name().toLowerCase(Locale.ROOT));
                order(order);
                value = number.toString();
            }
            case ValueTest.Not(ValueTest inner) -> {
                modifiers.add("neq");
                write(inner);
            }
        }
    }

    private void order(Order order) {
        if (order != Order.EQ) {
            modifiers.add(order.name().toLowerCase(Locale.ROOT));
        }
    }

    private void cased(boolean cased) {
        if (cased) {
            modifiers.add("cased");
        }
    }

    private void regex(ValueTest.Regex regex) {
        modifiers.add("re");
        if (regex.ignoreCase()) {
            modifiers.add("i");
        }
        if (regex.multiLine()) {
            modifiers.add("m");
        }
        if (regex.dotAll()) {
            modifiers.add("s");
        }
        value = quoted(regex.pattern());
    }

    /** Runs at the ends are what contains, startswith and endswith stand for. */
    private void glob(ValueTest.Glob glob) {
        List<Part> parts = glob.parts();
        boolean before = parts.size() > 1 && parts.getFirst() instanceof Part.AnyRun;
        boolean after = parts.size() > 1 && parts.getLast() instanceof Part.AnyRun;
        if (before && after) {
            if (!keyword) {
                modifiers.add("contains");
            }
        } else if (before) {
            modifiers.add("endswith");
        } else if (after) {
            modifiers.add("startswith");
        }
        cased(glob.cased());
        value = quoted(pattern(parts.subList(before ? 1 : 0, parts.size() - (after ? 1 : 0))));
    }

    private static String pattern(List<Part> parts) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean wildcardBehind = i + 1 < parts.size();
            switch (parts.get(i)) {
                case Part.AnyRun unused -> pattern.append('*');
                case Part.AnyOne unused -> pattern.append('?');
                case Part.Literal(String text) -> literal(text, wildcardBehind, pattern);
            }
        }
        return pattern.toString();
    }

    /** A backslash needs another one before it only where it would take away another meaning. */
    private static void literal(String text, boolean wildcardBehind, StringBuilder pattern) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean last = at + 1 == text.length();
            boolean special = last ? wildcardBehind : "\\*?".indexOf(text.charAt(at + 1)) >= 0;
            boolean run = at > 0 && text.charAt(at - 1) == '\\';
            if (c == '*' || c == '?' || (c == '\\' && (special || run))) {
                pattern.append('\\');
            }
            pattern.append(c);
        }
    }

    private static String quoted(String text) {
        if (CONTROL.matcher(text).find()) {
            return escaped(text);
        }
        return PLAIN.matcher(text).matches()
                        && !WORD.matcher(text).matches()
                        && Numbers.read(text) == null
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                case '"', '\\' -> escaped.append('\\').append(c);
                default -> {
                    if (CONTROL.matcher(String.valueOf(c)).find()
                            && !(Character.isSurrogate(c) && isPaired(text, at))) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.append('"').toString();
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}

package org.danaya.sigma.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * Turns one value behind a chain of modifiers into tests, one of which must hold: the value's
 * alternatives.
 */
final class ValueReader {
    /** The most wildcards of a value. */
    static final int MOST_WILDCARDS = 10_000;

    private final Chain chain;
    private final Placeholders placeholders;

    /**
     * Whether the value is looked for everywhere in the event, so that it need not be a whole text.
     */
    private final boolean keyword;

    ValueReader(Chain chain, Placeholders placeholders, boolean keyword) {
        this.chain = chain;
        this.placeholders = placeholders;
        this.keyword = keyword;
    }

    List<ValueTest> read(Yaml.Scalar value) throws Refusal {
        return switch (chain.kind()) {
            case TEXT -> text(value);
            case REGEX -> List.of(regex(value));
            case NETWORK -> networks(value);
            case EXISTENCE -> List.of(existence(value));
            case COMPARISON -> List.of(new ValueTest.Compare(order(), number(value)));
            case TIME -> List.of(new ValueTest.TimePart(unit(), order(), number(value)));
            case REFERENCE -> List.of(reference(value));
        };
    }

    private List<ValueTest> text(Yaml.Scalar value) throws Refusal {
        if (!keyword && !changesText()) {
            if (value.isNull()) {
                return List.of(new ValueTest.Null());
            }
            BigDecimal number = Numbers.of(value);
            if (number != null) {
                return List.of(new ValueTest.NumberEqual(number));
            }
        }
        if (value.isNull()) {
            throw type(value, "null");
        }
        List<ValueTest> tests = new ArrayList<>();
        List<String> texts =
                chain.has(Modifier.EXPAND)
                        ? placeholders.expand(value.text(), value.line())
                        : List.of(value.text());
        for (String text : texts) {
            for (List<Part> parts : alternatives(pattern(text, value.line()), value.line())) {
                tests.add(glob(parts));
            }
        }
        return tests;
    }

    private static List<Part> pattern(String text, int line) throws Refusal {
        if (text.chars().filter(c -> c == '*' || c == '?').count() > MOST_WILDCARDS) {
            throw new Refusal(
                    Cause.SELECTION_TOO_LARGE,
                    line,
                    "More than " + MOST_WILDCARDS + " wildcards in a value");
        }
        return Patterns.read(text);
    }

    private boolean changesText() {
        for (Modifier modifier : chain.modifiers()) {
            if (modifier != Modifier.ALL
                    && modifier != Modifier.NEQ
                    && modifier != Modifier.CASED) {
                return true;
            }
        }
        return false;
    }

    /** Applies the modifiers in the order in which they stand. */
    private List<List<Part>> alternatives(List<Part> parts, int line) throws Refusal {
        List<List<Part>> alternatives = List.of(parts);
        boolean encoded = false;
        for (Modifier modifier : chain.modifiers()) {
            List<List<Part>> next = new ArrayList<>();
            for (List<Part> alternative : alternatives) {
                next.addAll(apply(modifier, alternative, encoded, line));
            }
            alternatives = next;
            encoded |= Modifier.WIDES.contains(modifier);
        }
        return alternatives;
    }

    private List<List<Part>> apply(Modifier modifier, List<Part> parts, boolean encoded, int line)
            throws Refusal {
        return switch (modifier) {
            case CONTAINS -> List.of(Patterns.open(parts, true, true));
            case STARTSWITH -> List.of(Patterns.open(parts, false, true));
            case ENDSWITH -> List.of(Patterns.open(parts, true, false));
            case WINDASH -> Encodings.windash(parts, line);
            case WIDE, UTF16, UTF16LE, UTF16BE -> List.of(Encodings.wide(parts, modifier));
            case BASE64 ->
                    List.of(
                            Patterns.literal(
                                    Encodings.base64(plain(modifier, parts, encoded, line))));
            case BASE64OFFSET -> offsets(plain(modifier, parts, encoded, line), line);
            default -> List.of(parts);
        };
    }

    /**
     * One byte alone has a place in which no character of the Base64 is its own: it couldn't be
     * found there.
     */
    private static List<List<Part>> offsets(byte[] bytes, int line) throws Refusal {
        if (bytes.length < 2) {
            throw new Refusal(
                    Cause.VALUE_TYPE,
                    line,
                    "base64offset",
                    "Too short a value to be found within Base64");
        }
        return Encodings.base64Offsets(bytes).stream().map(Patterns::literal).toList();
    }

    private static byte[] plain(Modifier modifier, List<Part> parts, boolean encoded, int line)
            throws Refusal {
        if (parts.isEmpty() || Patterns.hasWildcard(parts)) {
            throw new Refusal(
                    Cause.VALUE_WILDCARD,
                    line,
                    modifier.word(),
                    "What "
                            + modifier.word()
                            + " encodes must be text without wildcards; contains belongs behind it");
        }
        return Encodings.bytes(parts, encoded);
    }

    private ValueTest glob(List<Part> parts) {
        boolean cased = chain.has(Modifier.CASED);
        if (keyword && !chain.has(Modifier.STARTSWITH) && !chain.has(Modifier.ENDSWITH)) {
            return new ValueTest.Glob(Patterns.open(parts, true, true), cased);
        }
        return parts.isEmpty() ? new ValueTest.Empty() : new ValueTest.Glob(parts, cased);
    }

    private ValueTest regex(Yaml.Scalar value) throws Refusal {
        if (value.isNull()) {
            throw type(value, "null");
        }
        return Regexes.compile(
                value.text(),
                chain.has(Modifier.I),
                chain.has(Modifier.M),
                chain.has(Modifier.S),
                value.line());
    }

    private List<ValueTest> networks(Yaml.Scalar value) throws Refusal {
        List<String> texts =
                chain.has(Modifier.EXPAND)
                        ? placeholders.expand(value.text(), value.line())
                        : List.of(value.text());
        List<ValueTest> tests = new ArrayList<>();
        for (String text : texts) {
            Network network = Addresses.readNetwork(text);
            if (network == null) {
                throw new Refusal(
                        Cause.VALUE_NETWORK,
                        value.line(),
                        text,
                        text + " is no range of addresses");
            }
            tests.add(new ValueTest.Cidr(network));
        }
        return tests;
    }

    private ValueTest existence(Yaml.Scalar value) throws Refusal {
        Boolean there = value.truth();
        if (there == null) {
            throw type(value, value.text());
        }
        return new ValueTest.Exists(there);
    }

    private ValueTest reference(Yaml.Scalar value) throws Refusal {
        if (value.isNull() || value.text().isEmpty()) {
            throw type(value, "an empty name");
        }
        Modifier end = chain.first(Modifier.ENDS);
        ValueTest.FieldRef.Place place =
                end == null
                        ? ValueTest.FieldRef.Place.WHOLE
                        : switch (end) {
                            case STARTSWITH -> ValueTest.FieldRef.Place.START;
                            case ENDSWITH -> ValueTest.FieldRef.Place.END;
                            default -> ValueTest.FieldRef.Place.ANYWHERE;
                        };
        return new ValueTest.FieldRef(value.text(), place, chain.has(Modifier.CASED));
    }

    private Order order() {
        Modifier modifier = chain.first(Modifier.ORDERS);
        return modifier == null ? Order.EQ : Order.valueOf(modifier.name());
    }

    private ValueTest.TimePart.Unit unit() {
        Modifier modifier = chain.first(Modifier.UNITS);
        if (modifier == null) {
            throw new IllegalStateException("no unit in " + chain);
        }
        return ValueTest.TimePart.Unit.valueOf(modifier.name());
    }

    /** A number in quotes is one as well: the reader knows from the modifier that one is meant. */
    private static BigDecimal number(Yaml.Scalar value) throws Refusal {
        @Nullable BigDecimal number =
                value.plain() ? Numbers.of(value) : Numbers.read(value.text());
        if (number == null) {
            throw new Refusal(
                    Cause.VALUE_NUMBER, value.line(), value.text(), value.text() + " is no number");
        }
        return number;
    }

    private Refusal type(Yaml.Scalar value, String what) {
        return new Refusal(
                Cause.VALUE_TYPE,
                value.line(),
                chain.written() + ": " + value.text(),
                what
                        + " can't stand behind "
                        + (chain.modifiers().isEmpty() ? "a keyword" : chain.written()));
    }
}

package org.danaya.sigma.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.danaya.sigma.rule.Addresses;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Dates;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.Numbers;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/**
 * Whether a rule matches an event, decided from the specification's words and from nothing else.
 * The quotations are of Sigma 2.1.
 */
public final class NaiveEvaluator {
    private NaiveEvaluator() {}

    public static boolean matches(Rule rule, Json event) {
        return holds(rule.condition(), rule, event);
    }

    private static boolean holds(Condition condition, Rule rule, Json event) {
        return switch (condition) {
            case Condition.And and ->
                    and.conditions().stream().allMatch(c -> holds(c, rule, event));
            case Condition.Or or -> or.conditions().stream().anyMatch(c -> holds(c, rule, event));
            case Condition.Not not -> !holds(not.condition(), rule, event);
            case Condition.Selected selected ->
                    holds(rule.selections().get(selected.name()), event);
        };
    }

    /**
     * «All elements of a map are joined with a logical 'AND'»; «all map items of a list are linked
     * with 'OR'».
     */
    static boolean holds(Selection selection, Json event) {
        return switch (selection) {
            case Selection.AllOf all -> all.selections().stream().allMatch(s -> holds(s, event));
            case Selection.AnyOf any -> any.selections().stream().anyMatch(s -> holds(s, event));
            case Selection.FieldMatch match ->
                    quantified(
                            match.tests(),
                            match.all(),
                            test -> holds(test, values(event, match.field()), event));
            case Selection.Keywords keywords ->
                    quantified(
                            keywords.tests(),
                            keywords.all(),
                            test ->
                                    scalars(event).stream()
                                            .anyMatch(value -> satisfies(test, value, event)));
        };
    }

    private static boolean quantified(
            List<ValueTest> tests, boolean all, Predicate<ValueTest> holds) {
        return all ? tests.stream().allMatch(holds) : tests.stream().anyMatch(holds);
    }

    /**
     * Over what was found under the field's name; nothing where it's missing. «This check only
     * verifies the presence of a field, not its value, be it empty or null.»
     */
    private static boolean holds(ValueTest test, List<Json> found, Json event) {
        return switch (test) {
            case ValueTest.Exists exists -> exists.there() == !found.isEmpty();
            case ValueTest.Null nul -> found.isEmpty() || anyElement(test, found, event);
            case ValueTest.Not not -> !found.isEmpty() && !holds(not.test(), found, event);
            default -> anyElement(test, found, event);
        };
    }

    private static boolean anyElement(ValueTest test, List<Json> found, Json event) {
        return elements(found).stream().anyMatch(value -> satisfies(test, value, event));
    }

    /** Whether one value that is no array satisfies the test. */
    private static boolean satisfies(ValueTest test, Json value, Json event) {
        String text = value.text();
        return switch (test) {
            case ValueTest.Null nul -> value instanceof Json.Nul;
            case ValueTest.Empty empty -> text != null && text.isEmpty();
            case ValueTest.Glob glob ->
                    text != null && fits(glob.parts(), 0, text, 0, glob.cased());
            case ValueTest.NumberEqual equal -> {
                BigDecimal number = number(value);
                yield number != null && number.compareTo(equal.value()) == 0;
            }
            case ValueTest.Compare compare -> {
                BigDecimal number = number(value);
                yield number != null && compare.order().holds(number, compare.value());
            }
            case ValueTest.Regex regex -> text != null && regex.program().matcher(text).find();
            case ValueTest.Cidr cidr -> {
                byte[] address = text == null ? null : Addresses.read(text);
                yield address != null && cidr.network().contains(address);
            }
            case ValueTest.TimePart part -> {
                OptionalInt number =
                        value instanceof Json.Num digits
                                ? date(Numbers.read(digits.digits()), part.unit())
                                : text == null
                                        ? OptionalInt.empty()
                                        : Dates.part(text, part.unit());
                yield number.isPresent()
                        && part.order().holds(new BigDecimal(number.getAsInt()), part.number());
            }
            case ValueTest.FieldRef reference -> text != null && refers(reference, text, event);
            case ValueTest.Exists exists ->
                    throw new IllegalStateException("asked of a field, not of a value");
            case ValueTest.Not not ->
                    throw new IllegalStateException("asked of a field, not of a value");
        };
    }

    private static OptionalInt date(BigDecimal number, ValueTest.TimePart.Unit unit) {
        return number == null ? OptionalInt.empty() : Dates.part(number, unit);
    }

    private static BigDecimal number(Json value) {
        return switch (value) {
            case Json.Num number -> Numbers.read(number.digits());
            case Json.Str string -> Numbers.read(string.text());
            case Json.Bool bool -> null;
            case Json.Nul nul -> null;
            case Json.Obj object -> null;
            case Json.Arr array -> null;
        };
    }

    private static boolean refers(ValueTest.FieldRef reference, String text, Json event) {
        String own = reference.cased() ? text : Fold.fold(text);
        return elements(values(event, reference.field())).stream()
                .map(Json::text)
                .filter(other -> other != null)
                .map(other -> reference.cased() ? other : Fold.fold(other))
                .anyMatch(
                        other ->
                                switch (reference.place()) {
                                    case WHOLE -> own.equals(other);
                                    case START -> own.startsWith(other);
                                    case END -> own.endsWith(other);
                                    case ANYWHERE -> own.contains(other);
                                });
    }

    /**
     * «{@code ?} to replace a single mandatory character, {@code *} to replace an unbounded length
     * wildcard.»
     */
    private static boolean fits(List<Part> parts, int part, String text, int at, boolean cased) {
        if (part == parts.size()) {
            return at == text.length();
        }
        return switch (parts.get(part)) {
            case Part.Literal literal -> {
                int end = end(literal.text(), text, at, cased);
                yield end >= 0 && fits(parts, part + 1, text, end, cased);
            }
            case Part.AnyOne one ->
                    at < text.length()
                            && fits(
                                    parts,
                                    part + 1,
                                    text,
                                    at + Character.charCount(text.codePointAt(at)),
                                    cased);
            case Part.AnyRun run -> {
                boolean fits = false;
                for (int end = at; end <= text.length() && !fits; end++) {
                    fits = fits(parts, part + 1, text, end, cased);
                }
                yield fits;
            }
        };
    }

    /** Where the literal ends that stands at this place of the text, or -1. */
    private static int end(String literal, String text, int from, boolean cased) {
        int at = from;
        for (int i = 0; i < literal.length(); ) {
            int wanted = literal.codePointAt(i);
            if (at >= text.length()) {
                return -1;
            }
            int there = text.codePointAt(at);
            if (there != wanted && (cased || Fold.fold(there) != Fold.fold(wanted))) {
                return -1;
            }
            i += Character.charCount(wanted);
            at += Character.charCount(there);
        }
        return at;
    }

    /**
     * What stands under a name: a literal key wins over the way through objects; arrays on the way
     * are entered.
     */
    static List<Json> values(Json at, String name) {
        List<Json> found = new ArrayList<>();
        switch (at) {
            case Json.Arr array -> array.items().forEach(item -> found.addAll(values(item, name)));
            case Json.Obj object -> {
                Json literal = object.fields().get(name);
                int dot = name.indexOf('.');
                if (literal != null) {
                    found.add(literal);
                } else if (dot >= 0 && object.fields().containsKey(name.substring(0, dot))) {
                    found.addAll(
                            values(
                                    object.fields().get(name.substring(0, dot)),
                                    name.substring(dot + 1)));
                }
            }
            default -> {}
        }
        return found;
    }

    /** The values in arrays, at any depth, and those that are none. */
    private static List<Json> elements(List<Json> values) {
        List<Json> elements = new ArrayList<>();
        for (Json value : values) {
            if (value instanceof Json.Arr array) {
                elements.addAll(elements(array.items()));
            } else {
                elements.add(value);
            }
        }
        return elements;
    }

    /** «A matter of searching for keywords across an entire event»: every value that has a text. */
    private static List<Json> scalars(Json event) {
        List<Json> scalars = new ArrayList<>();
        switch (event) {
            case Json.Obj object ->
                    object.fields().values().forEach(value -> scalars.addAll(scalars(value)));
            case Json.Arr array -> array.items().forEach(item -> scalars.addAll(scalars(item)));
            default -> scalars.add(event);
        }
        return scalars;
    }
}

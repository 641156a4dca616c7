package org.danaya.sigma.explain;

import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.danaya.sigma.rule.Addresses;
import org.danaya.sigma.rule.Dates;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.Numbers;
import org.danaya.sigma.rule.ValueTest;
import org.jspecify.annotations.Nullable;

/** The first value of an event that a test holds for, as it is shown. */
final class Held {

    private static final Place BEGIN = new Place(0, 0);

    private final EventValues values;

    Held(EventValues values) {
        this.values = values;
    }

    /** The field's value; empty where the test holds because there is none. */
    Optional<String> field(String field, ValueTest test) {
        Optional<List<Scalar>> found = values.field(field);
        return switch (test) {
            case ValueTest.Exists(boolean there) when there != found.isPresent() ->
                    Optional.empty();
            case ValueTest.Exists unused -> Optional.of(first(found));
            case ValueTest.Null unused when found.isEmpty() -> Optional.of("");
            case ValueTest.Not(ValueTest inner) ->
                    found.isPresent() && field(field, inner).isEmpty()
                            ? Optional.of(first(found))
                            : Optional.empty();
            default ->
                    found.flatMap(
                            scalars ->
                                    scalars.stream()
                                            .flatMap(scalar -> shown(test, scalar).stream())
                                            .findFirst());
        };
    }

    /** The text that a keyword is found in. */
    Optional<String> anywhere(ValueTest test) {
        return values.texts().stream()
                .flatMap(text -> shown(test, new Scalar.Text(text)).stream())
                .findFirst();
    }

    private static String first(Optional<List<Scalar>> found) {
        return found.filter(scalars -> !scalars.isEmpty())
                .map(scalars -> shown(scalars.getFirst(), BEGIN))
                .orElse("");
    }

    private Optional<String> shown(ValueTest test, Scalar scalar) {
        Place place = place(test, scalar);
        return place == null ? Optional.empty() : Optional.of(shown(scalar, place));
    }

    private static String shown(Scalar scalar, Place place) {
        String text = scalar.text();
        return text == null ? "null" : place.shown(text);
    }

    /** What of the value the test is about; null where it doesn't hold. */
    private @Nullable Place place(ValueTest test, Scalar scalar) {
        String text = scalar.text();
        if (text == null) {
            return test instanceof ValueTest.Null ? BEGIN : null;
        }
        return switch (test) {
            case ValueTest.Glob glob -> new GlobSearch(glob, text).place();
            case ValueTest.Regex regex -> {
                Matcher matcher = regex.program().matcher(text);
                yield matcher.find() ? new Place(matcher.start(), matcher.end()) : null;
            }
            case ValueTest.FieldRef reference -> referred(reference, text);
            case ValueTest.Empty unused -> text.isEmpty() ? BEGIN : null;
            case ValueTest.NumberEqual(BigDecimal wanted) -> {
                BigDecimal number = number(scalar, text);
                yield number != null && number.compareTo(wanted) == 0 ? BEGIN : null;
            }
            case ValueTest.Compare compare -> {
                BigDecimal number = number(scalar, text);
                yield number != null && compare.order().holds(number, compare.value())
                        ? BEGIN
                        : null;
            }
            case ValueTest.Cidr cidr -> {
                byte[] address = Addresses.read(text);
                yield address != null && cidr.network().contains(address) ? BEGIN : null;
            }
            case ValueTest.TimePart part -> {
                OptionalInt there = part(part, scalar, text);
                yield there.isPresent()
                                && part.order()
                                        .holds(BigDecimal.valueOf(there.getAsInt()), part.number())
                        ? BEGIN
                        : null;
            }
            // Asked of a field, and not of one of its values.
            case ValueTest.Null unused -> null;
            case ValueTest.Exists unused -> null;
            case ValueTest.Not unused -> null;
        };
    }

    private static @Nullable BigDecimal number(Scalar scalar, String text) {
        return scalar instanceof Scalar.Truth ? null : Numbers.read(text);
    }

    private static OptionalInt part(ValueTest.TimePart part, Scalar scalar, String text) {
        if (!(scalar instanceof Scalar.Digits)) {
            return Dates.part(text, part.unit());
        }
        BigDecimal seconds = Numbers.read(text);
        return seconds == null ? OptionalInt.empty() : Dates.part(seconds, part.unit());
    }

    private @Nullable Place referred(ValueTest.FieldRef reference, String text) {
        String own = compared(reference, text);
        for (Scalar scalar : values.field(reference.field()).orElse(List.of())) {
            String there = scalar.text();
            if (there == null) {
                continue;
            }
            String other = compared(reference, there);
            int at =
                    switch (reference.place()) {
                        case WHOLE -> own.equals(other) ? 0 : -1;
                        case START -> own.startsWith(other) ? 0 : -1;
                        case END -> own.endsWith(other) ? own.length() - other.length() : -1;
                        case ANYWHERE -> own.indexOf(other);
                    };
            if (at >= 0) {
                return new Place(at, at + other.length());
            }
        }
        return null;
    }

    private static String compared(ValueTest.FieldRef reference, String text) {
        return reference.cased() ? text : Fold.fold(text);
    }
}

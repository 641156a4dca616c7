package org.danaya.form;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How what was sent becomes a value, for each kind of field. */
final class Readings {

    private Readings() {}

    static <T> Reading<T> ofOne(Submission sent, String name, Function<String, Reading<T>> rest) {
        List<String> values = sent.values(name);
        if (values.size() > 1) {
            return new Reading.Wrong<>("form.repeated");
        }
        String text = values.isEmpty() ? "" : Typed.normal(values.getFirst());
        return text.isEmpty() ? new Reading.Nothing<>() : rest.apply(text);
    }

    static Reading<String> line(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? new Reading.Wrong<>("form.control-characters")
                : new Reading.Value<>(text);
    }

    static Reading<String> lines(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                ? new Reading.Wrong<>("form.control-characters")
                : new Reading.Value<>(text);
    }

    static Reading<LocalDate> day(String text) {
        String iso =
                text.matches("\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}") ? turned(text.split("[/.]")) : text;
        try {
            LocalDate day = LocalDate.parse(iso);
            return Year.from(day).isBefore(Year.of(1900)) || Year.from(day).isAfter(Year.of(2199))
                    ? new Reading.Wrong<>("form.wrong-date")
                    : new Reading.Value<>(day);
        } catch (DateTimeParseException _) {
            return new Reading.Wrong<>("form.wrong-date");
        }
    }

    static String turned(String[] parts) {
        return String.format(
                Locale.ROOT,
                "%s-%02d-%02d",
                parts[2],
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[0]));
    }

    static <E extends Enum<E>> Reading<E> constant(List<E> constants, String text) {
        return constants.stream()
                .filter(each -> spelled(each).equals(text))
                .findFirst()
                .<Reading<E>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>("form.wrong-choice"));
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

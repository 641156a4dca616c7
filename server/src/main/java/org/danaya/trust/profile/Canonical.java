package org.danaya.trust.profile;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes values so that equal ones give equal texts, and different ones different texts. */
final class Canonical {

    private Canonical() {}

    static String of(Object value) {
        return switch (value) {
            case Record fields -> record(fields);
            case Collection<?> items ->
                    items.stream().map(Canonical::of).collect(Collectors.joining(",", "[", "]"));
            case Optional<?> optional -> optional.map(Canonical::of).orElse("-");
            case String text -> quoted(text);
            case URI uri -> quoted(uri.toString());
            case Duration duration -> duration.toString();
            case Enum<?> constant -> Section.spelled(constant);
            case Integer number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    private static String record(Record fields) {
        return Arrays.stream(fields.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + of(value(fields, component)))
                .collect(Collectors.joining(",", fields.getClass().getSimpleName() + "{", "}"));
    }

    private static Object value(Record fields, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package org.danaya.base;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One key that the operator may set: in {@code danaya.conf}, as an environment variable, or, for a
 * few, on the command line.
 *
 * @param key lower case, with dots and hyphens: {@code log.checkpoint-interval}
 * @param format what a value looks like, for the documentation and for errors
 * @param byDefault the value that stands where none is given; null where the setting is then absent
 * @param secret whether the value must never be shown
 * @param parser makes the value; throws {@link IllegalArgumentException} whose message ends the
 *     sentence "expected FORMAT"
 */
public record Setting<T>(
        String key,
        String format,
        @Nullable String byDefault,
        boolean secret,
        Function<String, T> parser) {

    /** Free text. */
    public static Setting<String> text(String key, @Nullable String byDefault) {
        return new Setting<>(key, "text", byDefault, false, Function.identity());
    }

    /** A secret, by reference: the path of a file that holds it. */
    public static Setting<Path> secretFile(String key) {
        return new Setting<>(key, "path of a file", null, false, Path::of);
    }

    /** A path. */
    public static Setting<Path> path(String key, @Nullable String byDefault) {
        return new Setting<>(key, "path", byDefault, false, Path::of);
    }

    /** A TCP port; 0 takes a free one. */
    public static Setting<Integer> port(String key, int byDefault) {
        return number(key, 0, 65_535, byDefault);
    }

    /** A whole number between two bounds, both included. */
    public static Setting<Integer> number(String key, int least, int most, int byDefault) {
        String format = "whole number from " + least + " to " + most;
        return new Setting<>(
                key,
                format,
                Integer.toString(byDefault),
                false,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new IllegalArgumentException(format);
                    }
                    return value;
                });
    }

    /** A duration such as {@code 500ms}, {@code 30s}, {@code 15m}, {@code 8h}, {@code 2d}. */
    public static Setting<Duration> duration(String key, String byDefault) {
        return new Setting<>(
                key,
                "duration such as 500ms, 30s, 15m, 8h, 2d",
                byDefault,
                false,
                Setting::duration);
    }

    /** A size in bytes such as {@code 512k}, {@code 256m}, {@code 2g}. */
    public static Setting<Long> bytes(String key, String byDefault) {
        return new Setting<>(key, "size such as 512k, 256m, 2g", byDefault, false, Setting::bytes);
    }

    /** {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String key, boolean byDefault) {
        return new Setting<>(
                key,
                "true or false",
                Boolean.toString(byDefault),
                false,
                text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw new IllegalArgumentException(text);
                        });
    }

    /** An absolute address. */
    public static Setting<URI> address(String key, @Nullable String byDefault) {
        return new Setting<>(
                key,
                "address such as https://danaya.example",
                byDefault,
                false,
                text -> {
                    URI uri = URI.create(text);
                    if (!uri.isAbsolute()) {
                        throw new IllegalArgumentException(text);
                    }
                    return uri;
                });
    }

    /** One of the names of an enum, in lower case with hyphens. */
    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, E byDefault) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return new Setting<>(
                key,
                constants.stream().map(Setting::spelled).collect(Collectors.joining(", ")),
                spelled(byDefault),
                false,
                text ->
                        constants.stream()
                                .filter(constant -> spelled(constant).equals(text))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** The name of the environment variable that sets the same key. */
    public String variable() {
        return "DANAYA_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration duration(String text) {
        try {
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : text.endsWith("d")
                            ? Duration.parse("P" + text.toUpperCase(Locale.ROOT))
                            : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static long bytes(String text) {
        String digits = text.replaceFirst("[kmg]$", "");
        long unit =
                switch (text.substring(digits.length())) {
                    case "k" -> 1L << 10;
                    case "m" -> 1L << 20;
                    case "g" -> 1L << 30;
                    default -> 1;
                };
        return Math.multiplyExact(Long.parseLong(digits), unit);
    }
}

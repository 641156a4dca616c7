package org.danaya.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed field of a form: what it accepts, and how it is drawn. Required unless {@link
 * #optional()}.
 *
 * @param <T> what it gives
 */
public final class Field<T> {

    /** How a field is drawn. */
    public enum Control {
        /** One line. */
        TEXT,
        /** Several lines. */
        AREA,
        /** An e-mail address. */
        MAIL,
        /** A whole number. */
        NUMBER,
        /** A day. */
        DATE,
        /** A drop-down list. */
        SELECT,
        /** A list of buttons of which one is pressed. */
        RADIOS,
        /** One box to tick. */
        TICK,
        /** Several boxes to tick. */
        TICKS,
        /** A file. */
        FILE,
        /** Not shown. */
        HIDDEN
    }

    private final String name;
    private final Control control;
    private final boolean required;
    private final int most;
    private final @Nullable String autocomplete;
    private final List<Option> options;
    private final Function<Submission, Reading<T>> reader;
    private final Function<T, List<String>> writer;

    private Field(
            String name,
            Control control,
            boolean required,
            int most,
            @Nullable String autocomplete,
            List<Option> options,
            Function<Submission, Reading<T>> reader,
            Function<T, List<String>> writer) {
        this.name = name;
        this.control = control;
        this.required = required;
        this.most = most;
        this.autocomplete = autocomplete;
        this.options = List.copyOf(options);
        this.reader = reader;
        this.writer = writer;
    }

    /** One line of text of at most so many characters. */
    public static Field<String> text(String name, int most) {
        return ofText(name, Control.TEXT, most, Readings::line);
    }

    /** Several lines of text of at most so many characters; line ends become LF. */
    public static Field<String> area(String name, int most) {
        return ofText(name, Control.AREA, most, Readings::lines);
    }

    /** An e-mail address, in the plain form that people write. */
    public static Field<String> mail(String name) {
        return ofText(
                name,
                Control.MAIL,
                254,
                text ->
                        text.matches("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;]+\\.[^@\\s<>\",;]{2,}")
                                ? new Reading.Value<>(text)
                                : new Reading.Wrong<>("form.wrong-mail"));
    }

    /** A whole number between two bounds, both included. */
    public static Field<Long> number(String name, long least, long most) {
        return parsed(
                name,
                Control.NUMBER,
                20,
                text -> {
                    String digits = text.replaceAll("[\\s\\u00a0\\u202f]", "");
                    if (!digits.matches("[+-]?[0-9]{1,18}")) {
                        return new Reading.Wrong<>("form.wrong-number");
                    }
                    long number = Long.parseLong(digits);
                    return number < least || number > most
                            ? new Reading.Wrong<>("form.out-of-range", least, most)
                            : new Reading.Value<>(number);
                },
                String::valueOf);
    }

    /** A day: {@code 2026-03-31} or {@code 31/03/2026}, from the year 1900 to 2199. */
    public static Field<LocalDate> date(String name) {
        return parsed(name, Control.DATE, 10, Readings::day, LocalDate::toString);
    }

    /**
     * One of the constants of an enum.
     *
     * @param words the words of a constant are under {@code WORDS.CONSTANT}, the constant in lower
     *     case with hyphens
     */
    public static <E extends Enum<E>> Field<E> choice(String name, Class<E> type, String words) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<Option> options =
                constants.stream()
                        .map(
                                each ->
                                        Option.worded(
                                                Readings.spelled(each),
                                                words + "." + Readings.spelled(each)))
                        .toList();
        return new Field<>(
                name,
                Control.SELECT,
                true,
                0,
                null,
                options,
                sent -> Readings.ofOne(sent, name, text -> Readings.constant(constants, text)),
                each -> List.of(Readings.spelled(each)));
    }

    /** One of a list, by its value. */
    public static Field<String> choice(String name, List<Option> options) {
        return new Field<>(
                name,
                Control.SELECT,
                true,
                0,
                null,
                options,
                sent ->
                        Readings.ofOne(
                                sent,
                                name,
                                text ->
                                        options.stream().anyMatch(o -> o.value().equals(text))
                                                ? new Reading.Value<>(text)
                                                : new Reading.Wrong<>("form.wrong-choice")),
                List::of);
    }

    /** Any number of the constants of an enum, with words as for {@link #choice}. */
    public static <E extends Enum<E>> Field<Set<E>> several(
            String name, Class<E> type, String words) {
        Field<E> one = choice(name, type, words);
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return new Field<>(
                name,
                Control.TICKS,
                true,
                0,
                null,
                one.options,
                sent -> {
                    Set<E> found = new LinkedHashSet<>();
                    for (String text : sent.values(name)) {
                        switch (Readings.constant(constants, text)) {
                            case Reading.Value<E>(E value) -> found.add(value);
                            case Reading.Wrong<E>(String key, List<Object> facts) -> {
                                return new Reading.Wrong<>(key, facts);
                            }
                            case Reading.Nothing<E>() -> {}
                        }
                    }
                    return found.isEmpty()
                            ? new Reading.Nothing<>()
                            : new Reading.Value<>(Set.copyOf(found));
                },
                set -> set.stream().map(Readings::spelled).sorted().toList());
    }

    /** A box to tick. Where it is required, it must be ticked; where not, unticked is false. */
    public static Field<Boolean> tick(String name) {
        return new Field<>(
                name,
                Control.TICK,
                true,
                0,
                null,
                List.of(),
                sent ->
                        sent.values(name).isEmpty()
                                ? new Reading.Nothing<>()
                                : new Reading.Value<>(true),
                ticked -> ticked ? List.of("true") : List.of());
    }

    /** A file of at most so many bytes. */
    public static Field<Upload> file(String name, int mostBytes) {
        return new Field<>(
                name,
                Control.FILE,
                true,
                mostBytes,
                null,
                List.of(),
                sent -> {
                    Upload upload = sent.files().get(name);
                    if (upload == null || upload.name().isEmpty()) {
                        return new Reading.Nothing<>();
                    }
                    return upload.size() > mostBytes
                            ? new Reading.Wrong<>("form.file-too-large", mostBytes / 1024)
                            : new Reading.Value<>(upload);
                },
                _ -> List.of());
    }

    /** The same field, which may be left empty. */
    public Field<T> optional() {
        return new Field<>(name, control, false, most, autocomplete, options, reader, writer);
    }

    /** The same field, drawn as a list of buttons. */
    public Field<T> radios() {
        return drawn(Control.RADIOS);
    }

    /** The same field, not shown. */
    public Field<T> hidden() {
        return drawn(Control.HIDDEN);
    }

    /** The same field, which the browser may fill in (HTML's autofill detail tokens). */
    public Field<T> autocomplete(String tokens) {
        return new Field<>(name, control, required, most, tokens, options, reader, writer);
    }

    /**
     * The same field, read further.
     *
     * @param parse makes the value; throws {@link IllegalArgumentException} for a text that it
     *     can't read
     * @param problem the key of the sentence for such a text; its first place is the label
     */
    public <U> Field<U> as(Function<T, U> parse, Function<U, T> unparse, String problem) {
        return new Field<>(
                name,
                control,
                required,
                most,
                autocomplete,
                options,
                sent ->
                        switch (reader.apply(sent)) {
                            case Reading.Nothing<T>() -> new Reading.Nothing<>();
                            case Reading.Wrong<T>(String key, List<Object> facts) ->
                                    new Reading.Wrong<>(key, facts);
                            case Reading.Value<T>(T value) -> {
                                try {
                                    yield new Reading.Value<>(parse.apply(value));
                                } catch (IllegalArgumentException _) {
                                    yield new Reading.Wrong<>(problem);
                                }
                            }
                        },
                value -> writer.apply(unparse.apply(value)));
    }

    /** The name that the form sends. */
    public String name() {
        return name;
    }

    Control control() {
        return control;
    }

    boolean required() {
        return required;
    }

    int most() {
        return most;
    }

    @Nullable String autocomplete() {
        return autocomplete;
    }

    List<Option> options() {
        return options;
    }

    Reading<T> read(Submission sent) {
        return reader.apply(sent);
    }

    List<String> write(T value) {
        return writer.apply(value);
    }

    private Field<T> drawn(Control other) {
        return new Field<>(name, other, required, most, autocomplete, options, reader, writer);
    }

    private static Field<String> ofText(
            String name, Control control, int most, Function<String, Reading<String>> rest) {
        return parsed(name, control, most, rest, Function.identity());
    }

    private static <T> Field<T> parsed(
            String name,
            Control control,
            int most,
            Function<String, Reading<T>> rest,
            Function<T, String> written) {
        return new Field<>(
                name,
                control,
                true,
                most,
                null,
                List.of(),
                sent ->
                        Readings.ofOne(
                                sent,
                                name,
                                text ->
                                        text.codePointCount(0, text.length()) > most
                                                ? new Reading.Wrong<>("form.too-long", most)
                                                : rest.apply(text)),
                value -> List.of(written.apply(value)));
    }
}

package org.danaya.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A form: its fields, what was typed, what it means, and what is wrong with it. Never changes; each
 * method gives a new one.
 *
 * <p>The words of field {@code name} of form {@code people.structure} are {@code
 * people.structure.name} (its label) and, if there is something to explain, {@code
 * people.structure.name.hint}.
 */
public final class Form {

    private final String words;
    private final Map<String, Field<?>> fields;
    private final Map<String, List<String>> typed;
    private final Map<String, Object> values;
    private final List<FormProblem> problems;

    private Form(
            String words,
            Map<String, Field<?>> fields,
            Map<String, List<String>> typed,
            Map<String, Object> values,
            List<FormProblem> problems) {
        this.words = words;
        this.fields = fields;
        this.typed = typed;
        this.values = values;
        this.problems = problems;
    }

    /** An empty form. */
    public static Form of(String words, Field<?>... fields) {
        return of(words, Arrays.asList(fields));
    }

    /** An empty form. */
    public static Form of(String words, List<Field<?>> fields) {
        Map<String, Field<?>> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new Form(words, byName, Map.of(), Map.of(), List.of());
    }

    /** The form with a field filled in beforehand. */
    public <T> Form with(Field<T> field, T value) {
        Map<String, List<String>> more = new HashMap<>(typed);
        more.put(field.name(), field.write(value));
        Map<String, Object> known = new HashMap<>(values);
        known.put(field.name(), value);
        return new Form(words, fields, more, known, problems);
    }

    /** The form with a field filled in beforehand, if there is something to fill in. */
    public <T> Form with(Field<T> field, Optional<? extends T> value) {
        return value.map(each -> with(field, (T) each)).orElse(this);
    }

    /** Reads what was sent: finds everything that is wrong at once, and keeps what was typed. */
    public Form read(Submission sent) {
        Map<String, List<String>> kept = new HashMap<>();
        Map<String, Object> known = new HashMap<>();
        List<FormProblem> found = new ArrayList<>();
        for (Field<?> field : fields.values()) {
            kept.put(field.name(), sent.values(field.name()));
            switch (field.read(sent)) {
                case Reading.Value<?>(Object value) -> known.put(field.name(), value);
                case Reading.Wrong<?>(String key, List<Object> facts) ->
                        found.add(new FormProblem(field.name(), key, facts));
                case Reading.Nothing<?>() -> {
                    if (field.required()) {
                        found.add(new FormProblem(field.name(), missing(field), List.of()));
                    }
                }
            }
        }
        return new Form(words, fields, kept, known, List.copyOf(found));
    }

    /** The form with something wrong about a field. */
    public Form refuse(Field<?> field, String key, Object... facts) {
        return refused(new FormProblem(field.name(), key, List.of(facts)));
    }

    /** The form with something wrong about it as a whole. */
    public Form refuse(String key, Object... facts) {
        return refused(new FormProblem("", key, List.of(facts)));
    }

    /** Whether anything is wrong. */
    public boolean wrong() {
        return !problems.isEmpty();
    }

    /** What is wrong. */
    public List<FormProblem> problems() {
        return problems;
    }

    /** The value of a required field that was read without a problem. */
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new NoSuchElementException(field.name()));
    }

    /** The value of a field, if it has one. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field.name()));
    }

    /** Whether a box is ticked. */
    public boolean ticked(Field<Boolean> field) {
        return find(field).orElse(false);
    }

    /** The fields, as a template draws them, in their order. */
    public List<Input> inputs() {
        return fields.values().stream().map(this::input).toList();
    }

    /** A field, as a template draws it. */
    public Input input(String name) {
        Field<?> field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("No field " + name + " in form " + words);
        }
        return input(field);
    }

    /** Whether a file is among the fields, so that the form is sent in parts. */
    public boolean multipart() {
        return fields.values().stream().anyMatch(f -> f.control() == Field.Control.FILE);
    }

    /** The key of a field's label. */
    public String label(String field) {
        return words + "." + field;
    }

    private Input input(Field<?> field) {
        FormProblem problem =
                problems.stream()
                        .filter(each -> each.field().equals(field.name()))
                        .findFirst()
                        .orElse(null);
        return new Input(
                field.name(),
                field.control(),
                label(field.name()),
                field.required(),
                field.most(),
                field.autocomplete(),
                field.options(),
                typed.getOrDefault(field.name(), List.of()),
                problem);
    }

    private Form refused(FormProblem problem) {
        List<FormProblem> all = new ArrayList<>(problems);
        all.add(problem);
        return new Form(words, fields, typed, values, List.copyOf(all));
    }

    private static String missing(Field<?> field) {
        return switch (field.control()) {
            case SELECT, RADIOS, TICKS -> "form.choose";
            case TICK -> "form.tick";
            case FILE -> "form.choose-file";
            case TEXT, AREA, MAIL, NUMBER, DATE, HIDDEN -> "form.missing";
        };
    }
}

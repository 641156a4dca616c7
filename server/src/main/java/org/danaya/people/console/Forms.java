package org.danaya.people.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Input;
import org.danaya.form.Submission;
import org.danaya.people.draft.Problem;
import org.danaya.table.Cell;

/** What the forms of this module have in common. */
final class Forms {

    /** Where the words of all fields of this module are. */
    static final String WORDS = "people.field";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Forms() {}

    /**
     * The form with what a service found wrong, unless something is wrong with the field already.
     */
    static Form refused(Form form, List<Problem> problems) {
        Form all = form;
        for (Problem problem : problems) {
            boolean told =
                    form.problems().stream().anyMatch(each -> each.field().equals(problem.field()));
            boolean there =
                    form.inputs().stream().map(Input::name).anyMatch(problem.field()::equals);
            Object[] facts = problem.facts().stream().map(Forms::shown).toArray();
            String key = "fault." + problem.code().code();
            if (there && !told) {
                all = all.refuse(Field.text(problem.field(), 1), key, facts);
            } else if (!there) {
                List<Object> more = new ArrayList<>(List.of(problem.field()));
                more.addAll(Arrays.asList(facts));
                all = all.refuse(key, more.toArray());
            }
        }
        return all;
    }

    /** What was typed, in fields that aren't shown; emptied fields too, for they say something. */
    static Form hidden(Submission sent, List<String> names) {
        List<Field<?>> fields = new ArrayList<>();
        names.stream()
                .filter(sent.texts()::containsKey)
                .forEach(name -> fields.add(Field.text(name, 2_000).optional().hidden()));
        return Form.of(WORDS, fields).read(sent);
    }

    /** What a field sent; empty if it sent nothing. */
    static String typed(Submission sent, String name) {
        List<String> values = sent.values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** A form filled in with texts, as if they had been typed. */
    static Form filled(Form form, Map<String, String> texts) {
        Map<String, List<String>> sent = new HashMap<>();
        texts.forEach((name, text) -> sent.put(name, text.isEmpty() ? List.of() : List.of(text)));
        return form.read(new Submission(sent, Map.of()));
    }

    /** A version that a form carries; none if it was meddled with. */
    static int version(Submission sent) {
        String text = typed(sent, "version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    static Cell cell(String text) {
        return new Cell.Text(text);
    }

    static Object shown(Object fact) {
        return fact instanceof LocalDate day ? DAY.format(day) : fact;
    }
}

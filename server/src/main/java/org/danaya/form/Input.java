package org.danaya.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form as a template draws it.
 *
 * @param label the key of its label
 * @param typed what was typed or is proposed
 * @param problem what is wrong with it
 * @param most the most characters, or bytes of a file; 0 where there is no limit
 */
public record Input(
        String name,
        Field.Control control,
        String label,
        boolean required,
        int most,
        @Nullable String autocomplete,
        List<Option> options,
        List<String> typed,
        @Nullable FormProblem problem) {

    /** The id of the element that takes the focus. */
    public String id() {
        return "field-" + name;
    }

    /** The key of the hint, which may have no words. */
    public String hint() {
        return label + ".hint";
    }

    /** The single value; empty where nothing was typed. */
    public String value() {
        return typed.isEmpty() ? "" : typed.getFirst();
    }

    /** Whether a choice is made. */
    public boolean chosen(Option option) {
        return typed.contains(option.value());
    }
}

package org.danaya.form;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong in a form.
 *
 * @param field the field's name; empty where it is about the form as a whole
 * @param key the key of the sentence; its first place is the field's label where there is a field,
 *     save in the sentence of a fault ({@code fault.…}), which is the same wherever it is said
 * @param facts what fills the places after that
 */
public record FormProblem(String field, String key, List<Object> facts) {

    private static final String FAULT = "fault.";

    /**
     * What fills the places of the sentence.
     *
     * @param label the field's; left aside where the sentence doesn't name it
     */
    public List<Object> places(String label) {
        if (field.isEmpty() || key.startsWith(FAULT)) {
            return facts;
        }
        List<Object> places = new ArrayList<>();
        places.add(label);
        places.addAll(facts);
        return places;
    }
}

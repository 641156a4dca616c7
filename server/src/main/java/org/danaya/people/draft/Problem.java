package org.danaya.people.draft;

import java.util.List;
import org.danaya.people.PeopleFault;

/**
 * What is wrong with one field of a form or one column of a file.
 *
 * @param field the code of the field, with words under {@code people.field.CODE}
 * @param code the stable code, with words under {@code fault.CODE}, whose first place is the label
 * @param facts what the sentence names
 */
public record Problem(String field, PeopleFault code, List<Object> facts) {

    /** What is wrong with a field, and what its sentence names after the field's label. */
    public static Problem of(String field, PeopleFault code, Object... facts) {
        return new Problem(field, code, List.of(facts));
    }
}

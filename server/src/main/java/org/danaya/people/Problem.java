package org.danaya.people;

import java.util.List;
import org.danaya.base.Fault;

/**
 * What is wrong with one field of a form or one column of a file.
 *
 * @param field the code of the field, with words under {@code people.field.CODE}
 * @param code the stable code, with words under {@code fault.CODE}
 * @param facts what the sentence names
 */
public record Problem(String field, PeopleFault code, List<Object> facts) {

    static Problem of(StructureField field, PeopleFault code, Object... facts) {
        return new Problem(field.code(), code, List.of(facts));
    }

    static Problem of(String field, PeopleFault code, Object... facts) {
        return new Problem(field, code, List.of(facts));
    }

    /** The same as a fault, for callers that can't show a form. */
    public Fault fault() {
        return new Fault(code, facts.toArray());
    }
}

package org.danaya.consultation.answer.console;

import java.util.List;
import org.danaya.base.Fault;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.Cause;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;

/** What is typed to say why words changed. */
final class CauseForm {

    static final Field<String> SOURCE =
            Field.choice(
                            "source",
                            List.of(
                                    Option.worded("observation", "answer.cause.source.observation"),
                                    Option.worded("decision", "answer.cause.source.decision"),
                                    Option.worded("editorial", "answer.cause.source.editorial")))
                    .radios();
    static final Field<Long> OBSERVATION = Field.number("observation", 1, 999_999).optional();
    static final Field<String> NOTE = Field.area("note", Cause.LONGEST_NOTE).optional();
    static final Field<String> SCOPE =
            Field.choice(
                            "scope",
                            List.of(
                                    Option.worded("chosen", "answer.cause.scope.chosen"),
                                    Option.worded("all", "answer.cause.scope.all")))
                    .radios();

    private CauseForm() {}

    static Field<String> decision(List<Option> decisions) {
        return Field.choice("decision", decisions).optional();
    }

    static Form of(List<Option> decisions) {
        return Form.of("answer.cause", SOURCE, OBSERVATION, decision(decisions), NOTE, SCOPE)
                .with(SCOPE, "chosen");
    }

    static boolean all(Form form) {
        return form.find(SCOPE).filter("all"::equals).isPresent();
    }

    /** Also that what the source needs was said, and that some change is chosen. */
    static Form checked(Form form, List<Option> decisions, List<String> chosen) {
        Form checked = needed(form, decisions);
        return chosen.isEmpty() ? checked.refuse(SCOPE, "answer.cause.none-chosen") : checked;
    }

    /** What went wrong, beside what mends it; thrown again where nothing that is typed does. */
    static Form refused(Form form, Fault fault) {
        if (!(fault.code() instanceof AnswerFault code)) {
            throw fault;
        }
        Object[] facts = fault.facts().toArray();
        return switch (code) {
            case NOT_ACCEPTED -> form.refuse(OBSERVATION, "answer.cause.not-accepted", facts);
            case TOO_MANY -> form.refuse(SCOPE, "answer.form.too-many", facts);
            case GONE -> form.refuse(SCOPE, "answer.cause.gone");
            case UNKNOWN, FIXED, OWN_OBSERVATION, NO_REASON, DUPLICATE, OTHER_SESSION, FIRST ->
                    throw fault;
        };
    }

    private static Form needed(Form form, List<Option> decisions) {
        String source = form.find(SOURCE).orElse("");
        if (source.equals("observation") && form.find(OBSERVATION).isEmpty()) {
            return form.refuse(OBSERVATION, "form.missing");
        }
        if (source.equals("decision") && form.find(decision(decisions)).isEmpty()) {
            return form.refuse(decision(decisions), "form.choose");
        }
        if (source.equals("editorial") && form.find(NOTE).isEmpty()) {
            return form.refuse(NOTE, "form.missing");
        }
        return form;
    }
}

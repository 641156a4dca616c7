package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.Disposition;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;

/**
 * What is typed to answer an observation, or many. Its names are none of those of the filters,
 * which stand in the address of the same page.
 */
final class DispositionForm {

    static final Field<String> DISPOSITION =
            Field.choice(
                            "answer",
                            Disposition.CODES.stream()
                                    .map(code -> Option.worded(code, "answer.disposition." + code))
                                    .toList())
                    .radios();
    static final Field<String> REASON = Field.area("reason", Disposition.LONGEST_REASON).optional();
    static final Field<Long> OTHER = Field.number("other", 1, 999_999).optional();
    static final Field<String> TARGET = Field.text("target", Disposition.LONGEST_TARGET).optional();
    static final Field<Disposition.Level> LEVEL =
            Field.choice("arbitration", Disposition.Level.class, "answer.level").optional();
    static final Field<String> PLACE = Field.text("place", 9).optional().hidden();
    static final Field<String> SCOPE =
            Field.choice(
                            "scope",
                            List.of(
                                    Option.worded("chosen", "answer.scope.chosen"),
                                    Option.worded("all", "answer.scope.all")))
                    .radios();

    private DispositionForm() {}

    static Field<String> session(List<Option> sessions) {
        return Field.choice("session", sessions).optional();
    }

    /** For one observation; {@code place} is that of the answer that was looked at. */
    static Form one(List<Option> sessions, int place) {
        return Form.of(
                        "answer.form",
                        DISPOSITION,
                        REASON,
                        OTHER,
                        TARGET,
                        LEVEL,
                        session(sessions),
                        PLACE)
                .with(PLACE, Integer.toString(place));
    }

    /** For many at once. */
    static Form many(List<Option> sessions) {
        return Form.of(
                        "answer.form",
                        DISPOSITION,
                        REASON,
                        OTHER,
                        TARGET,
                        LEVEL,
                        session(sessions),
                        SCOPE)
                .with(SCOPE, "chosen");
    }

    /** The answer that was last given, to begin from. */
    static Form with(Form form, List<Option> sessions, Disposition last, Optional<UUID> session) {
        Form filled = form.with(DISPOSITION, last.code());
        if (!last.reason().isEmpty()) {
            filled = filled.with(REASON, last.reason());
        }
        if (last instanceof Disposition.Postponed(String text, String _)) {
            filled = filled.with(TARGET, text);
        }
        if (last instanceof Disposition.ToArbitrate(Disposition.Level level, String _)) {
            filled = filled.with(LEVEL, level);
        }
        return session.isPresent()
                ? filled.with(session(sessions), session.get().toString())
                : filled;
    }

    /** Also that what the disposition needs was said. */
    static Form checked(Form form) {
        if (form.wrong()) {
            return form;
        }
        String code = form.get(DISPOSITION);
        Form checked = form;
        if (Disposition.REASONED.contains(code) && form.find(REASON).isEmpty()) {
            checked = checked.refuse(REASON, "answer.form.no-reason");
        }
        if (code.equals("duplicate") && form.find(OTHER).isEmpty()) {
            checked = checked.refuse(OTHER, "form.missing");
        }
        if (code.equals("postponed") && form.find(TARGET).isEmpty()) {
            checked = checked.refuse(TARGET, "form.missing");
        }
        if (code.equals("to-arbitrate") && form.find(LEVEL).isEmpty()) {
            checked = checked.refuse(LEVEL, "form.choose");
        }
        return checked;
    }

    /** What went wrong, beside what mends it; thrown again where nothing that is typed does. */
    static Form refused(Form form, List<Option> sessions, Fault fault) {
        if (!(fault.code() instanceof AnswerFault code)) {
            throw fault;
        }
        String key = "fault." + code.code();
        return switch (code) {
            case NO_REASON -> form.refuse(REASON, key);
            case DUPLICATE -> form.refuse(OTHER, key);
            case OTHER_SESSION -> form.refuse(session(sessions), key);
            case TOO_MANY -> form.refuse(SCOPE, "answer.form.too-many", fault.facts().toArray());
            case UNKNOWN, FIXED, OWN_OBSERVATION, NOT_ACCEPTED, GONE, FIRST -> throw fault;
        };
    }

    /**
     * What was typed; nothing where there is no observation of the number that was typed.
     *
     * @param byNumber the observation of a number
     */
    static Optional<Disposition> disposition(
            Form form, Function<Integer, Optional<UUID>> byNumber) {
        String reason = form.find(REASON).orElse("");
        return switch (form.get(DISPOSITION)) {
            case "accepted" -> Optional.of(new Disposition.Accepted(reason));
            case "partly-accepted" -> Optional.of(new Disposition.PartlyAccepted(reason));
            case "rejected" -> Optional.of(new Disposition.Rejected(reason));
            case "moot" -> Optional.of(new Disposition.Moot(reason));
            case "duplicate" ->
                    byNumber.apply(form.get(OTHER).intValue())
                            .map(each -> new Disposition.Duplicate(each, reason));
            case "postponed" -> Optional.of(new Disposition.Postponed(form.get(TARGET), reason));
            case "to-arbitrate" ->
                    Optional.of(new Disposition.ToArbitrate(form.get(LEVEL), reason));
            default -> Optional.of(new Disposition.ToExamine(reason));
        };
    }

    static Optional<UUID> session(Form form, List<Option> sessions) {
        return form.find(session(sessions)).flatMap(Ids::read);
    }

    static int place(Form form) {
        String typed = form.find(PLACE).orElse("0");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }
}

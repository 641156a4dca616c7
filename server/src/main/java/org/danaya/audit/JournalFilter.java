package org.danaya.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Act;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;

/**
 * Which entries a reader asks for, all of it in the address.
 *
 * @param form the filters as they were typed; what is wrong with them is kept in it
 * @param conditions SQL of our own, a place for each parameter
 */
record JournalFilter(Form form, List<String> conditions, List<Object> parameters) {

    private static final int TEXT_LIMIT = 300;

    private static final Field<LocalDate> FROM = Field.date("from").optional();
    private static final Field<LocalDate> TO = Field.date("to").optional();
    private static final Field<String> ACTOR = Field.text("actor", TEXT_LIMIT).optional();
    private static final Field<String> SUBJECT = Field.text("subject", TEXT_LIMIT).optional();
    private static final Field<Act.Outcome> OUTCOME =
            Field.choice("outcome", Act.Outcome.class, "audit.outcome").optional();

    /**
     * What an address asks for; days are those of UTC, which is Mali's time.
     *
     * @param acts those that can be asked for
     */
    static JournalFilter of(Query query, List<Option> acts) {
        Field<String> act = Field.choice("act", acts).optional();
        Form form =
                Form.of("audit.journal", FROM, TO, ACTOR, act, SUBJECT, OUTCOME)
                        .read(Submission.of(query.parameters()));
        JournalFilter filter = new JournalFilter(form, new ArrayList<>(), new ArrayList<>());
        form.find(FROM).ifPresent(day -> filter.add("e.at >= ?", day.atStartOfDay(ZoneOffset.UTC)));
        form.find(TO)
                .ifPresent(
                        day ->
                                filter.add(
                                        "e.at < ?", day.plusDays(1).atStartOfDay(ZoneOffset.UTC)));
        form.find(ACTOR).ifPresent(actor -> filter.add("e.actor = ?", actor));
        form.find(act).ifPresent(code -> filter.add("e.act = ?", code));
        form.find(SUBJECT).ifPresent(subject -> filter.add("e.subject = ?", subject));
        form.find(OUTCOME).ifPresent(outcome -> filter.add("e.outcome = ?", outcome.name()));
        return filter;
    }

    /** Whether any filter is set. */
    boolean filtered() {
        return form.inputs().stream().anyMatch(input -> !input.value().isEmpty());
    }

    /** The filters as text, for the act of exporting. */
    String text() {
        return String.join(
                "&",
                form.inputs().stream()
                        .filter(input -> !input.value().isEmpty())
                        .map(input -> input.name() + "=" + input.value())
                        .toList());
    }

    private void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(
                parameter instanceof ZonedDateTime time ? time.toOffsetDateTime() : parameter);
    }
}

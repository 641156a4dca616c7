package org.danaya.consultation.answer.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Explanation;
import org.danaya.consultation.answer.Explanation.Explained;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.text.redline.Hunk;

/** Which changes are looked at: what the address says. */
final class WhyFilters {

    static final Field<String> CAUSE =
            Field.choice(
                            "cause",
                            List.of(
                                    option("gap"),
                                    option("doubtful"),
                                    option("observation"),
                                    option("decision"),
                                    option("recommendation"),
                                    option("editorial")))
                    .optional();
    static final Field<String> KIND =
            Field.choice(
                            "kind",
                            Arrays.stream(Hunk.Kind.values())
                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                    .map(code -> Option.worded(code, "answer.hunk." + code))
                                    .toList())
                    .optional();
    static final Field<Long> NUMBER = Field.number("number", 1, 999_999).optional();
    static final Field<String> CHANGE = Field.text("change", 32).optional().hidden();

    private WhyFilters() {}

    private static Option option(String code) {
        return Option.worded(code, "answer.why.cause." + code);
    }

    static Field<String> part(List<Option> parts) {
        return Field.choice("part", parts).optional();
    }

    static Form read(Query query, List<Option> parts) {
        return Form.of("answer.why", CAUSE, KIND, part(parts), NUMBER, CHANGE)
                .read(Submission.of(query.parameters()));
    }

    /**
     * What is looked for.
     *
     * @param observation the one whose number was asked for; empty where there is none of it
     */
    static Predicate<Explained> wanted(Form form, List<Option> parts, Optional<UUID> observation) {
        Predicate<Explained> wanted = _ -> true;
        Optional<String> cause = form.find(CAUSE);
        if (cause.isPresent()) {
            wanted = wanted.and(each -> matches(each, cause.get()));
        }
        Optional<String> kind = form.find(KIND);
        if (kind.isPresent()) {
            wanted = wanted.and(each -> Explanation.kind(each.hunk()).equals(kind.get()));
        }
        Optional<String> part = form.find(part(parts));
        if (part.isPresent()) {
            wanted = wanted.and(each -> Explanation.part(each.hunk().place()).equals(part.get()));
        }
        Optional<String> change = form.find(CHANGE);
        if (change.isPresent()) {
            wanted = wanted.and(each -> each.hunk().id().equals(change.get()));
        }
        if (form.find(NUMBER).isPresent()) {
            wanted =
                    wanted.and(
                            each ->
                                    each.causes().stream()
                                            .anyMatch(
                                                    one ->
                                                            one.source()
                                                                            instanceof
                                                                            Cause.OfObservation(
                                                                                    UUID of)
                                                                    && observation
                                                                            .filter(of::equals)
                                                                            .isPresent()));
        }
        return wanted;
    }

    private static boolean matches(Explained each, String cause) {
        return switch (cause) {
            case "gap" -> each.gap();
            case "doubtful" -> !each.doubtful().isEmpty();
            default -> each.causes().stream().anyMatch(one -> one.source().code().equals(cause));
        };
    }
}

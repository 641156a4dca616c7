package org.danaya.sigma.route;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/**
 * Whether a rule can match at all where some fields never come: what it asks of those fails, or
 * holds where it asks for their absence; whatever else it asks may be either.
 */
public final class Reach {

    private final Rule rule;
    private final Predicate<String> comes;

    private Reach(Rule rule, Predicate<String> comes) {
        this.rule = rule;
        this.comes = comes;
    }

    /** What is known of a question before any event is looked at. */
    private enum Answer {
        YES,
        NO,
        EITHER;

        Answer not() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case EITHER -> EITHER;
            };
        }
    }

    /**
     * The fields that a rule lacks so that it can't match; empty where it can.
     *
     * @param comes whether events have the field
     */
    public static Set<String> lacking(Rule rule, Predicate<String> comes) {
        Reach reach = new Reach(rule, comes);
        if (reach.answer(rule.condition()) != Answer.NO) {
            return Set.of();
        }
        Set<String> lacking = new LinkedHashSet<>(RuleFields.of(rule));
        lacking.removeIf(comes);
        return lacking;
    }

    private Answer answer(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                    all(parts.stream().map(this::answer).toList());
            case Condition.Or(List<Condition> parts) ->
                    any(parts.stream().map(this::answer).toList());
            case Condition.Not(Condition part) -> answer(part).not();
            case Condition.Selected(String name) ->
                    Optional.ofNullable(rule.selections().get(name))
                            .map(this::answer)
                            .orElse(Answer.EITHER);
        };
    }

    private Answer answer(Selection selection) {
        return switch (selection) {
            case Selection.AllOf(List<Selection> parts) ->
                    all(parts.stream().map(this::answer).toList());
            case Selection.AnyOf(List<Selection> parts) ->
                    any(parts.stream().map(this::answer).toList());
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) -> {
                if (comes.test(field)) {
                    yield tests.stream().anyMatch(this::refersToNothing)
                            ? together(tests.stream().map(this::answerWhereThere).toList(), all)
                            : Answer.EITHER;
                }
                yield together(tests.stream().map(Reach::answerWhereMissing).toList(), all);
            }
            case Selection.Keywords unused -> Answer.EITHER;
        };
    }

    private static Answer together(List<Answer> answers, boolean all) {
        return all ? all(answers) : any(answers);
    }

    private Answer answerWhereThere(ValueTest test) {
        return refersToNothing(test) ? Answer.NO : Answer.EITHER;
    }

    /** Whether the field that this one is compared with never comes. */
    private boolean refersToNothing(ValueTest test) {
        return test instanceof ValueTest.FieldRef refers && !comes.test(refers.field());
    }

    private static Answer answerWhereMissing(ValueTest test) {
        return switch (test) {
            case ValueTest.Null unused -> Answer.YES;
            case ValueTest.Exists(boolean there) -> there ? Answer.NO : Answer.YES;
            default -> Answer.NO;
        };
    }

    private static Answer all(List<Answer> answers) {
        if (answers.contains(Answer.NO)) {
            return Answer.NO;
        }
        return answers.contains(Answer.EITHER) ? Answer.EITHER : Answer.YES;
    }

    private static Answer any(List<Answer> answers) {
        if (answers.contains(Answer.YES)) {
            return Answer.YES;
        }
        return answers.contains(Answer.EITHER) ? Answer.EITHER : Answer.NO;
    }
}

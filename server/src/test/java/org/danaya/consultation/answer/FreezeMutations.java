package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.Orphan;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Sight;
import org.danaya.text.redline.Hunk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one thing away from under a draft that could be frozen, and freezes it. */
final class FreezeMutations {

    private static final JdbcClient SQL = TestAnswers.SQL;

    private final TestAnswers kit;
    private final TextVersion draft;

    FreezeMutations(TestAnswers kit, TextVersion draft) {
        this.kit = kit;
        this.draft = draft;
    }

    /** One thing taken away, and what has to be named then. */
    record Mutation(String name, String sql, UUID key, Set<String> orphans) {}

    /** Every answer, every reason that has to be, every cause. */
    List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        List<Entry> entries =
                kit.answers
                        .register()
                        .list(MatrixSearch.all(kit.first.id()), Sight.current(), "", 0, 10_000);
        for (Entry each : entries) {
            all.add(
                    new Mutation(
                            each.number() + " without its answer",
                            "delete from consultation.answer where observation = ?",
                            each.observation(),
                            Set.of("unanswered " + each.number())));
            all.add(
                    new Mutation(
                            each.number() + " to be arbitrated again",
                            """
                            update consultation.answer set kind = 'to-arbitrate', level = 'cabinet',
                                other = null, target = null where observation = ?
                            """,
                            each.observation(),
                            Set.of("to-arbitrate " + each.number())));
            if (Disposition.REASONED.contains(each.disposition())) {
                all.add(
                        new Mutation(
                                each.number() + " without its reason",
                                "update consultation.answer set reason = '' where observation = ?",
                                each.observation(),
                                Set.of("unreasoned " + each.number())));
            }
        }
        Explanation explanation = kit.answers.causes().explanation(draft);
        for (Explanation.Explained change : explanation.changes()) {
            change.causes().forEach(cause -> all.add(without(cause, change, explanation)));
        }
        return all;
    }

    private Mutation without(Cause cause, Explanation.Explained change, Explanation explanation) {
        Set<String> named = new HashSet<>();
        Hunk hunk = change.hunk();
        if (change.causes().size() == 1) {
            named.add("uncaused " + AnswerPaths.change(draft.id(), hunk.id()));
        }
        if (cause.source() instanceof Cause.OfObservation(UUID observation)
                && linked(explanation, observation) == 1) {
            named.add("unlinked " + kit.answers.register().number(observation).orElseThrow());
        }
        assertThat(named).as("each cause is needed: %s", cause).isNotEmpty();
        return new Mutation(
                "without a cause of " + hunk.later(),
                "delete from consultation.cause where id = ?",
                cause.id(),
                named);
    }

    private static long linked(Explanation explanation, UUID observation) {
        return explanation.changes().stream()
                .flatMap(each -> each.causes().stream())
                .filter(each -> each.source().equals(new Cause.OfObservation(observation)))
                .count();
    }

    /** Each of them makes the freeze fail, and is named; without any it succeeds. */
    void assertEachIsNamed(List<Mutation> mutations) {
        for (Mutation mutation : mutations) {
            assertThat(frozenAfter(mutation.sql(), mutation.key()))
                    .as(mutation.name())
                    .isEqualTo(mutation.orphans());
        }
        assertThat(frozenAndBack()).as("nothing was left of the mutations").isEmpty();
    }

    /** What a freeze names as it is; empty where it succeeds, which is undone. */
    Set<String> frozenAndBack() {
        return frozenAfter("select 1 where ?::uuid is null", UUID.randomUUID());
    }

    /** What a freeze names after something was taken away from under it; all of it is undone. */
    Set<String> frozenAfter(String sql, UUID key) {
        return Objects.requireNonNull(
                TestPlatform.bean(TransactionTemplate.class)
                        .execute(
                                status -> {
                                    status.setRollbackOnly();
                                    SQL.sql("alter table consultation.answer disable trigger user")
                                            .update();
                                    SQL.sql(
                                                    "alter table consultation.answer drop constraint answer_reason")
                                            .update();
                                    if (sql.startsWith("select")) {
                                        SQL.sql(sql).param(key).query(String.class).list();
                                    } else {
                                        assertThat(SQL.sql(sql).param(key).update())
                                                .as(sql)
                                                .isEqualTo(1);
                                    }
                                    return named(kit.freeze(draft));
                                }));
    }

    /** A change is named by where it is settled: two of them may say the same words. */
    private static String named(Orphan orphan) {
        String kind = orphan.kind();
        return kind.startsWith("uncaused")
                ? "uncaused " + orphan.path()
                : kind + " " + orphan.facts().getFirst();
    }

    private static Set<String> named(Freezing freezing) {
        return switch (freezing) {
            case Freezing.Frozen _ -> Set.of();
            case Freezing.Orphans(List<Orphan> orphans) ->
                    orphans.stream()
                            .map(FreezeMutations::named)
                            .collect(Collectors.toCollection(TreeSet::new));
        };
    }
}

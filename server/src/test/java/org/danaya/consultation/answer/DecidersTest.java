package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.consultation.TextVersion;
import org.junit.jupiter.api.Test;

/** Several people who decide at the same moment. */
class DecidersTest {

    private static final int AT_ONCE = 6;

    private final TestAnswers kit =
            new TestAnswers(
                    "ensemble-" + UUID.randomUUID().toString().substring(0, 8),
                    List.of("La stratégie protège le cyberespace.", "Elle est publique."));
    private final TestAnswers.Asked ministry =
            kit.asked("min-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID author = TestAccounts.with(TestPlatform::bean);

    @Test
    void ofSeveralWhoAnswerAtOnceOneCountsAndEachOtherIsShownIt() throws Exception {
        UUID observation = kit.observed(ministry, author, "art_1", "Préciser.");
        List<Callable<AnswerOutcome>> all = new ArrayList<>();
        for (int at = 0; at < AT_ONCE; at++) {
            UUID account = TestAccounts.with(TestPlatform::bean);
            Disposition disposition = new Disposition.Rejected("Raison " + at);
            all.add(() -> answer(account, observation, disposition));
        }
        List<AnswerOutcome> outcomes = together(all);
        List<Given> given = outcomes.stream().flatMap(each -> each.given().stream()).toList();
        assertThat(given).hasSize(1);
        assertThat(outcomes.stream().flatMap(each -> each.meanwhile().stream()))
                .hasSize(AT_ONCE - 1)
                .allMatch(each -> each.equals(given.getFirst()));
        assertThat(
                        TestAnswers.SQL
                                .sql(
                                        "select count(*) from consultation.answer where observation = ?")
                                .param(observation)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void twoAreNeverDuplicatesOfEachOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID one = kit.observed(ministry, author, "art_1", "Une " + round);
            UUID two = kit.observed(ministry, author, "art_1", "Deux " + round);
            UUID first = TestAccounts.with(TestPlatform::bean);
            UUID second = TestAccounts.with(TestPlatform::bean);
            List<Boolean> done =
                    together(
                            List.of(
                                    () -> isAnswered(first, one, two),
                                    () -> isAnswered(second, two, one)));
            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aDuplicateOfADuplicateIsNamedWhereverItComesFrom() {
        UUID one = kit.observed(ministry, author, "art_1", "Une.");
        UUID two = kit.observed(ministry, author, "art_1", "Deux.");
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAnswers.SQL
                .sql(
                        """
                        insert into consultation.answer
                            (observation, place, version, kind, reason, other, account, at)
                        values (?, 1, ?, 'duplicate', '', ?, ?, now()), (?, 1, ?, 'duplicate', '', ?, ?, now())
                        """)
                .params(one, kit.first.id(), two, account, two, kit.first.id(), one, account)
                .update();
        TextVersion draft =
                kit.draft(List.of("La stratégie protège le cyberespace.", "Elle est publique."));
        assertThat(new FreezeMutations(kit, draft).frozenAndBack())
                .isEqualTo(Set.of("duplicate-chain 1", "duplicate-chain 2"));
    }

    private boolean isAnswered(UUID account, UUID observation, UUID of) {
        try {
            return !answer(account, observation, new Disposition.Duplicate(of, ""))
                    .given()
                    .isEmpty();
        } catch (Fault e) {
            assertThat(e.code()).isEqualTo(AnswerFault.DUPLICATE);
            return false;
        }
    }

    private AnswerOutcome answer(UUID account, UUID observation, Disposition disposition) {
        return kit.answers
                .answering()
                .answer(account, kit.first, Map.of(observation, 0), disposition, Optional.empty());
    }

    private static <T> List<T> together(List<Callable<T>> all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.size());
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : all) {
                running.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return each.call();
                                }));
            }
            for (Future<T> each : running) {
                outcomes.add(each.get());
            }
        }
        return outcomes;
    }
}

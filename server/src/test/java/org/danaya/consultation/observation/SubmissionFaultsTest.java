package org.danaya.consultation.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.danaya.base.Reach;
import org.danaya.mandates.Scope;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** What becomes of a submission when a step of it fails, and how many observations are read. */
class SubmissionFaultsTest {

    private static final Sight NOBODY =
            new Sight(new Reach.Structures(Set.of()), new Reach.Structures(Set.of()));

    private final TestObservations kit = new TestObservations();
    private final Observations observations = kit.observations;

    @Test
    void whenAStepOfASubmissionFailsNothingIsKept() {
        kit.kit.office(Powers.of(Power.SUBMIT_OBSERVATION), Scope.OPEN, 0);
        Referral referral = kit.asked(15);
        kit.written(referral, "Intacte");
        List<String> before = state();
        List<Consumer<Runnable>> failures = new ArrayList<>();
        for (String table :
                List.of(
                        "consultation.batch",
                        "consultation.observation",
                        "consultation.referral",
                        "consultation.referral_event",
                        "log.leaf")) {
            failures.add(step -> broken(table, step));
        }
        for (Consumer<Runnable> failure : failures) {
            failure.accept(
                    () ->
                            assertThatThrownBy(() -> kit.submit(kit.minister, referral))
                                    .hasStackTraceContaining("broken on purpose"));
            assertThat(state()).isEqualTo(before);
        }
        assertThatThrownBy(
                        () ->
                                kit.submit(
                                        kit.failingAt(ObservationAct.SUBMITTED),
                                        kit.minister,
                                        referral))
                .hasMessageContaining("broken at");
        assertThat(state()).isEqualTo(before);
        kit.submit(kit.minister, referral);
        assertThat(all()).extracting(Observation.Submitted::number).containsExactly(1);
    }

    /** Makes a table refuse what is written to it while a step runs. */
    private void broken(String table, Runnable step) {
        var sql = kit.kit.people.jdbc;
        sql.sql(
                        """
                        create or replace function public.broken() returns trigger language plpgsql as
                        $$ begin raise exception 'broken on purpose'; end $$
                        """)
                .update();
        sql.sql(
                        "create trigger a_broken before insert or update on "
                                + table
                                + " for each row execute function public.broken()")
                .update();
        step.run();
        sql.sql("drop trigger a_broken on " + table).update();
    }

    private List<String> state() {
        var sql = kit.kit.people.jdbc;
        List<String> state = new ArrayList<>();
        for (String table :
                List.of(
                        "consultation.batch",
                        "consultation.observation",
                        "consultation.referral",
                        "consultation.referral_event",
                        "log.leaf")) {
            state.addAll(
                    sql.sql("select t::text from " + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return state;
    }

    @Test
    void fiveThousandAreListedSearchedAndCountedQuickly() {
        kit.asked(15);
        kit.kit
                .people
                .jdbc
                .sql(
                        """
                        with b as (insert into consultation.batch
                            select gen_random_uuid(), id, 1, id, now(), 'in-time', 5000, '\\x00',
                                sha256('x'), 'office', 'Exemple', 'Ministre', id
                            from consultation.referral returning id, referral)
                        insert into consultation.observation (id, referral, version, structure, author,
                            created_at, state, changed_by, changed_at, place, kind, anchor, wid, label,
                            comment, confidential, number, batch, receipt, submitted_at, search)
                        select gen_random_uuid(), r.id, r.version, r.structure, r.id, now(), 'submitted',
                            r.id, now(), n, 'technical', 'part', 'art_' || n % 50, 'Article', repeat('mot ', 60),
                            n % 10 = 0, n, b.id, 'in-time', now(), repeat('mot ', 60) || n
                        from consultation.referral r join b on b.referral = r.id,
                            generate_series(1, 5000) n
                        """)
                .update();
        long began = System.nanoTime();
        assertThat(all()).hasSize(5_000);
        assertThat(found("mot 4999")).isOne();
        assertThat(found("mot 5000")).isZero();
        assertThat(observations.register().counts(kit.version.id())).containsValue(5_000);
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println("5,000 observations listed, searched, counted: " + millis + " ms");
    }

    private List<Observation.Submitted> all() {
        return observations
                .register()
                .list(ObservationSearch.all(kit.version.id()), NOBODY, "", 0, 10_000);
    }

    private int found(String text) {
        return observations
                .register()
                .count(
                        new ObservationSearch(
                                kit.version.id(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                text),
                        NOBODY);
    }
}

package org.danaya.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.danaya.people.TestPeople.appointment;
import static org.danaya.people.TestPeople.recorded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.danaya.people.draft.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class IncumbenciesTest {

    private final TestPeople people = new TestPeople();
    private final Incumbencies incumbencies = people.incumbencies;
    private final Position position =
            people.position(people.create("agetic", "Agence"), "Directeur général");
    private final Person first = people.person("Exemple", "Traoré");
    private final Person second = people.person("Exemple", "Coulibaly");

    @Test
    void onePersonAtATimeHoldsAPosition() {
        Incumbency held = appoint(first, "2025-01-01", "");
        assertThat(incumbencies.appoint(appointment(position, second, "2025-06-01", "")))
                .isEqualTo(new IncumbencyOutcome.Occupied(held));
        assertThat(incumbencies.appoint(appointment(position, second, "2024-01-01", "2025-01-01")))
                .isInstanceOf(IncumbencyOutcome.Recorded.class);
    }

    @Test
    void replacingEndsTheOneBeforeInTheSameBreath() {
        Incumbency held = appoint(first, "2025-01-01", "");
        Incumbency next =
                recorded(
                        incumbencies.appoint(
                                new Incumbencies.Appointment(
                                        position.id(),
                                        second.id(),
                                        false,
                                        "feminine",
                                        "2025-06-01",
                                        "",
                                        "Décret (exemple)",
                                        true)));
        LocalDate day = LocalDate.of(2025, 6, 1);
        assertThat(incumbencies.get(held.id()).until()).isEqualTo(day);
        assertThat(incumbencies.get(held.id()).endCause()).isEqualTo(Incumbency.EndCause.REPLACED);
        assertThat(incumbencies.holder(position.id(), day.minusDays(1)).orElseThrow().person())
                .isEqualTo(first);
        assertThat(incumbencies.holder(position.id(), day)).contains(next);
        assertThat(people.told(IncumbencyEnded.class))
                .extracting(IncumbencyEnded::incumbency)
                .containsExactly(held.id());
    }

    @Test
    void somebodyCanStandInWhileTheHolderIsAway() {
        appoint(first, "2025-01-01", "");
        Incumbency acting = recorded(incumbencies.appoint(acting("2025-03-01", "2025-04-01")));
        assertThat(incumbencies.appoint(acting("2025-03-15", "")))
                .isEqualTo(new IncumbencyOutcome.Occupied(acting));
        LocalDate day = LocalDate.of(2025, 3, 2);
        assertThat(incumbencies.holder(position.id(), day).orElseThrow().person()).isEqualTo(first);
        assertThat(incumbencies.actingHolder(position.id(), day)).contains(acting);
        assertThat(people.acts()).contains(PeopleAct.ACTING_BEGUN);
    }

    @Test
    void anEndIsToldOnceAndCanBeBroughtForward() {
        Incumbency held = appoint(first, "2025-01-01", "");
        Incumbency ended = recorded(incumbencies.end(held.id(), 1, "01/05/2026", "Décret"));
        assertThat(ended.endedOn(TestPeople.TODAY)).isFalse();
        assertThat(refused(incumbencies.end(held.id(), 2, "2026-06-01", "")))
                .containsExactly(PeopleFault.INCUMBENCY_ENDED);
        assertThat(refused(incumbencies.end(held.id(), 2, "2024-12-31", "")))
                .containsExactly(PeopleFault.END_BEFORE_START);
        assertThat(incumbencies.end(held.id(), 1, "2026-04-01", ""))
                .isEqualTo(new IncumbencyOutcome.Stale(ended));
        recorded(incumbencies.end(held.id(), 2, "2026-04-01", ""));
        assertThat(people.told(IncumbencyEnded.class))
                .extracting(IncumbencyEnded::until)
                .containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 4, 1));
    }

    @Test
    void anAppointmentThatNeverBeganLeavesThePositionFree() {
        Incumbency ahead = appoint(first, "2026-06-01", "");
        Incumbency undone = recorded(incumbencies.end(ahead.id(), 1, "2026-06-01", ""));
        assertThat(undone.endedOn(TestPeople.TODAY)).isTrue();
        appoint(second, "2026-06-01", "");
    }

    @Test
    void datesLieWithinThoseOfThePosition() {
        people.positions.end(position.id(), 1, "2026-01-01", "Décret");
        assertThat(refused(incumbencies.appoint(appointment(position, first, "2026-02-01", ""))))
                .containsExactly(PeopleFault.POSITION_ENDED);
        assertThat(refused(incumbencies.appoint(appointment(position, first, "2025-02-01", ""))))
                .containsExactly(PeopleFault.OUTSIDE_POSITION);
        appoint(first, "2025-02-01", "2026-01-01");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(
                        refused(
                                incumbencies.appoint(
                                        new Incumbencies.Appointment(
                                                position.id(),
                                                first.id(),
                                                false,
                                                "neutre",
                                                "",
                                                "hier",
                                                "",
                                                false))))
                .containsExactly(
                        PeopleFault.CHOICE_UNKNOWN,
                        PeopleFault.VALUE_MISSING,
                        PeopleFault.DATE_WRONG,
                        PeopleFault.VALUE_MISSING);
    }

    @Test
    void ofManyAppointedAtOnceOneIsAppointed() throws Exception {
        List<Person> candidates = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            candidates.add(people.person("Exemple", "Candidat " + i));
        }
        List<Callable<IncumbencyOutcome>> attempts =
                candidates.stream()
                        .<Callable<IncumbencyOutcome>>map(
                                one ->
                                        () ->
                                                incumbencies.appoint(
                                                        appointment(
                                                                position, one, "2026-01-01", "")))
                        .toList();
        int recorded = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IncumbencyOutcome> answer : threads.invokeAll(attempts)) {
                switch (answer.get()) {
                    case IncumbencyOutcome.Recorded _ -> recorded++;
                    case IncumbencyOutcome.Occupied _ -> {}
                    case IncumbencyOutcome.Refused _, IncumbencyOutcome.Stale _ ->
                            throw new AssertionError(answer.get());
                }
            }
        }
        assertThat(recorded).isEqualTo(1);
        assertThat(incumbencies.of(position.id())).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesTwoHoldersOnOneDay() {
        appoint(first, "2025-01-01", "2025-02-01");
        assertThatThrownBy(
                        () ->
                                people.jdbc
                                        .sql(
                                                """
                                                insert into people.incumbency
                                                    (id, position_id, person_id, version, acting,
                                                     title_form, from_date, act)
                                                values (gen_random_uuid(), :position, :person, 1,
                                                    false, 'masculine', '2025-01-31', 'x')
                                                """)
                                        .param("position", position.id())
                                        .param("person", second.id())
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("one_incumbent_at_a_time");
    }

    @Test
    void whateverIsAskedInAnyOrderNoDayHasTwoHolders() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        LocalDate start = LocalDate.of(2025, 1, 1);
        for (int step = 0; step < 80; step++) {
            Person person = random.nextBoolean() ? first : second;
            LocalDate from = start.plusDays(random.nextInt(60));
            String until = random.nextInt(3) == 0 ? "" : from.plusDays(1 + random.nextInt(20)) + "";
            if (random.nextInt(4) == 0) {
                incumbencies.of(position.id()).stream()
                        .findFirst()
                        .ifPresent(one -> incumbencies.end(one.id(), one.version(), from + "", ""));
            } else {
                incumbencies.appoint(
                        new Incumbencies.Appointment(
                                position.id(),
                                person.id(),
                                random.nextInt(4) == 0,
                                "masculine",
                                from.toString(),
                                until,
                                "Décret",
                                random.nextBoolean()));
            }
        }
        List<Incumbency> all = incumbencies.of(position.id());
        assertThat(all).as("seed %d", seed).isNotEmpty();
        for (int day = 0; day < 90; day++) {
            LocalDate date = start.plusDays(day);
            for (boolean acting : new boolean[] {true, false}) {
                assertThat(all.stream().filter(one -> one.acting() == acting && one.holds(date)))
                        .as("seed %d, %s", seed, date)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private Incumbency appoint(Person person, String from, String until) {
        return recorded(incumbencies.appoint(appointment(position, person, from, until)));
    }

    private Incumbencies.Appointment acting(String from, String until) {
        return new Incumbencies.Appointment(
                position.id(), second.id(), true, "masculine", from, until, "Décision", false);
    }

    private static List<PeopleFault> refused(IncumbencyOutcome outcome) {
        if (outcome instanceof IncumbencyOutcome.Refused(List<Problem> problems)) {
            return problems.stream().map(Problem::code).toList();
        }
        throw new AssertionError(outcome);
    }
}

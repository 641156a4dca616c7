package org.danaya.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.danaya.base.Act;
import org.danaya.people.draft.Problem;
import org.junit.jupiter.api.Test;

class PersonsTest {

    private final TestPeople people = new TestPeople();
    private final Persons persons = people.persons;

    @Test
    void aPersonIsFoundWhateverTheAccents() {
        Person person = people.person("Ɲamaka Exemple", "Kɔnɛ");
        assertThat(persons.list("kone", 0, 10)).containsExactly(person);
        assertThat(persons.list("kɔnɛ ɲam", 0, 10)).containsExactly(person);
        assertThat(persons.count("nyamaka")).isEqualTo(1);
        assertThat(persons.list("kane", 0, 10)).isEmpty();
    }

    @Test
    void aHomonymIsRegisteredOnlyOnceItIsKnown() {
        Person known = people.person("Exemple", "Traoré");
        assertThat(persons.register("exemple", "TRAORE", false))
                .isEqualTo(new PersonOutcome.Homonyms(List.of(known)));
        assertThat(persons.register("exemple", "TRAORE", true))
                .isInstanceOf(PersonOutcome.Recorded.class);
        assertThat(persons.count("")).isEqualTo(2);
    }

    @Test
    void aNameIsNeededAndBounded() {
        PersonOutcome outcome = persons.register(" ", "x".repeat(121), false);
        assertThat(((PersonOutcome.Refused) outcome).problems())
                .extracting(Problem::code)
                .containsExactly(PeopleFault.VALUE_MISSING, PeopleFault.VALUE_TOO_LONG);
    }

    @Test
    void aStaleChangeIsRefused() {
        Person person = people.person("Exemple", "Traore");
        persons.change(person.id(), 1, "Exemple", "Traoré");
        assertThat(persons.change(person.id(), 1, "Exemple", "Touré"))
                .isInstanceOf(PersonOutcome.Stale.class);
        assertThat(persons.get(person.id()).familyName()).isEqualTo("Traoré");
    }

    @Test
    void theJournalGetsNoName() {
        people.person("Exemple", "Traoré");
        assertThat(people.told(Act.class).toString()).doesNotContain("Traoré", "Exemple");
    }
}

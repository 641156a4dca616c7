package org.danaya.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.danaya.people.TestPeople.TODAY;
import static org.danaya.people.TestPeople.draft;
import static org.danaya.people.TestPeople.recorded;
import static org.danaya.people.TestPeople.refused;
import static org.danaya.people.draft.StructureField.ACRONYM;
import static org.danaya.people.draft.StructureField.IDENTIFIER;
import static org.danaya.people.draft.StructureField.NAME_EN;
import static org.danaya.people.draft.StructureField.NAME_FR;
import static org.danaya.people.draft.StructureField.PARENT;
import static org.danaya.people.draft.StructureField.PLANNED;
import static org.danaya.people.draft.StructureField.UNTIL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.people.Structures.Ending;
import org.danaya.people.Structures.Query;
import org.danaya.people.draft.Difference;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class StructuresTest {

    private final TestPeople people = new TestPeople();
    private final Structures structures = people.structures;

    @Test
    void aCreatedStructureIsFoundByItsIdentifierAndItsLettersSurvive() {
        Structure created =
                people.create("donniya", "Ministère de la Dɔnniya – Ɲɛtaa, Ŋ", ACRONYM, "MDƝŊ");
        assertThat(structures.find("DONNIYA")).contains(created);
        assertThat(created.details().nameFr()).isEqualTo("Ministère de la Dɔnniya – Ɲɛtaa, Ŋ");
        assertThat(structures.list(query("ŋ dɔnniya"), "", 10)).containsExactly(created);
        assertThat(structures.list(query("ministere donniya"), "", 10)).containsExactly(created);
        assertThat(structures.list(query("mdɲŋ"), "", 10)).containsExactly(created);
        assertThat(structures.list(query("absente"), "", 10)).isEmpty();
        assertThat(people.acts()).containsExactly(PeopleAct.STRUCTURE_CREATED);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsWritten() {
        StructureDraft wrong =
                new StructureDraft(
                        Map.of(
                                IDENTIFIER,
                                "É té",
                                StructureField.KIND,
                                "royaume",
                                NAME_FR,
                                " ",
                                NAME_EN,
                                "x".repeat(301),
                                ACRONYM,
                                "A\u202eB",
                                PARENT,
                                "inconnue",
                                StructureField.FROM,
                                "31/02/2026",
                                UNTIL,
                                "2026-13-01"));
        assertThat(refused(structures.create(wrong)))
                .containsExactlyInAnyOrder(
                        PeopleFault.IDENTIFIER_WRONG,
                        PeopleFault.KIND_UNKNOWN,
                        PeopleFault.VALUE_MISSING,
                        PeopleFault.VALUE_TOO_LONG,
                        PeopleFault.VALUE_UNREADABLE,
                        PeopleFault.PARENT_UNKNOWN,
                        PeopleFault.DATE_WRONG,
                        PeopleFault.DATE_WRONG);
        assertThat(structures.count(Query.ALL)).isZero();
        assertThat(people.told).isEmpty();
    }

    @Test
    void anIdentifierIsGivenOnce() {
        people.create("agetic", "Agence");
        assertThat(refused(structures.create(draft("AGETIC", "Une autre"))))
                .containsExactly(PeopleFault.IDENTIFIER_TAKEN);
    }

    @Test
    void aRenamingKeepsTheNameOfEachDate() {
        Structure first = people.create("mcen", "Ministère de la Communication");
        Structure second =
                change(first, draft("mcen", "Ministère de l’Économie numérique"), "01/07/2025");
        change(second, draft("mcen", "Ministère du Numérique"), "2026-01-01");
        assertThat(nameOn(first.id(), LocalDate.of(2025, 6, 30)))
                .isEqualTo("Ministère de la Communication");
        assertThat(nameOn(first.id(), LocalDate.of(2025, 7, 1)))
                .isEqualTo("Ministère de l’Économie numérique");
        assertThat(nameOn(first.id(), TODAY)).isEqualTo("Ministère du Numérique");
        assertThat(structures.history(first.id())).hasSize(3);
        assertThat(structures.list(query("communication"), "", 10)).isEmpty();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasWrongAndKeepsIt() {
        Structure first = people.create("smtd", "Societe malienne");
        Structure second = change(first, draft("smtd", "Société malienne"), "");
        assertThat(second.validFrom()).isEqualTo(LocalDate.MIN);
        assertThat(nameOn(first.id(), LocalDate.of(1990, 1, 1))).isEqualTo("Société malienne");
        List<Structure.Recorded> history = structures.history(first.id());
        assertThat(history).hasSize(2);
        assertThat(history.get(1).details().nameFr()).isEqualTo("Societe malienne");
        assertThat(history.get(1).supersededAt()).isPresent();
    }

    @Test
    void aStaleFormIsRefusedWithWhatChanged() {
        Structure first = people.create("amrtp", "Autorité");
        change(first, draft("amrtp", "Autorité malienne", ACRONYM, "AMRTP"), "");
        StructureOutcome outcome =
                structures.change(first.id(), first.version(), draft("amrtp", "Autre"), "");
        assertThat(outcome).isInstanceOf(StructureOutcome.Stale.class);
        assertThat(((StructureOutcome.Stale) outcome).changes())
                .containsExactly(
                        new Difference("name-fr", "Autorité", "Autorité malienne"),
                        new Difference("acronym", "", "AMRTP"));
        assertThat(nameOn(first.id(), TODAY)).isEqualTo("Autorité malienne");
    }

    @Test
    void theSameAgainIsNoChange() {
        Structure first = people.create("amrtp", "Autorité");
        assertThat(structures.change(first.id(), 1, draft("amrtp", "  Autorité "), ""))
                .isEqualTo(new StructureOutcome.Unchanged(first));
        assertThat(people.acts()).hasSize(1);
    }

    @Test
    void noStructureIsAboveItselfInTheServiceNorInTheDatabase() {
        Structure a = people.create("aa", "A");
        Structure b = people.create("bb", "B", PARENT, "aa");
        people.create("cc", "C", PARENT, "bb");
        assertThat(refused(structures.change(a.id(), 1, draft("aa", "A", PARENT, "cc"), "")))
                .containsExactly(PeopleFault.PARENT_CYCLE);
        assertThatThrownBy(
                        () ->
                                people.transactions.executeWithoutResult(
                                        _ ->
                                                people.structureTable.update(
                                                        a,
                                                        LocalDate.MIN,
                                                        a.details().under(b.id()))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("would be above itself");
        assertThat(structures.get(a.id())).isEqualTo(a);
    }

    @Test
    void plannedActiveAndEndedAreToldApart() {
        Structure planned = people.create("anssi", "Agence nationale", PLANNED, "oui");
        Structure active = people.create("agetic", "Agence");
        Structure ended = people.create("ortm", "Office", UNTIL, "2016-01-01");
        assertThat(planned.details().on(TODAY)).isEqualTo(new Existence.Planned(null));
        assertThat(existing("planned")).containsExactly(planned);
        assertThat(existing("active")).containsExactly(active);
        assertThat(existing("ended")).containsExactly(ended);
        assertThat(refused(structures.create(draft("zz", "Z", PLANNED, "peut-être"))))
                .containsExactly(PeopleFault.YES_OR_NO);
        assertThat(refused(structures.create(draft("zz", "Z", PLANNED, "x", UNTIL, "2020-01-01"))))
                .containsExactly(PeopleFault.PLANNED_AND_ENDED);
    }

    @Test
    void anEndTellsWhatHangsAndEndsItInOneTransaction() {
        Structure ministry = people.create("min", "Ministère");
        Structure heir = people.create("heir", "Nouveau ministère");
        Structure agency = people.create("ag", "Agence", PARENT, "min");
        Position position = people.position(ministry, "Directeur");
        Person person = people.person("Exemple", "Traoré");
        Incumbency incumbency =
                recorded(
                        people.incumbencies.appoint(
                                TestPeople.appointment(position, person, "2025-01-01", "")));
        Structures.Hanging hanging = structures.hanging(ministry.id(), TODAY);
        assertThat(hanging.children()).containsExactly(agency);
        assertThat(hanging.positions()).containsExactly(position);
        assertThat(hanging.incumbencies()).containsExactly(incumbency);

        assertThat(refused(end(ministry, "2026-03-01", "")))
                .containsExactly(PeopleFault.CHILDREN_REMAIN);
        assertThat(refused(end(ministry, "2026-03-01", "ag")))
                .containsExactly(PeopleFault.HEIR_UNFIT);
        assertThat(refused(end(ministry, "2026-03-03", "heir")))
                .containsExactly(PeopleFault.EFFECTIVE_AHEAD);

        Structure ended = recorded(end(ministry, "2026-03-01", "heir"));
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(ended.details().on(TODAY)).isEqualTo(new Existence.Ended(null, day));
        assertThat(structures.get(agency.id()).details().parent()).isEqualTo(heir.id());
        assertThat(structures.on(agency.id(), day.minusDays(1)).orElseThrow().parent())
                .isEqualTo(ministry.id());
        assertThat(people.positions.get(position.id()).until()).isEqualTo(day);
        assertThat(people.incumbencies.get(incumbency.id()).until()).isEqualTo(day);
        assertThat(people.told(IncumbencyEnded.class))
                .containsExactly(
                        new IncumbencyEnded(
                                incumbency.id(),
                                position.id(),
                                ministry.id(),
                                person.id(),
                                false,
                                day,
                                Incumbency.EndCause.STRUCTURE_ENDED));
        assertThat(people.told(StructureEnded.class))
                .containsExactly(new StructureEnded(ministry.id(), day));
        assertThat(refused(end(ended, "2026-03-01", "")))
                .containsExactly(PeopleFault.STRUCTURE_ENDED);
        assertThat(refused(structures.create(draft("new", "N", PARENT, "min"))))
                .containsExactly(PeopleFault.PARENT_ENDED);
    }

    @Test
    void aPlannedStructureCanBeGivenUp() {
        Structure planned =
                people.create("anssi", "A", PLANNED, "oui", StructureField.FROM, "2027-01-01");
        Structure ended = recorded(end(planned, "2026-03-01", ""));
        assertThat(ended.details().on(TODAY)).isInstanceOf(Existence.Ended.class);
    }

    @Test
    void lineageIsKeptAndHasNoCycle() {
        Structure before = people.create("before", "Avant");
        Structure after = people.create("after", "Après");
        recorded(people.lineages.record(after.id(), "BEFORE", "succeeds", "2025-01-01", "Décret"));
        assertThat(people.lineages.of(before.id()))
                .hasSize(1)
                .isEqualTo(people.lineages.of(after.id()));
        assertThat(refused(people.lineages.record(before.id(), "after", "merges", "", "")))
                .containsExactly(PeopleFault.LINEAGE_CYCLE);
        assertThat(refused(people.lineages.record(after.id(), "before", "splits", "", "")))
                .containsExactly(PeopleFault.LINEAGE_KNOWN);
        assertThat(refused(people.lineages.record(after.id(), "zz", "grows", "x", "")))
                .containsExactly(
                        PeopleFault.CHOICE_UNKNOWN,
                        PeopleFault.DATE_WRONG,
                        PeopleFault.PARENT_UNKNOWN);
        people.lineages.withdraw(before.id(), people.lineages.of(after.id()).getFirst().id());
        assertThat(people.lineages.of(after.id())).isEmpty();
        recorded(people.lineages.record(before.id(), "after", "merges", "", ""));
    }

    @Test
    void anUnknownStructureIsAFault() {
        assertThatThrownBy(() -> structures.get(UUID.randomUUID()))
                .isInstanceOf(Fault.class)
                .extracting(fault -> ((Fault) fault).code())
                .isEqualTo(PeopleFault.STRUCTURE_UNKNOWN);
    }

    @Test
    void aListGoesOnAfterAnIdentifier() {
        List.of("aa", "bb", "cc").forEach(key -> people.create(key, key));
        assertThat(structures.list(Query.ALL, "", 2))
                .extracting(Structure::identifier)
                .containsExactly("aa", "bb");
        assertThat(structures.list(Query.ALL, "bb", 2))
                .extracting(Structure::identifier)
                .containsExactly("cc");
    }

    private Structure change(Structure before, StructureDraft draft, String effective) {
        return recorded(structures.change(before.id(), before.version(), draft, effective));
    }

    private StructureOutcome end(Structure structure, String until, String heir) {
        return structures.end(
                structure.id(), structure.version(), new Ending(until, "Décret (exemple)", heir));
    }

    private String nameOn(UUID id, LocalDate day) {
        return structures.on(id, day).orElseThrow().nameFr();
    }

    private List<Structure> existing(String existence) {
        return structures.list(new Query("", Optional.empty(), Optional.of(existence)), "", 10);
    }

    private static Query query(String text) {
        return new Query(text, Optional.empty(), Optional.empty());
    }
}

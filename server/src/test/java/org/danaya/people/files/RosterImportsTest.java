package org.danaya.people.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Upload;
import org.danaya.people.PeopleAct;
import org.danaya.people.PeopleFault;
import org.danaya.people.TestPeople;
import org.danaya.people.draft.Problem;
import org.junit.jupiter.api.Test;

class RosterImportsTest {

    private static final Actor SOMEBODY = new Actor.Person(new UUID(0, 1), "essai", "127.0.0.1");

    private final TestPeople people = new TestPeople();
    private final RosterImports imports =
            new RosterImports(
                    new ImportTable(people.jdbc, people.clock),
                    people.persons,
                    people.positions,
                    people.structures,
                    people.ids,
                    people.transactions,
                    people.told::add);

    @Test
    void theExamplesAreImportedWholeAndASecondTimeAddNothing() throws Exception {
        people.create("agetic", "Agence d’exemple");
        people.create("scse", "Service d’exemple");
        for (Roster roster : Roster.values()) {
            String name = roster == Roster.PERSONS ? "personnes.csv" : "fonctions.csv";
            byte[] example = Files.readAllBytes(Path.of("../docs/use/examples", name));
            RosterOutcome.Preview preview = preview(roster, example);
            assertThat(preview.plan().of(RosterPlan.Created.class)).hasSize(2);
            assertThat(preview.ignored()).isEmpty();
            confirm(roster, preview);
            assertThat(confirm(roster, preview)).isEqualTo(new RosterOutcome.AlreadyImported());
            assertThat(preview(roster, example).plan().of(RosterPlan.Known.class)).hasSize(2);
        }
        assertThat(people.persons.count("")).isEqualTo(2);
        assertThat(people.told(Act.class).stream().map(Act::type))
                .contains(PeopleAct.PERSONS_IMPORTED, PeopleAct.POSITIONS_IMPORTED);
    }

    @Test
    void everyLineThatIsWrongIsToldWithItsReason() {
        people.create("agetic", "Agence d’exemple");
        assertThat(
                        codes(
                                Roster.PERSONS,
                                "prenoms;nom\n;A\nB;" + "x".repeat(121) + "\nC;D\nc;d\nE;F;G\n"))
                .containsExactly(
                        PeopleFault.VALUE_MISSING,
                        PeopleFault.VALUE_TOO_LONG,
                        PeopleFault.LINE_AGAIN,
                        PeopleFault.LINE_TOO_WIDE);
        assertThat(
                        codes(
                                Roster.POSITIONS,
                                """
                                structure;fonction;debut
                                absente;A;
                                ;B;
                                agetic;;
                                agetic;C;hier
                                agetic;D;
                                AGETIC;d;
                                """))
                .containsExactly(
                        PeopleFault.IDENTIFIER_UNKNOWN,
                        PeopleFault.VALUE_MISSING,
                        PeopleFault.VALUE_MISSING,
                        PeopleFault.DATE_WRONG,
                        PeopleFault.LINE_AGAIN);
        assertThat(read(Roster.POSITIONS, "fonction\nA\n"))
                .isInstanceOfSatisfying(
                        RosterOutcome.Unreadable.class,
                        no ->
                                assertThat(no.problem().code())
                                        .isEqualTo(PeopleFault.COLUMN_MISSING));
    }

    @Test
    void whatChangedSinceThePreviewIsShownAgainAndNothingIsWritten() {
        RosterOutcome.Preview preview = preview(Roster.PERSONS, bytes("prenoms;nom\nA;B\nC;D\n"));
        people.persons.register("A", "B", true);
        RosterOutcome.Changed changed = (RosterOutcome.Changed) confirm(Roster.PERSONS, preview);
        assertThat(people.persons.count("")).isEqualTo(1);
        confirm(Roster.PERSONS, changed.preview());
        assertThat(people.persons.count("")).isEqualTo(2);
    }

    @Test
    void aFileIsItsSendersAndOfItsKindAlone() {
        RosterOutcome.Preview preview = preview(Roster.PERSONS, bytes("prenoms;nom\nA;B\n"));
        assertThatThrownBy(() -> imports.preview(Roster.PERSONS, preview.id()))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> confirm(Roster.POSITIONS, preview)).isInstanceOf(Fault.class);
        assertThat(people.persons.count("")).isZero();
    }

    private List<PeopleFault> codes(Roster roster, String text) {
        return preview(roster, bytes(text)).plan().of(RosterPlan.Refused.class).stream()
                .flatMap(line -> line.problems().stream())
                .map(Problem::code)
                .toList();
    }

    private RosterOutcome.Preview preview(Roster roster, byte[] content) {
        return (RosterOutcome.Preview) upload(roster, content);
    }

    private RosterOutcome read(Roster roster, String text) {
        return upload(roster, bytes(text));
    }

    private RosterOutcome upload(Roster roster, byte[] content) {
        return ScopedValue.where(Actor.CURRENT, SOMEBODY)
                .call(() -> imports.upload(roster, new Upload("essai.csv", content)));
    }

    private RosterOutcome confirm(Roster roster, RosterOutcome.Preview preview) {
        return ScopedValue.where(Actor.CURRENT, SOMEBODY)
                .call(() -> imports.confirm(roster, preview.id(), preview.plan().digest()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.danaya.people.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Upload;
import org.danaya.people.Existence;
import org.danaya.people.PeopleAct;
import org.danaya.people.PeopleFault;
import org.danaya.people.Structure;
import org.danaya.people.StructurePlan;
import org.danaya.people.Structures;
import org.danaya.people.TestPeople;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.junit.jupiter.api.Test;

class StructureImportsTest {

    private static final String HEADINGS = "identifiant;type;nom_fr;parent;fin\n";

    private final TestPeople people = new TestPeople();
    private final StructureImports imports =
            new StructureImports(
                    new ImportTable(people.jdbc, people.clock),
                    people.batches,
                    people.ids,
                    people.transactions,
                    people.told::add);

    @Test
    void theExampleIsImportedWholeAndASecondTimeChangesNothing() throws Exception {
        byte[] example = Files.readAllBytes(example());
        ImportOutcome.Preview preview = preview(example);
        assertThat(preview.plan().of(StructurePlan.Created.class)).hasSize(10);
        assertThat(preview.plan().of(StructurePlan.Refused.class)).isEmpty();
        assertThat(preview.ignored()).isEmpty();
        assertThat(people.structures.count(Structures.Query.ALL)).isZero();
        assertThat(people.told).isEmpty();

        confirm(preview);
        assertThat(people.structures.count(Structures.Query.ALL)).isEqualTo(10);
        assertThat(people.structures.find("ansi").orElseThrow().details().on(TestPeople.TODAY))
                .isInstanceOf(Existence.Planned.class);
        assertThat(imports.confirm(preview.id(), preview.plan().digest()))
                .isEqualTo(new ImportOutcome.AlreadyImported());

        ImportOutcome.Preview again = preview(example);
        assertThat(again.plan().of(StructurePlan.Unchanged.class)).hasSize(10);
        long acts = people.told(Act.class).size();
        confirm(again);
        assertThat(people.told(Act.class)).hasSize((int) acts + 1);
        assertThat(people.told(Act.class).getLast().type())
                .isEqualTo(PeopleAct.STRUCTURES_IMPORTED);
    }

    @Test
    void refusedLinesAreToldWithLineColumnAndReasonAndTheOthersAreImported() {
        ImportOutcome.Preview preview =
                preview(
                        HEADINGS
                                + "ok;ministere;Le ministère;;\n"
                                + "É;royaume;;nulle part;demain\n"
                                + "OK;service;Double;;\n"
                                + "enfant;service;Enfant;é;\n"
                                + "sous;service;Sous;ok;\n"
                                + "un;service;Un;deux;\n"
                                + "deux;service;Deux;un;\n");
        assertThat(problems(preview, 3))
                .containsExactlyInAnyOrder(
                        Map.entry("identifier", PeopleFault.IDENTIFIER_WRONG),
                        Map.entry("kind", PeopleFault.KIND_UNKNOWN),
                        Map.entry("name-fr", PeopleFault.VALUE_MISSING),
                        Map.entry("until", PeopleFault.DATE_WRONG),
                        Map.entry("parent", PeopleFault.PARENT_UNKNOWN));
        assertThat(problems(preview, 4))
                .containsExactly(Map.entry("identifier", PeopleFault.LINE_TWICE));
        assertThat(problems(preview, 5))
                .containsExactly(Map.entry("parent", PeopleFault.PARENT_REFUSED));
        assertThat(problems(preview, 8))
                .containsExactly(Map.entry("parent", PeopleFault.PARENT_CYCLE));
        assertThat(problems(preview, 7))
                .containsExactly(Map.entry("parent", PeopleFault.PARENT_REFUSED));
        confirm(preview);
        assertThat(people.structures.list(Structures.Query.ALL, "", 10))
                .extracting(Structure::identifier)
                .containsExactly("ok", "sous");
    }

    @Test
    void parentsMayFollowTheirChildren() {
        ImportOutcome.Preview preview =
                preview(
                        HEADINGS
                                + "c;service;C;bb;\nbb;service;B;aa;\naa;ministere;A;;\n"
                                        .replace("c;service", "cc;service"));
        confirm(preview);
        Structure deepest = people.structures.find("cc").orElseThrow();
        assertThat(people.structures.ancestors(deepest))
                .extracting(Structure::identifier)
                .containsExactly("bb", "aa");
    }

    @Test
    void aColumnThatIsNotThereLeavesItsValueAlone() {
        people.create("aa", "A", StructureField.ACRONYM, "AAA");
        ImportOutcome.Preview preview = preview("identifiant;type;nom_fr\naa;ministere;Un nom\n");
        StructurePlan.Changed changed = preview.plan().of(StructurePlan.Changed.class).getFirst();
        assertThat(changed.changes())
                .containsExactly(new org.danaya.people.draft.Difference("name-fr", "A", "Un nom"));
        confirm(preview);
        assertThat(people.structures.find("aa").orElseThrow().details().acronym()).isEqualTo("AAA");
    }

    @Test
    void aChangeFromADayKeepsWhatHeldBefore() {
        Structure before = people.create("aa", "A");
        byte[] file =
                "identifiant;type;nom_fr\naa;ministere;Nouveau\n".getBytes(StandardCharsets.UTF_8);
        ImportOutcome outcome =
                imports.upload(new Upload("x.csv", file), Optional.of(LocalDate.of(2026, 2, 1)));
        confirm((ImportOutcome.Preview) outcome);
        assertThat(
                        people.structures
                                .on(before.id(), LocalDate.of(2026, 1, 31))
                                .orElseThrow()
                                .nameFr())
                .isEqualTo("A");
        assertThat(people.structures.find("aa").orElseThrow().details().nameFr())
                .isEqualTo("Nouveau");
    }

    @Test
    void aFileEndsNoStructureAndMakesNoCycle() {
        people.create("aa", "A");
        people.create("bb", "B", StructureField.PARENT, "aa");
        ImportOutcome.Preview preview =
                preview(HEADINGS + "aa;ministere;A;bb;\nbb;ministere;B;aa;2020-01-01\n");
        assertThat(problems(preview, 3)).contains(Map.entry("until", PeopleFault.NOT_BY_FILE));
        assertThat(problems(preview, 2)).isNotEmpty();
        confirm(preview);
        assertThat(people.structures.find("aa").orElseThrow().details().parent()).isNull();
    }

    @Test
    void aParentAndItsChildCanChangePlaces() {
        people.create("aa", "A");
        people.create("bb", "B", StructureField.PARENT, "aa");
        ImportOutcome.Preview preview =
                preview(HEADINGS + "aa;ministere;A;bb;\nbb;ministere;B;;\n");
        assertThat(preview.plan().of(StructurePlan.Refused.class)).isEmpty();
        confirm(preview);
        assertThat(people.structures.find("aa").orElseThrow().details().parent())
                .isEqualTo(people.structures.find("bb").orElseThrow().id());
    }

    @Test
    void aPreviewThatDoesNotHoldAnyMoreIsShownAgainAndNothingIsWritten() {
        ImportOutcome.Preview preview = preview(HEADINGS + "aa;ministere;A;;\n");
        people.create("aa", "Créée entre-temps");
        ImportOutcome outcome = imports.confirm(preview.id(), preview.plan().digest());
        assertThat(outcome).isInstanceOf(ImportOutcome.Changed.class);
        assertThat(people.structures.find("aa").orElseThrow().details().nameFr())
                .isEqualTo("Créée entre-temps");
        confirm(((ImportOutcome.Changed) outcome).preview());
        assertThat(people.structures.find("aa").orElseThrow().details().nameFr()).isEqualTo("A");
    }

    @Test
    void onlyWhoUploadedAFileGoesOnWithIt() throws Exception {
        ImportOutcome.Preview preview = preview(HEADINGS + "aa;ministere;A;;\n");
        ScopedValue.where(
                        Actor.CURRENT,
                        new Actor.Person(UUID.randomUUID(), "registrar", "192.0.2.1"))
                .run(
                        () ->
                                assertThatThrownBy(
                                                () ->
                                                        imports.confirm(
                                                                preview.id(),
                                                                preview.plan().digest()))
                                        .isInstanceOf(Fault.class)
                                        .extracting(fault -> ((Fault) fault).code())
                                        .isEqualTo(PeopleFault.IMPORT_UNKNOWN));
        imports.abandon(preview.id());
        assertThatThrownBy(() -> imports.preview(preview.id())).isInstanceOf(Fault.class);
    }

    @Test
    void anExportIsImportedBackUnchanged() throws Exception {
        people.create(
                "aa", "=SOMME(A1)", StructureField.ACRONYM, "-A", StructureField.PLANNED, "x");
        people.create(
                "bb", "« B » ; ɲ, \"b\"", StructureField.PARENT, "aa", StructureField.UNTIL, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<StructureDraft> all =
                people.structures.list(Structures.Query.ALL, "", 10).stream()
                        .map(people.structures::draft)
                        .toList();
        StructureFile.write(all, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(";'=SOMME(A1);");
        assertThat(preview(out.toByteArray()).plan().of(StructurePlan.Unchanged.class)).hasSize(2);
    }

    private ImportOutcome.Preview preview(String text) {
        return preview(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportOutcome.Preview preview(byte[] bytes) {
        ImportOutcome outcome =
                imports.upload(new Upload("structures.csv", bytes), Optional.empty());
        assertThat(outcome).isInstanceOf(ImportOutcome.Preview.class);
        return (ImportOutcome.Preview) outcome;
    }

    private void confirm(ImportOutcome.Preview preview) {
        assertThat(imports.confirm(preview.id(), preview.plan().digest()))
                .isInstanceOf(ImportOutcome.Imported.class);
    }

    private static List<Map.Entry<String, PeopleFault>> problems(
            ImportOutcome.Preview preview, int line) {
        return preview.plan().of(StructurePlan.Refused.class).stream()
                .filter(refused -> refused.number() == line)
                .flatMap(refused -> refused.problems().stream())
                .map((Problem problem) -> Map.entry(problem.field(), problem.code()))
                .toList();
    }

    private static Path example() {
        Path here = Path.of("").toAbsolutePath();
        return (here.endsWith("server") ? here.getParent() : here)
                .resolve("docs/use/examples/structures.csv");
    }
}

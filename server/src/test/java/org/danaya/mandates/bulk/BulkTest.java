package org.danaya.mandates.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.form.FormProblem;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Office;
import org.danaya.mandates.TestMandates;
import org.danaya.people.Structure;
import org.danaya.people.TestPeople;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of wanted mandates, on a real database. */
class BulkTest {

    private static final String HEAD = "personne;structure;fonction;pouvoirs;du;au;acte\n";
    private static final String REST =
            ";SIGNER+VOTER;" + TestMandates.TODAY + ";" + TestMandates.TODAY.plusDays(90) + ";Acte";

    private final TestMandates kit = new TestMandates();
    private final Office office = kit.office(0);
    private final Structure agency = kit.people.create("agence-liste", "Agence (exemple)");
    private final BulkTable table = new BulkTable(kit.people.jdbc);
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    private final Bulk bulk =
            new Bulk(
                    kit.mandates,
                    table,
                    kit.people.persons,
                    kit.people.positions,
                    kit.people.structures,
                    kit.people.incumbencies,
                    kit.people.transactions,
                    ids,
                    kit.clock);

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aListIsDraftedWholeWhateverItsSeparator(String separator) {
        String text =
                "\ufeff"
                        + (HEAD
                                        + "exemple DEUXIEME;;Conseillère (exemple)"
                                        + REST
                                        + "\r\n"
                                        + kit.holder.id()
                                        + ";agence-liste;Juriste (exemple)"
                                        + REST
                                        + "\r\n")
                                .replace(";", separator);
        List<BulkFile.Line> lines = lines(text);
        assertThat(problems(text)).isEmpty();
        BulkTable.Kept kept = kept(text);
        UUID batch = bulk.draft(kept, office, lines);
        List<Mandate.Head> heads =
                table.mandates(batch).stream()
                        .map(id -> kit.mandates.register().get(id).head())
                        .toList();
        assertThat(heads).hasSize(2);
        assertThat(heads.getFirst().names().holder()).isEqualTo("Exemple Deuxième");
        assertThat(heads.getFirst().terms().powers().toSet())
                .containsExactlyInAnyOrder(Power.SIGN, Power.VOTE);
        assertThat(heads.getLast().names().home()).isEqualTo("Agence (exemple)");
        assertThatThrownBy(() -> bulk.draft(kept, office, lines)).isInstanceOf(Fault.class);
        kit.approve(heads);
        kit.sign(kit.grantor, heads);
        assertThat(problems(text))
                .as("the same list once more")
                .extracting(FormProblem::key)
                .containsOnly("mandates.bulk.exists");
    }

    @Test
    void eachBadLineIsToldAndNothingIsWritten() {
        kit.people.person("Exemple", "Deuxième");
        String text =
                HEAD
                        + "Exemple Deuxième;;Conseillère"
                        + REST
                        + "\nPersonne Inconnue;;Conseillère"
                        + REST
                        + "\nExemple Mandataire;nulle-part;Conseillère"
                        + REST
                        + "\nExemple Mandataire;agence-liste;Conseillère"
                        + REST
                        + "\nExemple Mandataire;;"
                        + REST
                        + "\nExemple Mandataire;;Conseillère;DANSER;2026-99-99;"
                        + TestMandates.TODAY
                        + ";\nExemple Mandataire;;Conseillère"
                        + REST
                        + "\nMANDATAIRE exemple;;Juriste"
                        + REST
                        + "\nExemple Mandant;;Ministre"
                        + REST
                        + "\n;;Juriste"
                        + REST;
        List<Bulk.Entry> entries = bulk.read(office, lines(text));
        assertThat(entries).extracting(Bulk.Entry::number).startsWith(2, 3, 4);
        assertThat(keys(entries, 0)).containsExactly("mandates.bulk.person.several");
        assertThat(keys(entries, 1)).containsExactly("mandates.bulk.person.unknown");
        assertThat(keys(entries, 2)).containsExactly("mandates.bulk.structure");
        assertThat(keys(entries, 3)).containsExactly("mandates.bulk.person.elsewhere");
        assertThat(keys(entries, 4)).containsExactly("mandates.bulk.function");
        assertThat(keys(entries, 5))
                .contains("form.wrong-date", "form.missing", "mandates.bulk.power");
        assertThat(keys(entries, 6)).isEmpty();
        assertThat(keys(entries, 7)).containsExactly("mandates.bulk.twice");
        assertThat(keys(entries, 8)).containsExactly("mandates.objection.of-self");
        assertThat(keys(entries, 9)).containsExactly("mandates.bulk.person.missing");
        BulkTable.Kept kept = kept(text);
        assertThatThrownBy(() -> bulk.draft(kept, office, lines(text))).isInstanceOf(Fault.class);
        assertThat(
                        kit.people
                                .jdbc
                                .sql("select count(*) from mandates.mandate")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(table.find(kept.id(), kept.account())).as("the list is still there").isPresent();
    }

    @Test
    void whoHoldsOnePositionThereReceivesItInThatCapacity() {
        var position = kit.people.position(agency, "Directrice");
        TestPeople.recorded(
                kit.people.incumbencies.appoint(
                        TestPeople.appointment(position.id(), kit.third.id(), "2025-01-01", "")));
        List<Bulk.Entry> entries =
                bulk.read(office, lines(HEAD + "Exemple Troisième;agence-liste;" + REST));
        assertThat(entries.getFirst().form().problems()).isEmpty();
        assertThat(entries.getFirst().wish().orElseThrow().terms().capacity()).isPresent();
        assertThat(entries.getFirst().wish().orElseThrow().terms().kind())
                .isEqualTo(MandateKind.MANDATE);
    }

    @Test
    void aFormulaStaysText() {
        List<Bulk.Entry> entries =
                bulk.read(office, lines(HEAD + "Exemple Mandataire;;'=1+1" + REST));
        assertThat(entries.getFirst().wish().orElseThrow().function()).isEqualTo("=1+1");
        assertThat(org.danaya.table.CsvLine.harmless("=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void whatIsNoListIsTold() {
        assertThat(key("")).isEqualTo("mandates.bulk.empty");
        assertThat(key(HEAD)).isEqualTo("mandates.bulk.empty");
        assertThat(key("personne;couleur\nx;y")).isEqualTo("mandates.bulk.column");
        assertThat(key("personne;Personne\nx;y")).isEqualTo("mandates.bulk.column.twice");
        assertThat(key("personne;du\nx;y")).isEqualTo("mandates.bulk.column.missing");
        assertThat(key(HEAD + "\"x;y")).isEqualTo("mandates.bulk.broken");
        assertThat(key(HEAD + "x;y\n".repeat(201))).isEqualTo("mandates.bulk.too-long");
        byte[] latin = (HEAD + "é").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(BulkFile.read(latin))
                .isEqualTo(new BulkFile.Outcome.Unreadable("mandates.bulk.not-utf8", List.of()));
    }

    @Test
    void anyBytesAreReadOrRefused() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] good =
                (HEAD + "Exemple Mandataire;;Juriste" + REST).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = good.clone();
            for (int j = 0; j < 1 + random.nextInt(5); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(BulkFile.read(bytes)).as("seed %d", seed).isNotNull();
        }
    }

    private List<FormProblem> problems(String text) {
        return bulk.read(office, lines(text)).stream()
                .flatMap(each -> each.form().problems().stream())
                .toList();
    }

    private static List<String> keys(List<Bulk.Entry> entries, int index) {
        return entries.get(index).form().problems().stream().map(FormProblem::key).toList();
    }

    private static String key(String text) {
        return BulkFile.read(text.getBytes(StandardCharsets.UTF_8))
                        instanceof BulkFile.Outcome.Unreadable(String key, _)
                ? key
                : "";
    }

    private static List<BulkFile.Line> lines(String text) {
        return ((BulkFile.Outcome.Read) BulkFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .lines();
    }

    private BulkTable.Kept kept(String text) {
        BulkTable.Kept kept =
                new BulkTable.Kept(
                        ids.next(),
                        kit.officer(),
                        office.id(),
                        "liste.csv",
                        text.getBytes(StandardCharsets.UTF_8),
                        kit.clock.instant());
        table.insert(kept);
        return kept;
    }
}

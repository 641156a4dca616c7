package org.danaya.consultation.observation.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.base.Fault;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.ObservationKind;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.TestObservations;
import org.danaya.form.Upload;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Commenting forms as ministries send them, on a real database. */
class CommentFormsTest {

    private static final List<String> ENGLISH =
            List.of(
                    "MB/NC1",
                    "Line number (e.g. 17)",
                    "Clause/ Subclause (e.g. 3.1)",
                    "Paragraph/ Figure/ Table/ (e.g. Table 1)",
                    "Type of comment2",
                    "Comments",
                    "Proposed change",
                    "Observations of the secretariat");

    private final TestObservations kit = new TestObservations();
    private final UUID account = UUID.randomUUID();
    private final Referral referral = kit.asked(15);
    private final CommentForms forms = TestForms.of(kit);

    private FormPreview read(byte[] file) {
        UUID id = forms.understand(account, referral.id(), new Upload("formulaire", file));
        return forms.preview(account, referral.id(), id);
    }

    private int take(byte[] file) {
        FormPreview preview = read(file);
        return forms.take(account, referral.id(), preview.id());
    }

    @SafeVarargs
    private static byte[] workbook(List<List<String>>... sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Essai", null)) {
            for (int at = 0; at < sheets.length; at++) {
                Worksheet sheet = book.newWorksheet("F" + at);
                for (int row = 0; row < sheets[at].size(); row++) {
                    for (int column = 0; column < sheets[at].get(row).size(); column++) {
                        String text = sheets[at].get(row).get(column);
                        if (!text.isEmpty()) {
                            sheet.value(row, column, text);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void theFormOfTheFieldIsReadAndNoRowIsLost() {
        FormPreview preview =
                read(
                        workbook(
                                List.of(
                                        List.of("Template for comments", "Date: 2026-03-02"),
                                        List.of(),
                                        ENGLISH,
                                        List.of("1", "2", "(3)", "4", "5", "(6)", "(7)"),
                                        List.of(
                                                "ME",
                                                "",
                                                "art. 2 al. 1",
                                                "",
                                                "te",
                                                "Trop long",
                                                "Dix"),
                                        List.of("ME", "", "Article 2", "§ 2", "ed", "Coquille"),
                                        List.of(),
                                        List.of("ME", "", "Article 99", "", "te", "Où donc ?"),
                                        List.of("ME", "", "", "", "ge", "Bon texte"),
                                        List.of("ME", "45", "", "", "te", "À la ligne 45"),
                                        List.of("ME", "", "Article 3", "", "te", ""),
                                        ENGLISH,
                                        List.of("ME", "", "3", "", "te", "", "Biffer")),
                                List.of(List.of("Autre chose", "sans en-tête"))));
        assertThat(preview.rows()).hasSize(6);
        assertThat(preview.unplaced()).isEqualTo(2);
        assertThat(preview.left())
                .extracting(FormPreview.Left::reason)
                .containsExactly("heading", "heading", "heading", "empty", "heading", "columns");
        List<Observation.Said> said =
                preview.rows().stream().map(FormPreview.Planned::said).toList();
        assertThat(said.get(0).anchor())
                .isInstanceOfSatisfying(
                        Anchor.OnSpan.class,
                        span -> assertThat(span.quote()).startsWith("Un incident"));
        assertThat(said.get(1).anchor())
                .isInstanceOfSatisfying(
                        Anchor.OnSpan.class,
                        span -> assertThat(span.quote()).startsWith("Le signalement"));
        assertThat(said.get(2).anchor()).isEqualTo(new Anchor.Unplaced("Article 99"));
        assertThat(said.get(3).anchor()).isEqualTo(new Anchor.Whole());
        assertThat(said.get(4).anchor()).isEqualTo(new Anchor.Unplaced("l. 45"));
        assertThat(said.get(5).anchor().label()).isEqualTo("Article 3");
        assertThat(said.get(5).words().orElseThrow().proposal()).contains("Biffer");
    }

    private Anchor anchor(String clause, String paragraph) {
        List<String> row = List.of("ME", "", clause, paragraph, "te", "Au sujet de ceci");
        return read(workbook(List.of(ENGLISH, row))).rows().getFirst().said().anchor();
    }

    @Test
    void wordsThatAreThereMoreThanOnceWaitForSomebody() {
        for (String[] row :
                new String[][] {
                    {"", "« le »"},
                    {"Article 2", "« est »"},
                    {"Article 2, « est »", ""},
                    {"Article 1 et Article 2", "« le »"},
                    {"", "« trente jours » ou « gratuit »"}
                }) {
            assertThat(anchor(row[0], row[1]))
                    .as(String.join(" | ", row))
                    .isInstanceOf(Anchor.Unplaced.class);
        }
        for (String[] row :
                new String[][] {
                    {"", "« gratuit »", "gratuit"},
                    {"Article 2", "« le »", "Le"},
                    {"Articles 1 à 3", "« trente jours »", "trente jours"},
                    {"", "« cyber »", "cyber"}
                }) {
            assertThat(anchor(row[0], row[1]))
                    .as(String.join(" | ", row))
                    .isInstanceOfSatisfying(
                            Anchor.OnSpan.class,
                            span -> assertThat(span.quote()).isEqualTo(row[2]));
        }
    }

    @Test
    void whatIsOnWordsThatAreThereTwiceIsKnownAgain() {
        kit.observations
                .drafts()
                .write(account, referral.id(), TestObservations.said("Ici", kit.span("est")));
        byte[] file =
                FormWriter.xlsx(TestForms.own(kit, kit.observations.drafts().of(referral.id())));
        assertThat(read(file).before()).isOne();
        assertThat(take(file)).isZero();
    }

    @Test
    void whatIsSaidOfAFormIsTrue() {
        List<String> row = List.of("ME", "", "Article 2", "", "te", "Une fois");
        List<String> unsaid = List.of("ME", "", "Article 88", "", "", "Sans nature");
        FormPreview first = read(workbook(List.of(ENGLISH, row, unsaid)));
        assertThat(sentence(first))
                .isEqualTo(
                        "2 observations nouvelles\u00a0; une attend sa place dans le texte\u00a0; "
                                + "aucune autre n’était déjà là.");
        assertThat(first.rows())
                .extracting(FormPreview.Planned::supplied)
                .containsExactly(false, true);
        take(workbook(List.of(ENGLISH, row, unsaid)));
        assertThat(sentence(read(workbook(List.of(ENGLISH, row, unsaid)))))
                .isEqualTo(
                        "Aucune observation nouvelle\u00a0: les 2 que dit ce fichier étaient déjà là.");
        assertThat(sentence(read(workbook(List.of(List.of("Autre chose", "sans en-tête"))))))
                .isEqualTo("Aucune observation n’a été reconnue dans ce fichier.");
    }

    private static String sentence(FormPreview preview) {
        return Words.load()
                .say(
                        Language.FRENCH,
                        preview.sentence(),
                        preview.added(),
                        preview.unplaced(),
                        preview.before());
    }

    @Test
    void movedColumnsAndFrenchHeadingsAreKnown() {
        FormPreview preview =
                read(
                        workbook(
                                List.of(
                                        List.of(
                                                "Observations",
                                                "N°",
                                                "Rédaction proposée",
                                                "Base légale",
                                                "Nature",
                                                "Article",
                                                "Observations du secrétariat"),
                                        List.of(
                                                "Préciser",
                                                "1",
                                                "Soixante jours",
                                                "Loi (exemple)",
                                                "Rédactionnelle",
                                                "Art. 1er",
                                                "à ne pas lire"))));
        Observation.Said said = preview.rows().getFirst().said();
        assertThat(said.kind()).isEqualTo(ObservationKind.EDITORIAL);
        assertThat(said.anchor().label()).isEqualTo("Article 1");
        assertThat(said.words().orElseThrow())
                .isEqualTo(
                        new Observation.Words(
                                "Préciser",
                                Optional.of("Soixante jours"),
                                Optional.of("Loi (exemple)")));
    }

    @Test
    void aClauseThatASpreadsheetTookForADayWaitsForSomebody() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Essai", null)) {
            Worksheet sheet = book.newWorksheet("F");
            for (int column = 0; column < ENGLISH.size(); column++) {
                sheet.value(0, column, ENGLISH.get(column));
            }
            sheet.value(1, 2, LocalDate.of(2026, 2, 3));
            sheet.style(1, 2).format("d-mmm").set();
            sheet.value(1, 5, "Le trois deux");
            sheet.value(2, 2, 2);
            sheet.value(2, 5, "Un nombre");
        }
        FormPreview preview = read(out.toByteArray());
        assertThat(preview.rows().get(0).said().anchor())
                .isEqualTo(new Anchor.Unplaced("3.2 (2026-02-03)"));
        assertThat(preview.rows().get(1).said().anchor().label()).isEqualTo("Article 2");
    }

    @Test
    void theSameFileAndTheSameRowGiveNoDuplicates() {
        List<String> row = List.of("ME", "", "Article 2", "", "te", "Une fois");
        byte[] file = workbook(List.of(ENGLISH, row, row));
        assertThat(take(file)).isOne();
        assertThat(take(file)).isZero();
        assertThat(take(workbook(List.of(List.of("Titre"), ENGLISH, List.of(), row)))).isZero();
        assertThat(kit.observations.drafts().of(referral.id())).hasSize(1);
        FormPreview preview = read(file);
        assertThat(forms.take(account, referral.id(), preview.id())).isZero();
        assertThatThrownBy(() -> forms.take(account, referral.id(), preview.id()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(ObservationFault.IMPORT_GONE));
        UUID other = UUID.randomUUID();
        FormPreview mine = read(file);
        assertThatThrownBy(() -> forms.preview(other, referral.id(), mine.id()))
                .isInstanceOf(Fault.class);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        kit.written(referral, "Sur le tout\nsur deux lignes");
        kit.observations
                .drafts()
                .write(
                        account,
                        referral.id(),
                        TestObservations.said("Sur des mots", kit.span("trente jours")));
        List<Observation.Draft> drafts = kit.observations.drafts().of(referral.id());
        for (byte[] file :
                List.of(
                        FormWriter.xlsx(TestForms.own(kit, drafts)),
                        FormWriter.docx(TestForms.own(kit, drafts)))) {
            FormPreview preview = read(file);
            assertThat(preview.otherVersion()).isEmpty();
            assertThat(preview.added()).isZero();
            assertThat(preview.before()).isEqualTo(2);
            assertThat(preview.rows().get(1).said().anchor())
                    .isInstanceOfSatisfying(
                            Anchor.OnSpan.class,
                            span -> assertThat(span.quote()).isEqualTo("trente jours"));
        }
    }

    @Test
    void aFormForAnotherVersionSaysSo() {
        FormPreview preview =
                read(
                        workbook(
                                List.of(
                                        List.of("x", "0".repeat(64)),
                                        ENGLISH,
                                        List.of("", "", "Article 1", "", "te", "Ancien"))));
        assertThat(preview.otherVersion()).contains(0);
    }

    @Test
    void fiveHundredRowsAreTaken() {
        List<List<String>> rows = new ArrayList<>(List.of(ENGLISH));
        for (int at = 0; at < 500; at++) {
            rows.add(List.of("ME", "", "Article " + (at % 3 + 1), "", "te", "Ligne " + at));
        }
        byte[] file = workbook(rows);
        assertThat(take(file)).isEqualTo(500);
        assertThat(kit.observations.drafts().of(referral.id())).hasSize(500);
    }

    @Test
    void whatIsNoFormIsRefusedWithoutBreaking() throws IOException {
        byte[] good = workbook(List.of(ENGLISH, List.of("", "", "1", "", "te", "Bon")));
        Random random = new Random(7);
        int read = 0;
        for (int at = 0; at < 300; at++) {
            byte[] bytes = good.clone();
            for (int change = 0; change < 1 + random.nextInt(20); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                ReadForm.read(bytes);
                read++;
            } catch (Fault fault) {
                assertThat(fault.code()).isInstanceOf(CommentFormFault.class);
            }
        }
        assertThat(read).isPositive();
        for (byte[] bytes :
                List.of(
                        new byte[0],
                        "PK".getBytes(StandardCharsets.US_ASCII),
                        "nom;observation".getBytes(StandardCharsets.UTF_8),
                        zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 1))) {
            assertThatThrownBy(() -> ReadForm.read(bytes))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault ->
                                    assertThat(fault.code())
                                            .isEqualTo(CommentFormFault.UNREADABLE));
        }
        assertThatThrownBy(() -> ReadForm.read(HexFormat.of().parseHex("d0cf11e0a1b11ae10000")))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault ->
                                assertThat(fault.code()).isEqualTo(CommentFormFault.LOCKED_OR_OLD));
        byte[] bomb = zip("xl/workbook.xml", "0".repeat(1 << 20), 70);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> ReadForm.read(bomb))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(CommentFormFault.TOO_LARGE));
    }

    private static byte[] zip(String name, String text, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int at = 0; at < times; at++) {
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}

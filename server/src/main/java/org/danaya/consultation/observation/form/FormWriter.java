package org.danaya.consultation.observation.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.page.Download;
import org.danaya.table.Sheet;
import org.danaya.text.docx.DocxWriter;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the commenting form, with what a list holds; it reads back as the same. In French. */
public final class FormWriter {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int EMPTY_ROWS = 20;

    /** What stands for words that whoever takes the form away may not read. */
    static final String HIDDEN = "[Observation confidentielle]";

    private static final Observation.Words MASKED =
            new Observation.Words(HIDDEN, Optional.empty(), Optional.empty());
    private static final List<String> HEADS =
            List.of(
                    "Structure (MB/NC)",
                    "Ligne (Line)",
                    "Article, section (Clause)",
                    "Alinéa, figure, tableau (Paragraph)",
                    "Type (ge/te/ed)",
                    "Observation (Comments)",
                    "Rédaction proposée (Proposed change)",
                    "Base légale (Legal basis)",
                    "Confidentielle (oui/non)",
                    "Suite donnée par le secrétariat (Observations of the secretariat)");
    private static final int[] WIDTHS = {16, 8, 22, 28, 8, 60, 60, 28, 14, 40};

    private FormWriter() {}

    /**
     * A form to be taken away.
     *
     * @param ending {@code xlsx} or {@code docx}
     */
    public static Download file(FormContent content, String ending) {
        boolean sheet = ending.equals("xlsx");
        byte[] bytes = sheet ? xlsx(content) : docx(content);
        String name =
                content.dossier().slug()
                        + "-v"
                        + content.version().head().number()
                        + content.structure().map(each -> "-" + each.identifier()).orElse("")
                        + "."
                        + ending;
        return new Download(name, sheet ? Sheet.TYPE : WORD, (_, out) -> out.write(bytes));
    }

    /** A workbook. */
    static byte[] xlsx(FormContent content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Danaya", null)) {
            Worksheet sheet = book.newWorksheet("Observations");
            sheet.inlineString(0, 0, title(content.dossier(), content.version()));
            sheet.style(0, 0).bold().set();
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.inlineString(2, column, HEADS.get(column));
                sheet.style(2, column).bold().wrapText(true).set();
                sheet.width(column, WIDTHS[column]);
            }
            sheet.freezePane(0, 3);
            int at = 3;
            for (List<String> row : rows(content)) {
                for (int column = 0; column < row.size(); column++) {
                    if (!row.get(column).isEmpty()) {
                        sheet.inlineString(at, column, row.get(column));
                    }
                    sheet.style(at, column).wrapText(true).set();
                }
                at++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A Word file. */
    static byte[] docx(FormContent content) {
        List<Grid.Row> rows = new ArrayList<>();
        rows.add(row(true, HEADS));
        rows(content).forEach(each -> rows.add(row(false, each)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.of(Role.BODY, 0, "", bold(title(content.dossier(), content.version()))));
        blocks.add(new Grid(Place.NOWHERE, 0, rows));
        return DocxWriter.write(new Flow("fr", "Observations", blocks));
    }

    private static Grid.Row row(boolean head, List<String> texts) {
        return new Grid.Row(
                head,
                texts.stream()
                        .map(
                                text ->
                                        new Grid.Cell(
                                                1,
                                                1,
                                                text.isEmpty()
                                                        ? List.of(
                                                                Line.of(
                                                                        Role.BODY, 0, "",
                                                                        List.of()))
                                                        : lines(head, text)))
                        .toList());
    }

    private static List<Line> lines(boolean head, String text) {
        return text.lines()
                .map(line -> line.replaceAll("[ \\t]+", " ").strip())
                .map(
                        line ->
                                Line.of(
                                        Role.BODY,
                                        0,
                                        "",
                                        line.isEmpty()
                                                ? List.of()
                                                : head ? bold(line) : List.of(Run.of(line))))
                .toList();
    }

    private static List<Inline> bold(String text) {
        return List.of(new Run(text, new Style(EnumSet.of(Mark.BOLD), "")));
    }

    /** By its hash the version is known again when the form comes back. */
    private static String title(Dossier dossier, TextVersion version) {
        return dossier.title()
                + " – version "
                + version.head().number()
                + " – "
                + version.said().sha256();
    }

    private static List<List<String>> rows(FormContent content) {
        List<List<String>> rows = new ArrayList<>();
        for (Observation each : content.observations()) {
            Observation.Said said = each.said();
            Observation.Words words = said.words().orElse(MASKED);
            rows.add(
                    List.of(
                            each.head().structure().identifier(),
                            "",
                            said.anchor() instanceof Anchor.Whole
                                    ? "Texte entier"
                                    : said.anchor().label(),
                            said.anchor() instanceof Anchor.OnSpan span
                                    ? "«\u00a0" + span.quote() + "\u00a0»"
                                    : "",
                            said.kind().brief(),
                            words.comment(),
                            words.proposal().orElse(""),
                            words.legalBasis().orElse(""),
                            said.confidential() ? "oui" : "",
                            content.answers().getOrDefault(each.id(), "")));
        }
        content.structure()
                .ifPresent(
                        structure -> {
                            List<String> empty =
                                    new ArrayList<>(Collections.nCopies(HEADS.size(), ""));
                            empty.set(0, structure.identifier());
                            rows.addAll(Collections.nCopies(EMPTY_ROWS, empty));
                        });
        return rows;
    }
}

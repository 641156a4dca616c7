package org.danaya.consultation.answer.console;

import java.util.ArrayList;
import java.util.List;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Entry;
import org.danaya.page.View;
import org.danaya.text.docx.DocxWriter;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Legend;
import org.danaya.text.pdf.Imprint;
import org.danaya.text.pdf.Pdf;

/** The matrix on paper, in the reader's language. */
final class MatrixPaper {

    private static final List<String> COLUMNS =
            List.of("number", "part", "comment", "disposition", "reason");

    private final View view;
    private final Dossier dossier;
    private final TextVersion version;

    MatrixPaper(View view, Dossier dossier, TextVersion version) {
        this.view = view;
        this.dossier = dossier;
        this.version = version;
    }

    byte[] pdf(List<AnswerSheets.Row> rows) {
        return Pdf.of(
                flow(rows),
                new Imprint(
                        dossier.lead().name(),
                        version.frozen().orElse(version.head().createdAt()),
                        view.word("answer.paper.foot", dossier.slug(), number()),
                        false,
                        Imprint.Sheet.LYING,
                        Legend.of(view.language().code())));
    }

    byte[] docx(List<AnswerSheets.Row> rows) {
        return DocxWriter.write(flow(rows));
    }

    private int number() {
        return version.head().number();
    }

    private Flow flow(List<AnswerSheets.Row> rows) {
        String title = view.word("answer.paper.title", number(), dossier.title());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.of(Role.TITLE, 0, "", runs(title)));
        blocks.add(Line.of(Role.FRONT, 0, "", runs(view.word("answer.paper.count", rows.size()))));
        List<Grid.Row> table = new ArrayList<>();
        table.add(
                new Grid.Row(
                        true,
                        COLUMNS.stream()
                                .map(each -> cell(view.word("answer.matrix." + each)))
                                .toList()));
        rows.forEach(each -> table.add(row(each)));
        blocks.add(new Grid(Place.NOWHERE, 0, table));
        return new Flow(view.language().code(), title, blocks);
    }

    private Grid.Row row(AnswerSheets.Row row) {
        Entry entry = row.entry();
        String said =
                entry.words()
                        .map(
                                words ->
                                        words.comment()
                                                + words.proposal()
                                                        .map(each -> "\n→ " + each)
                                                        .orElse(""))
                        .orElse(view.word("answer.masked"));
        String reason = entry.last().map(each -> each.disposition().reason()).orElse("");
        return new Grid.Row(
                false,
                List.of(
                        cell(Integer.toString(entry.number())),
                        cell(entry.structure().name() + "\n" + entry.label()),
                        cell(said),
                        cell(
                                view.word(row.state().key())
                                        + entry.duplicateOf()
                                                .map(each -> "\n" + view.word("answer.of", each))
                                                .orElse("")),
                        cell(reason + row.decider().map(each -> "\n" + each).orElse(""))));
    }

    private static Grid.Cell cell(String text) {
        List<Line> lines =
                text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> Line.of(Role.BODY, 0, "", runs(line)))
                        .toList();
        return new Grid.Cell(
                1, 1, lines.isEmpty() ? List.of(Line.of(Role.BODY, 0, "", List.of())) : lines);
    }

    private static List<Inline> runs(String text) {
        String plain = text.replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? List.of() : List.of(Run.of(plain));
    }
}

package org.danaya.consultation.answer.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.base.Ids;
import org.danaya.consultation.answer.AnswerRegister;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationKind;
import org.danaya.consultation.observation.Parts;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;

/** The matrix of a version as a table: its columns, its filters, and what they look for. */
final class MatrixView {

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<ObservationKind> KIND =
            Field.choice("kind", ObservationKind.class, "observation.kind").optional();
    private static final Field<Disposition.Level> LEVEL =
            Field.choice("level", Disposition.Level.class, "answer.level").optional();
    private static final Field<String> CONFIDENTIAL =
            Field.choice(
                            "confidential",
                            List.of(
                                    Option.worded("yes", "answer.matrix.confidential.yes"),
                                    Option.worded("no", "answer.matrix.confidential.no")))
                    .optional();

    private final UUID version;
    private final Field<String> structure;
    private final Field<String> part;
    private final Field<String> disposition;
    private final Table<AnswerSheets.Row> table;

    /**
     * Of a version.
     *
     * @param text its parts, in whose order those that are observed on are offered
     */
    MatrixView(UUID version, AnswerRegister register, Parts text) {
        this.version = version;
        this.structure =
                Field.choice(
                                "structure",
                                register.structures(version).stream()
                                        .map(
                                                each ->
                                                        Option.named(
                                                                each.id().toString(), each.name()))
                                        .toList())
                        .optional();
        this.part = Field.choice("part", parts(register.parts(version), text)).optional();
        List<Option> dispositions = new ArrayList<>();
        dispositions.add(Option.worded("open", "answer.matrix.disposition.open"));
        dispositions.add(Option.worded("unlinked", "answer.matrix.disposition.unlinked"));
        Disposition.CODES.forEach(
                code -> dispositions.add(Option.worded(code, "answer.disposition." + code)));
        this.disposition = Field.choice("disposition", dispositions).optional();
        this.table =
                Table.of("answer.matrix", columns())
                        .filteredBy(TEXT, structure, KIND, part, disposition, LEVEL, CONFIDENTIAL);
    }

    /** The whole text, then its parts as it goes, then what is none of its parts. */
    private static List<Option> parts(Map<String, String> observed, Parts text) {
        Map<String, String> left = new LinkedHashMap<>(observed);
        List<Option> parts = new ArrayList<>();
        if (left.remove(MatrixSearch.WHOLE) != null) {
            parts.add(Option.worded(MatrixSearch.WHOLE, "answer.whole"));
        }
        for (Parts.Part each : text.parts()) {
            String label = left.remove(each.wId());
            if (label != null) {
                parts.add(Option.named(each.wId(), label));
            }
        }
        left.forEach((wId, label) -> parts.add(Option.named(wId, label)));
        return parts;
    }

    Table<AnswerSheets.Row> table() {
        return table;
    }

    MatrixSearch search(Form filters) {
        return new MatrixSearch(
                version,
                filters.find(structure).flatMap(Ids::read),
                filters.find(KIND).map(ObservationKind::code),
                filters.find(disposition),
                filters.find(part),
                filters.find(CONFIDENTIAL).map("yes"::equals),
                filters.find(LEVEL).map(Disposition.Level::code),
                filters.find(TEXT).orElse(""));
    }

    private static List<Column<AnswerSheets.Row>> columns() {
        return List.of(
                new Column<AnswerSheets.Row>(
                                "number", each -> new Cell.Figure(each.entry().number()), null)
                        .sortedBy(MatrixSearch.BY_NUMBER),
                Column.<AnswerSheets.Row>text("structure", each -> each.entry().structure().name())
                        .sortedBy(MatrixSearch.BY_STRUCTURE),
                Column.words("kind", each -> "observation.kind." + each.entry().kind()),
                Column.text("part", each -> each.entry().label()),
                new Column<>("comment", each -> words(each, Observation.Words::comment), null),
                new Column<>(
                        "proposal", each -> words(each, said -> said.proposal().orElse("")), null),
                new Column<AnswerSheets.Row>(
                                "disposition", each -> new Cell.State(each.state()), null)
                        .sortedBy(MatrixSearch.BY_DISPOSITION),
                Column.text(
                        "reason",
                        each ->
                                each.entry()
                                        .last()
                                        .map(given -> given.disposition().reason())
                                        .orElse("")),
                Column.text("decider", each -> each.decider().orElse("")),
                new Column<>(
                        "at",
                        each ->
                                each.entry()
                                        .last()
                                        .<Cell>map(given -> new Cell.Time(given.at()))
                                        .orElse(new Cell.Text("")),
                        null),
                Column.number("linked", each -> (long) each.entry().linked()));
    }

    private static Cell words(AnswerSheets.Row row, Function<Observation.Words, String> which) {
        Optional<Observation.Words> words = row.entry().words();
        return words.isPresent()
                ? new Cell.Text(which.apply(words.get()))
                : new Cell.Words("answer.masked");
    }
}

package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.TextVersion;
import org.danaya.form.Upload;
import org.danaya.text.flow.Line;
import org.danaya.text.redline.Hunk;
import org.junit.jupiter.api.Test;

/**
 * The invented strategy of the demonstration, from its third version to its fourth: with its
 * observations answered and its changes explained it is frozen; with any one of them less it isn't.
 */
class ExampleAnswersTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,}");

    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final UUID decider = TestAccounts.with(TestPlatform::bean);
    private final TestAnswers kit = new TestAnswers("exemple-orphelins", version(3));
    private final Map<CSVRecord, UUID> observations = new HashMap<>();
    private final Map<String, TestAnswers.Asked> asked = new TreeMap<>();

    @Test
    void takingAnyAnswerReasonOrCauseFromTheExampleMakesItsFreezeFail() throws IOException {
        List<CSVRecord> rows = rows();
        rows.forEach(this::observe);
        TextVersion draft = kit.draft(version(4));
        FreezeMutations mutations = new FreezeMutations(kit, draft);
        List<Hunk> hunks = kit.answers.causes().hunks(draft);
        assertThat(mutations.frozenAndBack())
                .as("everything is missing at first")
                .hasSize(rows.size() + hunks.size());
        rows.stream().filter(each -> !isDuplicate(each)).forEach(each -> answer(each, rows));
        rows.stream().filter(ExampleAnswersTest::isDuplicate).forEach(each -> answer(each, rows));
        explain(rows, draft, hunks);

        assertThat(mutations.frozenAndBack()).isEmpty();
        List<FreezeMutations.Mutation> all = mutations.all();
        long reasoned =
                rows.stream()
                        .filter(
                                each ->
                                        Set.of("partielle", "rejetee", "sans-objet", "reportee")
                                                .contains(each.get("suite")))
                        .count();
        assertThat(all)
                .hasSize(
                        rows.size() * 2
                                + (int) reasoned
                                + kit.answers.causes().since(kit.first.id()).size());
        assertThat(reasoned).isGreaterThanOrEqualTo(9);
        mutations.assertEachIsNamed(all);
        assertThat(kit.freeze(draft)).isInstanceOf(Freezing.Frozen.class);
    }

    private static Upload version(int number) {
        return new Upload("v.md", file("v" + number + ".md").getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        try (InputStream in =
                ExampleAnswersTest.class.getResourceAsStream("/demo/strategy/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<CSVRecord> rows() throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(';')
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get();
        try (CSVParser rows = CSVParser.parse(file("observations.csv"), format)) {
            return rows.getRecords();
        }
    }

    private static boolean isDuplicate(CSVRecord row) {
        return row.get("suite").equals("doublon");
    }

    private void observe(CSVRecord row) {
        TestAnswers.Asked ministry =
                asked.computeIfAbsent(
                        row.get("structure"),
                        _ -> kit.asked("exemple-ministere-" + (asked.size() + 1)));
        observations.put(
                row,
                kit.observed(
                        ministry,
                        author,
                        part(kit.first, row.get("disposition")),
                        row.get("observation"),
                        row.get("confidentielle").equals("oui")));
    }

    /** The lasting name of the part that a version calls so; empty for none. */
    private String part(TextVersion version, String label) {
        return label.isEmpty()
                ? ""
                : kit.texts
                        .register()
                        .text(version)
                        .flow()
                        .lines()
                        .filter(line -> !line.opens().isEmpty())
                        .filter(line -> line.number().equals(label))
                        .map(Line::place)
                        .map(Explanation::part)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(label));
    }

    private void answer(CSVRecord row, List<CSVRecord> rows) {
        String reason = row.get("motif");
        Disposition disposition =
                switch (row.get("suite")) {
                    case "acceptee" -> new Disposition.Accepted(reason);
                    case "partielle" -> new Disposition.PartlyAccepted(reason);
                    case "rejetee" -> new Disposition.Rejected(reason);
                    case "sans-objet" -> new Disposition.Moot(reason);
                    case "reportee" -> new Disposition.Postponed("Projet de loi", reason);
                    case "doublon" -> new Disposition.Duplicate(id(alike(row, rows)), reason);
                    default -> throw new AssertionError(row);
                };
        AnswerOutcome outcome =
                kit.answers
                        .answering()
                        .answer(
                                decider,
                                kit.first,
                                Map.of(id(row), 0),
                                disposition,
                                Optional.empty());
        assertThat(outcome.given()).hasSize(1);
    }

    private UUID id(CSVRecord row) {
        return Objects.requireNonNull(observations.get(row));
    }

    /** The accepted one on the same part. */
    private static CSVRecord alike(CSVRecord row, List<CSVRecord> rows) {
        return rows.stream()
                .filter(each -> each.get("disposition").equals(row.get("disposition")))
                .filter(each -> each.get("suite").equals("acceptee"))
                .findFirst()
                .orElseThrow();
    }

    /** Each change has the observations that it answers for its causes, or is a renumbering. */
    private void explain(List<CSVRecord> rows, TextVersion draft, List<Hunk> hunks) {
        Set<String> explained = new HashSet<>();
        for (CSVRecord row : rows) {
            if (row.get("modification").isEmpty()) {
                continue;
            }
            String part = part(draft, row.get("modification"));
            List<Hunk> there =
                    new ArrayList<>(
                            hunks.stream()
                                    .filter(each -> Explanation.part(each.place()).equals(part))
                                    .toList());
            there.sort((one, other) -> shared(other, row) - shared(one, row));
            Hunk best = there.getFirst();
            explained.add(best.id());
            give(draft, List.of(best.id()), new Cause.OfObservation(id(row)));
        }
        List<String> rest =
                hunks.stream().map(Hunk::id).filter(each -> !explained.contains(each)).toList();
        assertThat(rest).isNotEmpty();
        give(draft, rest, new Cause.Editorial("Renumérotation et mise en cohérence."));
    }

    private void give(TextVersion draft, List<String> hunks, Cause.Source source) {
        assertThat(kit.answers.causes().give(decider, draft, hunks, source))
                .isEqualTo(hunks.size());
    }

    private static int shared(Hunk hunk, CSVRecord row) {
        Set<String> words = words(hunk.later());
        words.retainAll(words(row.get("observation") + " " + row.get("proposition")));
        return words.size();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(each -> each.group())
                .collect(Collectors.toSet());
    }
}

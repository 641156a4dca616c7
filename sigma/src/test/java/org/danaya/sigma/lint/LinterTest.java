package org.danaya.sigma.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.rule.Cause;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
    private static final String GOOD =
            """
            title: A good rule
            id: 929a690e-bef0-4204-a928-ef5e620d6fcc
            status: test
            description: It finds x.
            author: Example
            date: 2026-01-01
            tags:
                - attack.t1059.001
            logsource:
                category: process_creation
            detection:
                selection:
                    Image|endswith: '\\x.exe'
                condition: selection
            level: high
            """;

    private static final String CORRELATION =
            """
            title: C
            id: 0e95725d-7320-415d-80f7-004da920fc11
            correlation:
                type: event_count
                rules: [929a690e-bef0-4204-a928-ef5e620d6fcc]
                group-by: [User]
                timespan: 1h
                condition: {gte: 10}
            """;

    private static final String FILTER =
            """
            title: F
            id: 0e95725d-7320-415d-80f7-004da920fc13
            logsource: {category: process_creation}
            filter:
                rules: [929a690e-bef0-4204-a928-ef5e620d6fcc]
                selection:
                    User: x
                condition: selection
            """;

    @Test
    void ofWellWrittenDocumentsNothingIsFound() {
        assertEquals(List.of(), lint(GOOD + "---\n" + CORRELATION + "---\n" + FILTER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "title: A good rule ~ a: b ~ title.missing",
                "id: 929a690e-bef0-4204-a928-ef5e620d6fcc ~ a: b ~ id.missing",
                "id: 929a690e-bef0-4204-a928-ef5e620d6fcc ~ id: 5 ~ id.form",
                "id: 929a690e-bef0-4204 ~ id: 929a690e-bef0-1204 ~ id.version",
                "status: test ~ status: good ~ status.unknown",
                "level: high ~ a: b ~ level.missing",
                "level: high ~ level: higher ~ level.unknown",
                "author: Example ~ a: b ~ author.missing",
                "description: It finds x. ~ a: b ~ description.missing",
                "date: 2026-01-01 ~ date: 2026/01/01 ~ date.form",
                "date: 2026-01-01 ~ date: 2026-02-30 ~ date.form",
                "date: 2026-01-01 ~ date: 2026-01-02\\nmodified: 2026-01-01 ~ date.modified-before",
                "status: test ~ status: [test] ~ attribute.type",
                "status: test ~ references: a ~ attribute.list",
                "status: test ~ Custom: a ~ attribute.case",
                "status: test ~ reference: a ~ attribute.misspelt",
                "description: ~ desciption: ~ attribute.misspelt",
                "detection: ~ detecion: ~ attribute.misspelt",
                "status: test ~ references: [a, a] ~ attribute.duplicate",
                "status: test ~ taxonomy: ecs ~ taxonomy.other",
                "status: test ~ related: [{id: a, type: like}] ~ related.form",
                "status: test ~ falsepositives: [x] ~ falsepositives.too-short",
                "logsource:\\n    category: process_creation ~ a: b ~ logsource.missing",
                "category: process_creation ~ definition: x ~ logsource.empty",
                "process_creation ~ Process Creation ~ logsource.form",
                "attack.t1059.001 ~ Attack ~ tag.form",
                "attack.t1059.001 ~ other.x ~ tag.namespace",
                "attack.t1059.001 ~ tlp.blue ~ tag.unknown",
                "attack.t1059.001 ~ attack.executon ~ tag.unknown",
                "condition: selection ~ other: x\\n    condition: selection ~ selection.unused",
                "condition: selection ~ condition: all of them ~ condition.all-of-them",
                "condition: selection ~ condition: not selection ~ condition.only-not",
                "condition: selection ~ timeframe: 5m\\n    condition: selection ~ detection.timeframe",
                "Image|endswith: ~ - Image|endswith: ~ selection.one-item-list",
                "Image|endswith ~ Image|endswith|all ~ modifier.all-on-single",
                "'\\x.exe' ~ ['x', null] ~ refused.value.type",
                "Image|endswith: '\\x.exe' ~ Image: ['x', null] ~ value.null-in-list",
                "'\\x.exe' ~ '*x' ~ value.useless-wildcard",
                "Image|endswith: '\\x.exe' ~ Image: '*x' ~ value.wildcard-for-modifier",
                "Image|endswith: '\\x.exe' ~ Image: '*' ~ value.only-wildcards",
                "'\\x.exe' ~ '' ~ value.empty-piece",
                "'\\x.exe' ~ [a, A] ~ value.duplicate",
                "Image|endswith ~ Image|base64offset ~ modifier.base64offset-alone",
                "Image|endswith: '\\x.exe' ~ Image|re|cased: 'a.*b' ~ modifier.cased-regex",
                "Image|endswith: '\\x.exe' ~ Image|re: 'abc' ~ value.literal-regex",
                "Image|endswith: '\\x.exe' ~ Image|cidr: 10.0.0.1/8 ~ value.network-host",
                "Image|endswith ~ The Image|endswith ~ field.space",
                "Image|endswith ~ Image|nonsense ~ refused.modifier.unknown",
                "condition: selection ~ condition: other ~ refused.condition.no-such-selection"
            })
    void ofADefectItsCheckTells(String there, String instead, String check) {
        found(GOOD, there, instead, check);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "group-by: [User] ~ a: b ~ correlation.group-by-missing",
                "timespan: 1h ~ timespan: 1h\\n    aliases: {x: {929a690e-bef0-4204-a928-ef5e620d6fcc: y}} ~ correlation.alias-unused",
                "timespan: 1h ~ timespan: 1h\\n    aliases: {User: {}} ~ correlation.alias-incomplete",
                "{gte: 10} ~ {gte: 10, lt: 5} ~ correlation.bounds-contradict",
                "type: event_count ~ type: value_percentile ~ correlation.percentile-missing",
                "[929a690e-bef0-4204-a928-ef5e620d6fcc] ~ [929a690e-bef0-4204-a928-ef5e620d6fcc, 929a690e-bef0-4204-a928-ef5e620d6fcc] ~ correlation.rule-twice",
                "[929a690e-bef0-4204-a928-ef5e620d6fcc] ~ [nothing] ~ refused.reference.unknown"
            })
    void ofACorrelationsDefectItsCheckTells(String there, String instead, String check) {
        found(
                GOOD + "---\n" + CORRELATION.replace("{gte: 10}", "{gte: 10, field: F}"),
                there.replace("{gte: 10}", "{gte: 10, field: F}"),
                instead,
                check);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "    rules: [929a690e-bef0-4204-a928-ef5e620d6fcc] ~ # none ~ filter.rules-missing",
                "title: F ~ title: F\\nlevel: high ~ filter.rank",
                "[929a690e-bef0-4204-a928-ef5e620d6fcc] ~ [nothing] ~ filter.no-such-rule"
            })
    void ofAFiltersDefectItsCheckTells(String there, String instead, String check) {
        found(GOOD + "---\n" + FILTER, there, instead, check);
    }

    private static void found(String yaml, String there, String instead, String check) {
        String from = there.replace("\\n", "\n");
        assertTrue(yaml.contains(from), from);
        String to = instead.replace("\\n", "\n");
        List<String> found = lint(yaml.replace(from, to)).stream().map(Finding::check).toList();
        assertTrue(found.contains(check), found + " in " + yaml.replace(from, to));
    }

    @Test
    void aRefusedConditionHidesNothingElse() {
        String rule =
                GOOD.replace("description:", "desciption:")
                        .replace("attack.t1059.001", "attack.nonsense")
                        .replace(
                                "    condition: selection",
                                "    filter_a: {b: 1}\n    unused: {b: 1}\n"
                                        + "    condition: selection and nowhere and 1 of filter_*");
        assertEquals(
                List.of(
                        "description.missing",
                        "attribute.misspelt",
                        "tag.unknown",
                        "selection.unused",
                        "refused.condition.no-such-selection"),
                lint(rule).stream().map(Finding::check).toList());
        assertEquals(
                List.of("unused"),
                lint(rule.replace("and nowhere", "and ( or")).stream()
                        .filter(finding -> finding.check().equals("selection.unused"))
                        .map(finding -> finding.arguments().getFirst())
                        .toList());
        assertEquals(
                List.of("refused.condition.syntax"),
                lint(GOOD.replace("condition: selection", "condition: all of them or")).stream()
                        .map(Finding::check)
                        .filter(check -> !check.equals("condition.all-of-them"))
                        .toList());
    }

    @Test
    void ofADocumentThatIsNoRuleNothingIsDemanded() {
        assertEquals(
                List.of("refused.document.kind"),
                lint("author: x\nregression_tests_info: [a]\n").stream()
                        .map(Finding::check)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "desciption, description, 1",
        "dsecription, description, 1",
        "a, b, 1",
        "abc, ca, 3",
        "'', tags, 4",
        "level, level, 0"
    })
    void slipsAreCounted(String one, String other, int slips) {
        assertEquals(slips, Spelling.slips(one, other));
        assertEquals(slips, Spelling.slips(other, one));
    }

    @Test
    void duplicatesAcrossFilesAreTold() {
        List<Finding> findings =
                new ArrayList<>(lint(GOOD + "name: n\n---\n" + GOOD + "name: n\n"));
        assertEquals(
                List.of("id.duplicate", "name.duplicate"),
                findings.stream().map(Finding::check).toList());
        assertEquals(17, findings.getFirst().source().line());
    }

    @Test
    void aRuleThatAnotherMadeObsoleteIsTold() {
        String other =
                GOOD.replace(
                                "929a690e-bef0-4204-a928-ef5e620d6fcc",
                                "0e95725d-7320-415d-80f7-004da920fc12")
                        + "related: [{id: 929a690e-bef0-4204-a928-ef5e620d6fcc, type: obsolete}]\n";
        assertEquals(
                List.of("related.obsolete-there"),
                lint(GOOD + "---\n" + other).stream().map(Finding::check).toList());
    }

    @Test
    void idsOfChecksAreUniqueAndTheReferenceNamesThemAll() throws IOException {
        List<String> ids = Linter.checks().stream().map(Linter.About::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        var table =
                new StringBuilder(
                        """
                # The Sigma linter

                `danaya sigma lint FILE…` looks at files of rules, and at all `.yml` and `.yaml` files of folders. Each finding is a line `FILE:LINE: SEVERITY CHECK: SENTENCE`, in English where the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set begins with `en`, else in French; then how many documents and
                findings there are, by check.

                | option | does |
                |---|---|
                | `--level` | tells from this severity on: `error`, `warning`, `note` (all, by default) |
                | `--only`, `--off` | makes these checks alone, or leaves them out: ids with commas between |
                | `--placeholders` | a YAML file that gives each placeholder (`%name%` in rules, here without the percent signs) a value or a list of values, each written as a rule's value is, wildcards included |
                | `--summary` | tells the numbers alone |
                | `--strict` | ends with 1 if there is anything to tell |
                | `--json` | one document: `documents`, `rules`, `correlations`, `filters`, `refused`, `byCheck`, and `findings` with `file`, `document` (its number in the file, from 0), `line`, `severity`, `check`, `arguments`, `sentence` |

                It ends with 0 if no error is told, 1 if one is, 2 if it was used wrongly, 3 if there is nothing to read. `danaya sigma checks` shows the tables below in the reader's language.
                References (ids, names, correlations, filters) are followed among the files that are given together.

                Of a document that is neither rule, correlation nor filter (`document.kind`) nothing else is demanded; only what may be a misspelt attribute is told. Where the condition is refused, `selection.unused` goes by the words in it.
                A text that isn't YAML (`yaml.broken`) is told with its line, the column, what is likely wrong in the reader's language, and the parser's own words in English; `arguments` are those words and the column.

                ## Checks

                Written by a test from the checks themselves. What the reader refuses is a finding too, an error with the id `refused.` and its cause; only a rule that lacks values for its placeholders is a note.

                | check | severity | says | clause |
                |---|---|---|---|
                """);
        for (Linter.About about : Linter.checks()) {
            table.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    about.id(),
                                    about.severity().name().toLowerCase(Locale.ROOT),
                                    about.words().replace("|", "\\|"),
                                    about.clause()));
        }
        table.append("\n## Why a document is refused\n\n| cause | means |\n|---|---|\n");
        for (Cause cause : Cause.values()) {
            table.append("| `%s` | %s |\n".formatted(cause.code(), cause.about()));
        }
        Path reference = Path.of("../docs/reference/sigma-lint.md");
        if ("1".equals(System.getenv("DANAYA_WRITE_REFERENCE"))) {
            Files.writeString(reference, table);
        }
        assertEquals(table.toString(), Files.readString(reference));
    }

    @Test
    void theCorpusIsLintedWithoutOneDefectInTheChecks() throws IOException {
        List<Written> documents = new ArrayList<>();
        var reader = new RuleReader();
        for (Path folder : Corpora.rules()) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(file -> file.toString().endsWith(".yml"))
                        .forEach(file -> documents.addAll(reader.readWithYaml(file)));
            }
        }
        Map<String, Long> counts =
                new TreeMap<>(
                        Linter.lint(documents).stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Finding::check, Collectors.counting())));
        System.out.println("Findings in the corpus: " + counts);
        assertEquals(25, counts.get("refused.placeholder.unknown"));
        assertTrue(!counts.containsKey("attribute.misspelt"), counts::toString);
        assertTrue(!counts.containsKey("title.missing") && !counts.containsKey("id.duplicate"));
    }

    private static List<Finding> lint(String yaml) {
        return Linter.lint(
                new RuleReader()
                        .readWithYaml("some_good_rule.yml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}

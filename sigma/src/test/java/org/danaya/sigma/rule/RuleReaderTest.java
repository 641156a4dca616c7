package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private static final String PLAIN =
            """
            title: Whoami Execution
            id: 929a690e-bef0-4204-a928-ef5e620d6fcc
            logsource:
                category: process_creation
                product: windows
            detection:
                selection:
                    Image|endswith: '\\whoami.exe'
                    EventID:
                        - 1
                        - 4688
                keywords:
                    - mimikatz
                filter:
                    User: null
                condition: (selection or keywords) and not 1 of filter*
            level: high
            """;

    @Test
    void aPlainRuleIsRead() {
        Rule rule = ((Read.OfRule) read(PLAIN).getFirst()).rule();
        assertEquals("Whoami Execution", rule.title());
        assertEquals(Level.HIGH, rule.header().level());
        assertEquals(new LogSource("process_creation", "windows", null), rule.logSource());
        assertEquals(
                Map.of(
                        "selection",
                        new Selection.AllOf(
                                List.of(
                                        new Selection.FieldMatch(
                                                "Image",
                                                List.of(
                                                        new ValueTest.Glob(
                                                                List.of(
                                                                        new Part.AnyRun(),
                                                                        new Part.Literal(
                                                                                "\\whoami.exe")),
                                                                false)),
                                                false),
                                        new Selection.FieldMatch(
                                                "EventID",
                                                List.of(
                                                        new ValueTest.NumberEqual(
                                                                java.math.BigDecimal.ONE),
                                                        new ValueTest.NumberEqual(
                                                                new java.math.BigDecimal(4688))),
                                                false))),
                        "keywords",
                        new Selection.Keywords(
                                List.of(
                                        new ValueTest.Glob(
                                                List.of(
                                                        new Part.AnyRun(),
                                                        new Part.Literal("mimikatz"),
                                                        new Part.AnyRun()),
                                                false)),
                                false),
                        "filter",
                        new Selection.FieldMatch("User", List.of(new ValueTest.Null()), false)),
                rule.selections());
        assertEquals(
                new Condition.And(
                        List.of(
                                new Condition.Or(
                                        List.of(
                                                new Condition.Selected("selection"),
                                                new Condition.Selected("keywords"))),
                                new Condition.Not(new Condition.Selected("filter")))),
                rule.condition());
    }

    private static List<Read> read(String yaml) {
        return new RuleReader().read("test.yml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}

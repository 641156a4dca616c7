package org.danaya.sigma.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.danaya.sigma.Clauses;
import org.danaya.sigma.live.JsonEventValues;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    private static final String SELECTIONS =
            """
            a: {A: x}
            b: {B: x}
            c: {C: x}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "F: abc ~ ABC ~ F: abc",
                "F|contains: -enc ~ powershell -Enc AA ~ F|contains: -enc",
                "F|contains: ' -e ' ~ x -e y ~ F|contains: ' -e '",
                "F|endswith: '\\cmd.exe' ~ C:\\\\cmd.exe ~ F|endswith: \\cmd.exe",
                "F|startswith: 'C:\\\\*\\' ~ C:\\\\Temp\\\\x ~ F|startswith: 'C:\\\\*\\'",
                "F: 'a\\*?' ~ a*b ~ F: 'a\\*?'",
                "F|cased|contains: B ~ aBc ~ F|contains|cased: B",
                "F|contains|windash: ' -x' ~ a /X ~ F|contains: ' /x'",
                "F|base64: cmd ~ Y21k ~ F: Y21k",
                "F|wide|contains: ab ~ xa\\u0000b\\u0000 ~ F|contains: \"a\\u0000b\\u0000\"",
                "F|re|i: 'b.*d' ~ aBCd ~ F|re|i: 'b.*d'",
                "F|cidr: 10.0.0.0/8 ~ 10.1.2.3 ~ F|cidr: '10.0.0.0/8'",
                "F: 11 ~ 11.0 ~ F: 11",
                "F: '11' ~ 11 ~ F: '11'",
                "F|gte: 5 ~ 6 ~ F|gte: 5",
                "F|hour|lt: 6 ~ 2026-01-15T03:00:00Z ~ F|hour|lt: 6",
                "F|exists: true ~ abc ~ F|exists: true",
                "F|neq|contains: x ~ abc ~ F|neq|contains: x",
                "F|fieldref: G ~ g ~ F|fieldref: G",
                "F: 'true' ~ true ~ F: 'true'",
                "- bc ~ abcd ~ bc",
                "'|re': '^b' ~ bc ~ |re: '^b'"
            })
    void aTestIsToldAsARuleWouldWriteIt(String item, String value, String test) {
        Rule rule = rule("selection:\n    " + item, "selection");
        Reason reason = reasons(rule, "{\"F\":\"" + value + "\",\"G\":\"g\"}").getFirst();
        assertEquals(test, reason.test());
        assertEquals("selection", reason.selection());
        assertEquals(item.startsWith("F") ? "F" : "", reason.field());
        assertEquals(value.replace("\\\\", "\\").replace("\\u0000", "\0"), reason.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a or b or c ~ a b",
                "a and b and not c ~ a b",
                "not c ~ ''",
                "not (c or not a) ~ a",
                "not not a ~ a",
                "not (a and c) ~ ''",
                "(a and c) or b ~ b",
                "a or not c ~ a",
                "1 of them ~ a b"
            })
    void whatHeldAndCountedIsAReason(String condition, String selections) {
        assertEquals(
                selections.replace("''", ""),
                reasons(rule(SELECTIONS, condition), "{\"A\":\"x\",\"B\":\"x\"}").stream()
                        .map(Reason::selection)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @MethodSource("org.danaya.sigma.Clauses#all")
    void everyExampleOfAClauseIsExplainedWhereItMatches(Clauses.Clause clause) {
        assertEquals(clause.matches(), explain(clause.rule(), clause.event()).isPresent());
    }

    @Test
    void whatDoesNotMatchHasNoExplanation() {
        assertEquals(Optional.empty(), explain(rule(SELECTIONS, "a and c"), "{\"A\":\"x\"}"));
    }

    @Test
    void eachTestThatHoldsIsTold() {
        Rule rule = rule("s: {F|contains: [a, b, z], G: [null, '']}", "s");
        assertEquals(
                List.of(
                        new Reason("s", "F", "xab", "F|contains: a"),
                        new Reason("s", "F", "xab", "F|contains: b"),
                        new Reason("s", "G", "", "G: null")),
                reasons(rule, "{\"F\":[\"x\",\"xab\"]}"));
    }

    @Test
    void whatIsAbsentHasNoValueAndWhatIsNullSaysSo() {
        Rule rule = rule("s: {F: null, G|exists: false, H: null}", "s");
        assertEquals(
                List.of(
                        new Reason("s", "F", "null", "F: null"),
                        new Reason("s", "G", "", "G|exists: false"),
                        new Reason("s", "H", "", "H: null")),
                reasons(rule, "{\"F\":[1,null]}"));
    }

    @Test
    void ofALongValueThatIsToldWhichWasFound() {
        String value = "\uD83D\uDE00".repeat(3_000) + "needle" + "\uD83D\uDE00".repeat(3_000);
        for (String item :
                List.of("F|contains: needle", "F|re: 'n.*e'", "F: '*needle*'", "- needle")) {
            String shown =
                    reasons(rule("s:\n    " + item, "s"), "{\"F\":\"" + value + "\"}")
                            .getFirst()
                            .value();
            assertTrue(shown.contains("needle"), shown);
            assertTrue(shown.startsWith("…\uD83D\uDE00") && shown.endsWith("\uD83D\uDE00…"), shown);
            assertTrue(shown.length() <= Reason.LONGEST, shown);
        }
        String end = "x".repeat(600) + "needle";
        assertTrue(
                reasons(rule("s: {F|endswith: needle}", "s"), "{\"F\":\"" + end + "\"}")
                        .getFirst()
                        .value()
                        .endsWith("xneedle"));
        String whole = "x".repeat(Reason.LONGEST);
        assertEquals(
                whole,
                reasons(rule("s: {F|contains: x}", "s"), "{\"F\":\"" + whole + "\"}")
                        .getFirst()
                        .value());
    }

    @Test
    void reasonsAreBounded() {
        String values =
                IntStream.range(0, 150)
                        .mapToObj(i -> "'*" + i + "*'")
                        .collect(Collectors.joining(", "));
        String event =
                "{\"F\":\""
                        + IntStream.range(0, 150)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" "))
                        + "\"}";
        Explanation many = explain(rule("s: {F: [" + values + "]}", "s"), event).orElseThrow();
        assertEquals(Explanation.MOST, many.reasons().size());
        assertTrue(many.more());
        assertTrue(!explain(rule("s: {F: '*1*'}", "s"), event).orElseThrow().more());
    }

    @Test
    void hostileValuesTakeNoTime() {
        String value = "ab".repeat(200_000);
        Rule rule = rule("s: {F: '*a*b*a*b*a*b*a*b*a*b*c*'}", "s");
        assertEquals(Optional.empty(), explain(rule, "{\"F\":\"" + value + "\"}"));
    }

    private static List<Reason> reasons(Rule rule, String event) {
        return explain(rule, event).orElseThrow().reasons();
    }

    private static Optional<Explanation> explain(Rule rule, String event) {
        return Explanation.of(
                rule,
                JsonEventValues.of(rule, event.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    private static Rule rule(String selections, String condition) {
        String yaml =
                "title: Example\nlogsource: {category: test}\ndetection:\n    "
                        + selections.strip().replace("\n", "\n    ")
                        + "\n    condition: "
                        + condition
                        + "\n";
        return switch (new RuleReader()
                .read("example.yml", yaml.getBytes(StandardCharsets.UTF_8))
                .getFirst()) {
            case Read.OfRule of -> of.rule();
            case Read.Refused refused -> throw new AssertionError(yaml + refused);
            case Read.OfCorrelation unused -> throw new AssertionError(yaml);
            case Read.OfFilter unused -> throw new AssertionError(yaml);
        };
    }
}

package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a: [ ~ YAML_BROKEN",
                "a: b: c ~ YAML_BROKEN",
                "a: 'b ~ YAML_BROKEN",
                "a: b\\na: c ~ YAML_DUPLICATE_KEY",
                "a: &x [*x] ~ YAML_ALIAS",
                "a: *x ~ YAML_ALIAS",
                "a: !java/object x ~ YAML_TAG",
                "- a\\n- b ~ DOCUMENT_KIND",
                "text ~ DOCUMENT_KIND",
                "title: a ~ DOCUMENT_KIND",
                "detection: a ~ ATTRIBUTE_TYPE",
                "detection: {a: b} ~ ATTRIBUTE_MISSING",
                "detection: {a: b, condition: [[a]]} ~ ATTRIBUTE_TYPE",
                "detection: {a: b, condition: []} ~ ATTRIBUTE_MISSING",
                "detection: {a: {}, condition: a} ~ SELECTION_EMPTY",
                "detection: {a: [], condition: a} ~ SELECTION_EMPTY",
                "detection: {a: [[b]], condition: a} ~ SELECTION_FORM",
                "detection: {a: null, condition: a} ~ VALUE_TYPE",
                "detection: {[a]: b, condition: a} ~ ATTRIBUTE_TYPE",
                "logsource: a\\ndetection: {a: b, condition: a} ~ ATTRIBUTE_TYPE",
                "action: global\\ntitle: a ~ DOCUMENT_ACTION",
                "a: \\u0001 ~ YAML_BROKEN",
            })
    void isRefusedWithItsCause(String yaml, Cause cause) {
        assertEquals(
                cause, Documented.cause(yaml.replace("\\n", "\n").replace("\\u0001", "\u0001")));
    }

    @Test
    void aFileOfVeryManyDocumentsIsRefusedWhole() {
        List<Read> read = Documented.read("---\na\n".repeat(RuleReader.MOST_DOCUMENTS));
        assertEquals(RuleReader.MOST_DOCUMENTS, read.size());
        List<Read> one = Documented.read("---\na\n".repeat(2_000_000));
        assertEquals(1, one.size());
        assertEquals(Cause.FILE_TOO_LARGE, ((Read.Refused) one.getFirst()).cause());
    }

    @Test
    void aFolderThatIsNamedByALinkIsRead(@TempDir Path folder) throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("a.yml"), Documented.rule("a: b"));
        Files.createSymbolicLink(rules.resolve("circle"), rules);
        Path link = Files.createSymbolicLink(folder.resolve("link"), rules);
        List<Read> read = RuleFolder.read(new RuleReader(), List.of(link));
        assertEquals(1, read.size());
        assertInstanceOf(Read.OfRule.class, read.getFirst());
    }

    @Test
    void veryManyWildcardsAreRefused() {
        String many = "*a".repeat(ValueReader.MOST_WILDCARDS);
        assertInstanceOf(
                Read.OfRule.class,
                Documented.read(Documented.rule("a: '" + many + "'")).getFirst());
        assertEquals(
                Cause.SELECTION_TOO_LARGE, Documented.cause(Documented.rule("a: '" + many + "?'")));
        assertEquals(
                Cause.SELECTION_TOO_LARGE,
                Documented.cause(
                        Documented.rule(
                                "a: ["
                                        + IntStream.range(0, 31)
                                                .mapToObj(i -> "'" + i + many + "'")
                                                .collect(Collectors.joining(","))
                                        + "]")));
    }

    @Test
    void aliasBombsAndDeepNestingAreRefusedSoon() {
        String bomb =
                "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                        + IntStream.range(1, 12)
                                .mapToObj(
                                        i ->
                                                "a"
                                                        + i
                                                        + ": &a"
                                                        + i
                                                        + " ["
                                                        + ("*a" + (i - 1) + ", ").repeat(10)
                                                        + "x]\n")
                                .collect(Collectors.joining());
        assertEquals(Cause.YAML_TOO_LARGE, Documented.cause(bomb));
        assertEquals(Cause.YAML_TOO_DEEP, Documented.cause("a: " + "[".repeat(200_000)));
        assertEquals(
                Cause.YAML_TOO_DEEP,
                Documented.cause(
                        IntStream.range(0, 500)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining())));
    }

    @Test
    void aliasesThatStayModestAreFollowed() {
        assertEquals("(F [a] and G [a])", Documented.shown(Documented.selection("F: &x a\nG: *x")));
    }

    @Test
    void aBadDocumentLeavesItsNeighboursWhole() {
        String good = Documented.rule("F: a");
        List<Read> reads =
                Documented.read(good + "---\na: [\n---\n" + good + "...\n# end\n---\n" + good);
        assertEquals(4, reads.size());
        assertInstanceOf(Read.OfRule.class, reads.get(0));
        var refused = assertInstanceOf(Read.Refused.class, reads.get(1));
        assertEquals(1, refused.source().document());
        assertInstanceOf(Read.OfRule.class, reads.get(2));
        assertInstanceOf(Read.OfRule.class, reads.get(3));
    }

    @Test
    void afterAnActionNoDocumentIsReadInHalf() {
        List<Read> reads =
                Documented.read("action: global\nlevel: high\n---\n" + Documented.rule("F: a"));
        assertEquals(
                List.of(Cause.DOCUMENT_ACTION, Cause.DOCUMENT_ACTION),
                reads.stream().map(read -> ((Read.Refused) read).cause()).toList());
    }

    @Test
    void linesMayEndAsWindowsWritesThem() {
        String yaml = Documented.rule("F: a") + "---\n" + Documented.rule("G: b");
        List<Read> reads = Documented.read(yaml.replace("\n", "\r\n"));
        assertEquals(2, reads.size());
        assertEquals(
                ((Read.OfRule) Documented.read(yaml).get(1)).rule().selections(),
                ((Read.OfRule) reads.get(1)).rule().selections());
    }

    @Test
    void theLineOfTheDefectIsTold() {
        var refused =
                (Read.Refused)
                        Documented.read("---\n" + Documented.rule("F: a\nG|nonsense: b"))
                                .getFirst();
        assertEquals(8, refused.source().line());
        assertEquals("Test", refused.title());
    }

    @Test
    void otherBytesThanUtf8AndTooManyAreRefused(@TempDir Path folder) throws Exception {
        var reader = new RuleReader();
        assertEquals(
                Cause.FILE_NOT_UTF8,
                ((Read.Refused) reader.read("f", new byte[] {'a', ':', (byte) 0xff}).getFirst())
                        .cause());
        assertEquals(
                Cause.FILE_TOO_LARGE,
                ((Read.Refused) reader.read("f", new byte[RuleReader.LARGEST_FILE + 1]).getFirst())
                        .cause());
        assertEquals(
                Cause.FILE_UNREADABLE,
                ((Read.Refused) reader.read(folder.resolve("none.yml")).getFirst()).cause());
        assertEquals(List.of(), reader.read("f", new byte[0]));
        Files.writeString(folder.resolve("a.yml"), "\ufeff" + Documented.rule("F: a"));
        Files.writeString(folder.resolve("picture.png"), "no rule");
        assertEquals(1, RuleFolder.read(reader, List.of(folder, folder.resolve("a.yml"))).size());
        assertEquals(1, RuleFolder.readWithYaml(reader, List.of(folder)).size());
    }

    @Test
    void aRuleOfAThousandSelectionsIsRead() {
        String yaml =
                "detection:\n"
                        + IntStream.range(0, 1000)
                                .mapToObj(
                                        i ->
                                                "    selection"
                                                        + i
                                                        + ":\n        F|contains: v"
                                                        + i
                                                        + "\n")
                                .collect(Collectors.joining())
                        + "    condition: 1 of selection* and not (all of selection*)\n";
        var rule = ((Read.OfRule) Documented.read(yaml).getFirst()).rule();
        assertEquals(1000, rule.selections().size());
    }

    @Test
    void manyLargeExpressionsAreRefusedTogether() {
        String yaml =
                "detection:\n    a:\n        F|re:\n"
                        + IntStream.range(0, 1000)
                                .mapToObj(i -> "            - '(a|b" + i + "){900}'\n")
                                .collect(Collectors.joining())
                        + "    condition: a\n";
        assertEquals(Cause.REGEX_TOO_LARGE, Documented.cause(yaml));
    }

    @Test
    void brokenCopiesOfARuleNeverThrow() {
        byte[] rule =
                (Documented.rule(
                                        "F|re|i: 'a{2,3}[b-d]'\nG|base64offset|contains: ['x', y]\nH|cidr: 10.0.0.0/8")
                                + "---\n"
                                + "correlation: {type: event_count, rules: [a], timespan: 5m, condition: {gte: 3}}\n")
                        .getBytes(StandardCharsets.UTF_8);
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        var random = new Random(seed);
        var reader = new RuleReader();
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = rule.clone();
            for (int times = random.nextInt(1, 5); times > 0; times--) {
                broken[random.nextInt(broken.length)] =
                        random.nextBoolean()
                                ? rule[random.nextInt(rule.length)]
                                : (byte) random.nextInt(128);
            }
            try {
                reader.read("test.yml", broken);
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ": " + new String(broken, StandardCharsets.UTF_8), e);
            }
        }
    }
}

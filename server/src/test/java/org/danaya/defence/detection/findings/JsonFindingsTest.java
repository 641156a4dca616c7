package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Match;
import org.danaya.page.Language;
import org.danaya.sigma.rule.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFindingsTest {

    private static final Showing SHOWING = Samples.showing(Language.FRENCH);

    @Test
    void aMatchIsAnObjectOnALineOfItsOwn() {
        assertThat(Samples.text(FindingsFormat.JSON, SHOWING, Samples.plain(), Samples.full()))
                .isEqualTo(
                        """
                        {"file":"dc01.evtx","event":0,"rule":"0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60",\
                        "level":"high","title":"Shell Spawned By A Service","author":"A. Diarra",\
                        "tags":["attack.execution","attack.t1059.001"],\
                        "time":"2026-03-01T23:59:59.500Z","host":"DC01"}
                        {"file":"dc01.evtx","event":3,"rule":"0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60",\
                        "level":"high","title":"Shell Spawned By A Service","author":"A. Diarra",\
                        "tags":["attack.execution","attack.t1059.001"],\
                        "time":"2026-03-01T22:00:00Z","host":"DC01",\
                        "correlation":{"group":{"User":"alice"},"events":5},\
                        "reasons":[{"selection":"sel","field":"Image","value":"C:\\\\cmd.exe",\
                        "test":"endswith \\\\cmd.exe"}],\
                        "evidence":{"Image":  "C:\\\\cmd.exe","Id":1}}
                        """);
    }

    @Test
    void aRuleWithoutAnIdIsKnownByItsTitle() {
        JsonNode line = line(Samples.bare(Samples.rule("Nameless")));
        assertThat(line.propertyNames())
                .containsExactly("file", "event", "rule", "level", "title", "author");
        assertThat(line.get("rule").stringValue()).isEqualTo("Nameless");
        assertThat(line.get("level").stringValue()).isEqualTo("informational");
        assertThat(line.get("author").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 65_000, 65_536, 200_000})
    void aRuleOfAnyLengthIsToldWholeEachTime(int length) {
        Header rule = Samples.rule("a".repeat(length));
        String written =
                Samples.text(
                        FindingsFormat.JSON, SHOWING, Samples.plain(rule, 1), Samples.bare(rule));
        List<String> titles =
                written.lines()
                        .map(line -> new JsonMapper().readTree(line).get("title").stringValue())
                        .toList();
        assertThat(titles).containsExactly(rule.title(), rule.title());
    }

    @Test
    void hostileTextsArriveAsTheyWereAndSteerNoTerminal() {
        Match match = Samples.hostile();
        String written = Samples.text(FindingsFormat.JSON, SHOWING, match);
        assertThat(written.lines()).hasSize(1);
        assertThat(written.strip().chars())
                .allMatch(c -> !Character.isISOControl(c) && !isTurning(c));
        JsonNode line = new JsonMapper().readTree(written);
        assertThat(line.get("file").stringValue()).isEqualTo(Samples.HOSTILE);
        assertThat(line.get("host").stringValue()).isEqualTo(Samples.HOSTILE);
        assertThat(line.get("correlation").get("group").get(Samples.HOSTILE).stringValue())
                .isEqualTo(Samples.HOSTILE);
        assertThat(line.get("reasons").get(0).get("test").stringValue()).isEqualTo(Samples.HOSTILE);
        assertThat(line.get("evidence").get("a").stringValue())
                .isEqualTo("\u009b\u202e</script>é\u007f\ud800");
    }

    @Test
    void everyCharacterArrivesAsItWas() {
        StringBuilder every = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            every.append((char) c).append('a');
        }
        String text = every.toString();
        assertThat(line(on(text, null)).get("host").stringValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}{}", "[1]", "{\"a\":1} x", "{\"a\":\"\n\"}", "7", "{'a':1}"})
    void whatIsNoObjectIsKeptAsText(String evidence) {
        assertThat(line(on("H", evidence)).get("evidence").stringValue()).isEqualTo(evidence);
    }

    @Test
    void evidenceThatNestsWithoutEndIsKeptAsText() {
        String evidence = "{\"a\":".repeat(100_000);
        assertThat(line(on("H", evidence)).get("evidence").stringValue()).isEqualTo(evidence);
    }

    @Test
    void longTextsOutgrowTheBuffer() {
        String text = "é\ud83d\ude00\"".repeat(100_000);
        assertThat(line(on(text, null)).get("host").stringValue()).isEqualTo(text);
    }

    @Test
    void aLiveMatchIsSeenAtOnce() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Showing live = new Showing(Samples.WORDS, Language.FRENCH, SHOWING.run(), false, 0, true);
        Findings findings = FindingsFormat.JSON.to(out, live);
        findings.found(Samples.plain());
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    }

    private static Match on(String host, String evidence) {
        Match plain = Samples.plain();
        return new Match(
                plain.file(),
                0,
                plain.rule(),
                plain.time(),
                Optional.of(host),
                Optional.empty(),
                List.of(),
                evidence);
    }

    private static JsonNode line(Match match) {
        return new JsonMapper().readTree(Samples.written(FindingsFormat.JSON, SHOWING, match));
    }

    private static boolean isTurning(int c) {
        return (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x61c;
    }
}

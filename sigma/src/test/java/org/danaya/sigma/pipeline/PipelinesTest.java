package org.danaya.sigma.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.danaya.sigma.engine.JsonScanner;
import org.danaya.sigma.engine.RoutedSession;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.engine.Slots;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What events are, by their marks, and where rules find their fields. */
class PipelinesTest {

    private static final RuleSet RULES =
            RuleSet.of(
                    Stream.of(
                                    rule(
                                            "process",
                                            "{product: windows, category: process_creation}",
                                            "Image|endswith: \\evil.exe"),
                                    rule(
                                            "parent",
                                            "{product: windows, category: process_creation}",
                                            "ParentProcessId: 7"),
                                    rule(
                                            "security",
                                            "{product: windows, service: security}",
                                            "NewProcessName|endswith: \\evil.exe"),
                                    rule(
                                            "native",
                                            "{product: windows, service: security}",
                                            "ProcessId: 7"),
                                    rule(
                                            "sysmon",
                                            "{product: windows, service: sysmon}",
                                            "EventID: 1"),
                                    rule(
                                            "defender",
                                            "{product: windows, service: windefend}",
                                            "ThreatName: Bad"),
                                    rule(
                                            "applocker",
                                            "{product: windows, service: applocker}",
                                            "FilePath: X"),
                                    rule(
                                            "provider",
                                            "{product: windows, service: system}",
                                            "Provider_Name: Service Control Manager"),
                                    rule("any", "{}", "Image|contains: evil"),
                                    rule(
                                            "linux",
                                            "{product: linux, category: process_creation}",
                                            "Image: /bin/evil"),
                                    rule("absence", "{product: zeek}", "Never|exists: false"),
                                    rule(
                                            "cloud",
                                            "{product: aws, service: cloudtrail}",
                                            "eventName: DeleteTrail"))
                            .flatMap(
                                    text ->
                                            new RuleReader()
                                                            .read(
                                                                    "rules",
                                                                    text.getBytes(
                                                                            StandardCharsets.UTF_8))
                                                            .stream())
                            .toList());

    private static String rule(String id, String source, String selection) {
        return "title: "
                + id
                + "\nid: "
                + id
                + "\nlogsource: "
                + source
                + "\ndetection:\n  selection:\n    "
                + selection
                + "\n  condition: selection\n";
    }

    private static Set<String> found(String event) {
        Routing routing = Routing.of(RULES.rules(), Pipelines.with(List.of()));
        JsonScanner scanner = new JsonScanner(routing.names(), routing.searchesEverywhere());
        Slots slots = new Slots();
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        assertTrue(
                scanner.scan(Arrays.copyOf(bytes, bytes.length + 8), 0, bytes.length, slots) > 0);
        RoutedSession session = new RoutedSession(routing);
        Set<String> found = new TreeSet<>();
        int count = session.evaluate(slots);
        for (int i = 0; i < count; i++) {
            found.add(String.valueOf(RULES.rules().get(session.match(i)).id()));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"Type":"SecurityEvent","Channel":"Security","EventSourceName":"Microsoft-Windows-Security-Auditing",
                "EventID":4688,"NewProcessName":"C:\\\\evil.exe","NewProcessId":"0x1","ProcessId":"0x7"}""",
                """
                {"Type":"WindowsEvent","Channel":"Security","Provider":"Microsoft-Windows-Security-Auditing",
                "EventID":4688,"EventData":{"NewProcessName":"C:\\\\evil.exe"}}""",
                """
                {"Type":"Event","EventLog":"Security","Source":"Microsoft-Windows-Security-Auditing",
                "EventID":4688,"EventData":{"NewProcessName":"C:\\\\evil.exe"}}"""
            })
    void tablesOfAzureMonitorAreEventsOfWindows(String event) {
        assertEquals(Set.of("process", "security"), found(event.replace("\n", "")));
    }

    private static String evtx(String channel, int id, String data) {
        return """
        {"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":%d,"Channel":"%s"},"EventData":{%s}}}\
        """
                .formatted(id, channel, data);
    }

    @Test
    void sysmonNamesAProcessAsRulesDo() {
        assertEquals(
                Set.of("any", "process", "sysmon"),
                found(
                        evtx(
                                "Microsoft-Windows-Sysmon/Operational",
                                1,
                                "\"Image\":\"C:\\\\evil.exe\"")));
        assertEquals(
                Set.of("any"),
                found(
                        evtx(
                                "Microsoft-Windows-Sysmon/Operational",
                                3,
                                "\"Image\":\"C:\\\\evil.exe\"")));
    }

    @Test
    void securitysProcessHasOtherNamesForRulesOfTheCategoryAlone() {
        assertEquals(
                Set.of("process", "security", "parent", "native"),
                found(
                        evtx(
                                "Security",
                                4688,
                                "\"NewProcessName\":\"C:\\\\evil.exe\",\"ProcessId\":7,\"NewProcessId\":8")));
        assertEquals(
                Set.of("security", "native"),
                found(
                        evtx(
                                "Security",
                                4689,
                                "\"NewProcessName\":\"C:\\\\evil.exe\",\"ProcessId\":7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"EventID\":\"1\",\"Image\":\"C:\\\\evil.exe\"}",
                "{\"winlog\":{\"channel\":\"Microsoft-Windows-Sysmon/Operational\",\"event_id\":1,\"event_data\":{\"Image\":\"C:\\\\evil.exe\"}}}",
                "{\"winlog.channel\":\"microsoft-windows-sysmon/operational\",\"winlog.event_id\":1,\"winlog.event_data.Image\":\"C:\\\\evil.exe\"}",
                "{\"winlog\":{\"channel\":\"Microsoft-Windows-Sysmon/Operational\"},\"event\":{\"code\":\"1\"},\"process\":{\"executable\":\"C:\\\\evil.exe\"}}"
            })
    void theSameEventIsFoundHoweverItWasCollected(String event) {
        Set<String> found = found(event);
        assertTrue(found.containsAll(Set.of("process", "any")), found::toString);
    }

    @Test
    void namesMayHaveSpacesAndLieBelowAnyElement() {
        assertEquals(
                Set.of("defender"),
                found(
                        evtx(
                                "Microsoft-Windows-Windows Defender/Operational",
                                1116,
                                "\"Threat Name\":\"Bad\"")));
        assertEquals(
                Set.of("applocker"),
                found(
                        """
                        {"Event":{"System":{"EventID":8004,"Channel":"Microsoft-Windows-AppLocker/EXE and DLL"},\
                        "UserData":{"RuleAndFileData":{"FilePath":"X"}}}}"""));
        // The same again where the event must be read as a tree: a key stands in it twice.
        assertEquals(
                Set.of("applocker"),
                found(
                        """
                        {"Event":{"System":{"EventID":8004,"EventID":8004,"Channel":"Microsoft-Windows-AppLocker/EXE and DLL"},\
                        "UserData":{"RuleAndFileData":{"File Path":"X"}}}}"""));
    }

    @Test
    void attributesAreFieldsWithAnUnderscore() {
        assertEquals(
                Set.of("provider"),
                found(
                        """
                        {"Event":{"System":{"Provider":{"#attributes":{"Name":"Service Control Manager"}},\
                        "EventID":7045,"Channel":"System"},"EventData":{}}}"""));
    }

    @Test
    void otherSourcesAreKnownByTheirOwnMarks() {
        assertEquals(
                Set.of("cloud"),
                found(
                        "{\"eventSource\":\"cloudtrail.amazonaws.com\",\"awsRegion\":\"x\",\"eventName\":\"DeleteTrail\"}"));
        assertEquals(
                Set.of("linux", "any"),
                found(
                        """
                        {"host":{"os":{"type":"linux"}},"event":{"category":["process"]},\
                        "process":{"executable":"/bin/evil"}}"""));
    }

    @Test
    void whatNobodyKnowsIsFromWhereItSaysOrFromAnywhere() {
        assertEquals(
                Set.of("linux", "any"),
                found("{\"product\":\"linux\",\"Image\":\"/bin/evil\",\"ParentProcessId\":7}"));
        assertEquals(
                Set.of("linux", "any", "parent"),
                found("{\"Image\":\"/bin/evil\",\"ParentProcessId\":7}"));
    }

    @Test
    void whatIsNotSoSaysNothingOfEventsOfWhichNothingIsKnown() {
        assertEquals(Set.of(), found("{\"message\":\"text\"}"));
        assertEquals(Set.of("absence"), found("{\"message\":\"text\",\"product\":\"zeek\"}"));
    }

    @Test
    void anotherPipelineOfTheSameNameReplacesOurs() throws PipelineDefect {
        Pipeline mine =
                PipelineReader.read(
                        "mine.yml",
                        """
                        name: windows
                        version: 1
                        marks: {log: [log]}
                        places: ['data.%']
                        sources:
                          - {log: proc, product: windows, category: process_creation}
                        """);
        Routing routing = Routing.of(RULES.rules(), Pipelines.with(List.of(mine)));
        assertEquals(
                Set.of("Image", "data.Image", "process.executable"),
                routing.router().places("Image"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a",
                "name: a\nversion: 2",
                "version: 1",
                "name: a\nversion: 1\nnonsense: b",
                "name: a\nversion: 1\nplaces: [b]",
                "name: a\nversion: 1\nsources: [{product: windows}]",
                "name: a\nversion: 1\nsources: [{unknown: b, product: windows}]",
                "name: a\nversion: 1\nmarks: {b: [[c]]}",
                "name: [a"
            })
    void whatIsNoPipelineSaysWhy(String text) {
        PipelineDefect defect =
                assertThrows(PipelineDefect.class, () -> PipelineReader.read("p.yml", text));
        assertEquals("p.yml", defect.file());
    }
}

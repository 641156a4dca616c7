package org.danaya.defence.detection.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.rule.Level;
import org.danaya.sigma.rule.Placeholders;
import org.danaya.sigma.rule.Read;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run tells, and that nothing of what came in is lost. */
class DetectionTest {

    private static final Window ALWAYS = new Window(Optional.empty(), Optional.empty());

    private static final Ledger EMPTY =
            new Ledger(
                    0,
                    0,
                    0,
                    0,
                    Map.of(),
                    List.of(),
                    List.of(),
                    0,
                    0,
                    0,
                    List.of(),
                    List.of(),
                    0,
                    Map.of(),
                    Duration.ZERO);

    @TempDir private Path folder;

    private final List<Match> matches = new ArrayList<>();
    private Ledger ledger = EMPTY;

    private static Rules.Choice choice(String... tags) {
        return new Rules.Choice(Level.INFORMATIONAL, List.of(tags));
    }

    @BeforeEach
    void rules() throws IOException {
        write(
                "rules/a.yml",
                """
                title: Evil (example)
                id: evil
                author: Nobody (example)
                level: high
                tags: [attack.t1059.001]
                logsource: {}
                detection:
                  selection:
                    Image|endswith: evil.exe
                  condition: selection
                ---
                title: Absent (example)
                id: absent
                level: low
                logsource: {}
                detection:
                  selection:
                    Never: x
                  condition: selection
                ---
                title: Three evils (example)
                id: three
                level: critical
                correlation:
                  type: event_count
                  rules: [evil]
                  generate: true
                  group-by: [Computer]
                  timespan: 10m
                  condition: {gte: 3}
                ---
                title: Broken (example)
                detection: nothing
                """);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String event(String time, String computer, String image) {
        return "{\"product\":\"example\",\"@timestamp\":\"%s\",\"Computer\":\"%s\",\"Image\":\"%s\"}\n"
                .formatted(time, computer, image);
    }

    private void run(Window window, Rules.Choice choice, int threads, String... inputs) {
        Rules rules =
                Rules.read(
                        Clock.systemUTC(),
                        List.of(folder.resolve("rules")),
                        Placeholders.NONE,
                        choice,
                        RoutingMode.AUTO,
                        Pipelines.with(List.of()));
        Findings findings =
                new Findings() {
                    @Override
                    public void found(Match match) {
                        matches.add(match);
                    }

                    @Override
                    public void end(Ledger account) {
                        throw new AssertionError("Only the command ends");
                    }
                };
        List<String> named = new ArrayList<>();
        for (String input : inputs) {
            named.add(folder.resolve(input).toString());
        }
        try (Detection detection =
                new Detection(
                        rules, window, new Detail(true, true), threads, findings, (_, _) -> {})) {
            detection.read(InputList.of(named));
            ledger =
                    detection
                            .account()
                            .ledger(rules.set(), Read.Refused::message, Duration.ofSeconds(1));
        }
    }

    private List<String> told() {
        return matches.stream().map(each -> each.rule().id() + " " + each.event()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void matchesComeInOrderAndCorrelationsBehindThem(int threads) throws IOException {
        write(
                "a.json",
                event("2026-01-01T00:09:00Z", "pc", "x\\\\evil.exe")
                        + event("2026-01-01T00:00:00Z", "pc", "good.exe")
                        + event("2026-01-01T00:01:00Z", "pc", "evil.exe"));
        write("b.json", event("2026-01-01T00:05:00Z", "pc", "EVIL.EXE"));
        run(ALWAYS, choice(), threads, "a.json", "b.json");
        assertThat(told()).containsExactly("evil 0", "evil 2", "evil 0", "three 0");
        Match last = matches.getLast();
        assertThat(last.file()).endsWith("a.json");
        assertThat(last.time()).contains(Instant.parse("2026-01-01T00:09:00Z"));
        assertThat(last.correlation()).contains(new Match.Correlated(Map.of("Computer", "pc"), 3));
        assertThat(last.host()).contains("pc");
        assertThat(last.reasons())
                .containsExactly(
                        new Reason("condition", "", "3", "event_count gte: 3, timespan: 10m"));
        Match first = matches.getFirst();
        assertThat(first.host()).contains("pc");
        assertThat(first.evidence()).contains("evil.exe");
        assertThat(first.reasons())
                .containsExactly(
                        new Reason(
                                "selection", "Image", "x\\evil.exe", "Image|endswith: evil.exe"));
    }

    @Test
    void aCorrelationOfSeveralHostsNamesNone() throws IOException {
        Path rule = folder.resolve("rules/a.yml");
        Files.writeString(rule, Files.readString(rule).replace("group-by: [Computer]", ""));
        write(
                "a.json",
                event("2026-01-01T00:00:00Z", "other", "evil.exe")
                        + event("2026-01-01T00:01:00Z", "pc", "evil.exe").repeat(3));
        run(ALWAYS, choice(), 1, "a.json");
        List<Match> correlated =
                matches.stream().filter(each -> each.correlation().isPresent()).toList();
        assertThat(correlated)
                .extracting(Match::host)
                .containsExactly(Optional.empty(), Optional.empty());
        write("a.json", event("2026-01-01T00:01:00Z", "pc", "evil.exe").repeat(3));
        matches.clear();
        run(ALWAYS, choice(), 1, "a.json");
        assertThat(matches.getLast().host()).contains("pc");
    }

    @Test
    void everythingThatCameInIsAccountedFor() throws IOException {
        write(
                "in/a.json",
                event("2026-01-01T00:00:00Z", "pc", "evil.exe")
                        + "{\"broken\":\n"
                        + event("2026-01-02T00:00:00Z", "pc", "evil.exe")
                        + "{\"Image\":\"evil.exe\"}\n");
        Files.write(folder.resolve("in/b.bin"), new byte[] {0, 1, 2, 3, 0, 0});
        run(
                new Window(Optional.of(Instant.parse("2026-01-02T00:00:00Z")), Optional.empty()),
                choice(),
                2,
                "in",
                "nowhere");
        assertThat(told()).containsExactly("evil 2", "evil 3");
        assertThat(ledger.events()).isEqualTo(4);
        assertThat(ledger.evaluated()).isEqualTo(2);
        assertThat(ledger.outside()).isEqualTo(1);
        assertThat(ledger.undated()).isEqualTo(1);
        assertThat(ledger.setAside()).isEqualTo(Map.of("json.broken", 1L));
        assertThat(ledger.unreadable())
                .extracting(Ledger.Unreadable::cause)
                .containsExactly("format.unknown", "file.missing");
        assertThat(ledger.refused()).hasSize(1);
        assertThat(ledger.uncorrelated()).isEqualTo(Map.of("correlation.untimed", 1L));
        assertThat(ledger.blind())
                .containsExactly(
                        new Ledger.Blind("absent", "Absent (example)", 2, List.of("Never")));
    }

    @Test
    void onlyWantedRulesAreTold() throws IOException {
        write("a.json", event("2026-01-01T00:00:00Z", "pc", "evil.exe").repeat(3));
        run(ALWAYS, choice("attack.t1059"), 1, "a.json");
        assertThat(told()).containsExactly("evil 0", "evil 1", "evil 2");
        matches.clear();
        run(ALWAYS, new Rules.Choice(Level.CRITICAL, List.of()), 1, "a.json");
        assertThat(told()).containsExactly("three 2");
    }
}

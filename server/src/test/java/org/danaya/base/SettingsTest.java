package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.SettingProblem.UnknownKey;
import org.danaya.base.SettingProblem.WrongValue;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Setting<Integer> PORT = Setting.port("port", 8080);
    private static final Setting<Duration> INTERVAL = Setting.duration("log.interval", "200ms");
    private static final Setting<Long> RESERVE = Setting.bytes("store.disk-reserve", "256m");
    private static final Setting<Boolean> STRICT = Setting.flag("strict", true);
    private static final Setting<String> TOKEN =
            new Setting<>(
                    "token",
                    "12 letters",
                    null,
                    true,
                    text -> {
                        throw new IllegalArgumentException(text);
                    });
    private static final List<Setting<?>> KNOWN = List.of(PORT, INTERVAL, RESERVE, STRICT, TOKEN);

    @Test
    void whatIsNotGivenHasItsDefault() {
        Settings settings = Settings.of(KNOWN, Map.of());
        assertThat(settings.get(PORT)).isEqualTo(8080);
        assertThat(settings.get(INTERVAL)).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.get(RESERVE)).isEqualTo(256L << 20);
        assertThat(settings.find(TOKEN)).isEmpty();
    }

    @Test
    void durationsAndSizesHaveUnits() {
        Settings settings =
                Settings.of(KNOWN, Map.of("log.interval", "2d", "store.disk-reserve", "512k"));
        assertThat(settings.get(INTERVAL)).isEqualTo(Duration.ofDays(2));
        assertThat(settings.get(RESERVE)).isEqualTo(512L << 10);
    }

    @Test
    void theStrongerSourceWins() {
        Map<String, Map<String, String>> sources = new LinkedHashMap<>();
        sources.put("command line", Map.of("port", "1"));
        sources.put("danaya.conf", Map.of("port", "2", "strict", "false"));
        assertThat(Settings.read(KNOWN, sources))
                .asInstanceOf(type(SettingsOutcome.Accepted.class))
                .satisfies(
                        accepted -> {
                            assertThat(accepted.settings().get(PORT)).isEqualTo(1);
                            assertThat(accepted.settings().get(STRICT)).isFalse();
                        });
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("port", "99999");
        wrong.put("log.intervall", "1s");
        wrong.put("nothing.like.it", "1");
        wrong.put("strict", "yes");
        assertThat(problems(wrong))
                .containsExactlyInAnyOrder(
                        new UnknownKey("log.intervall", "danaya.conf", "log.interval"),
                        new UnknownKey("nothing.like.it", "danaya.conf", null),
                        new WrongValue("port", "danaya.conf", "99999", PORT.format()),
                        new WrongValue("strict", "danaya.conf", "yes", STRICT.format()));
    }

    @Test
    void aSecretIsNeverShown() {
        assertThat(problems(Map.of("token", "hunter2")))
                .containsExactly(
                        new WrongValue("token", "danaya.conf", "[redacted]", "12 letters"));
        assertThat(Secret.of("hunter2").toString()).isEqualTo("[redacted]");
    }

    @Test
    void aVariableIsTheKeyInCapitals() {
        assertThat(RESERVE.variable()).isEqualTo("DANAYA_STORE_DISK_RESERVE");
        assertThat(
                        Settings.ofEnvironment(
                                KNOWN,
                                Map.of(
                                        "DANAYA_STORE_DISK_RESERVE",
                                        "1g",
                                        "DANAYA_CORPORA",
                                        "/x",
                                        "HOME",
                                        "/")))
                .containsExactly(Map.entry("store.disk-reserve", "1g"));
    }

    @Test
    void aMisspelledVariableIsToldWithTheNearestKey() {
        Map<String, String> given =
                Settings.ofEnvironment(KNOWN, Map.of("DANAYA_STORE_DISKRESERVE", "1g"));
        assertThat(problems(given))
                .containsExactly(
                        new UnknownKey(
                                "DANAYA_STORE_DISKRESERVE", "danaya.conf", "store.disk-reserve"));
    }

    @Test
    void nonsenseIsRefusedAndNotThrown() {
        for (String nonsense : List.of("", "-1", "9223372036854775807g", "1.5", "1 m", "\0")) {
            assertThat(problems(Map.of("store.disk-reserve", nonsense, "port", nonsense)))
                    .as("value %s", nonsense)
                    .isNotEmpty();
        }
    }

    private static List<SettingProblem> problems(Map<String, String> given) {
        return switch (Settings.read(KNOWN, Map.of("danaya.conf", given))) {
            case SettingsOutcome.Accepted _ -> List.of();
            case SettingsOutcome.Refused(List<SettingProblem> problems) -> problems;
        };
    }
}

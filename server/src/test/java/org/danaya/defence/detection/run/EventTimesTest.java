package org.danaya.defence.detection.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2025-11-27T07:40:10.165324Z, 2025-11-27T07:40:10.165324Z",
        "2025-02-28T10:00:00.Z, 2025-02-28T10:00:00Z",
        "2025-11-27T07:40:10, 2025-11-27T07:40:10Z",
        "2025-11-27T07:40:10.123456789, 2025-11-27T07:40:10.123456789Z",
        "2024-02-29T23:59:59.9Z, 2024-02-29T23:59:59.9Z",
        "2025-11-27 07:40:10.132, 2025-11-27T07:40:10.132Z",
        "2020-09-14T01:19:40.001+02:00, 2020-09-13T23:19:40.001Z",
        "2020-09-14T01:19:40+0200, 2020-09-13T23:19:40Z",
        "2020-09-14 01:19:40 -05:00, 2020-09-14T06:19:40Z",
        "2020-09-14, 2020-09-14T00:00:00Z",
        "1600000000, 2020-09-13T12:26:40Z",
        "1600000000.5, 2020-09-13T12:26:40.5Z",
        "1600000000123, 2020-09-13T12:26:40.123Z",
        "1600000000123456, 2020-09-13T12:26:40.123456Z"
    })
    void timesAreReadAsEventsWriteThem(String text, Instant time) {
        assertThat(EventTimes.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2020-13-01",
                "12:00",
                "2020-09-14T25:00:00Z",
                "2025-02-29T10:00:00Z",
                "2025-02-28T10:00:00.1234567890Z",
                "2025-02-28T10:00:00ZZ",
                "-----------",
                "1.2.3.4.5.6.7",
                "99999999999999999999999999",
                "+++++++++++++",
                "..........."
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(EventTimes.read(text)).isEmpty();
    }

    @Test
    void noTextThrows() {
        String characters = "0129-+:.TZz ,eE";
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(45); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(EventTimes.read(text.toString())).isNotNull();
        }
    }
}

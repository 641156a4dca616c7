package org.danaya.consultation.observation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.danaya.consultation.observation.console.DeadlineForm.Rhythm;
import org.junit.jupiter.api.Test;

/** Until when structures are asked. */
class DeadlineFormTest {

    private static final ZoneId BAMAKO = ZoneId.of("Africa/Bamako");
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");

    private static Instant of(Rhythm rhythm, String now, ZoneId zone) {
        return DeadlineForm.of(
                rhythm, Optional.empty(), Optional.empty(), Instant.parse(now), zone);
    }

    @Test
    void theSecretariatClosesOnMondaysAt14() {
        Map.of(
                        "2026-11-23T13:59:59Z", "2026-11-23T14:00:00Z",
                        "2026-11-23T14:00:00Z", "2026-11-30T14:00:00Z",
                        "2026-11-24T08:00:00Z", "2026-11-30T14:00:00Z",
                        "2026-11-29T23:59:00Z", "2026-11-30T14:00:00Z",
                        "2026-12-31T10:00:00Z", "2027-01-04T14:00:00Z")
                .forEach(
                        (now, deadline) ->
                                assertThat(of(Rhythm.MONDAY, now, BAMAKO))
                                        .as(now)
                                        .isEqualTo(Instant.parse(deadline)));
        assertThat(of(Rhythm.MONDAY, "2026-11-29T23:30:00Z", KINSHASA))
                .as("it is Monday there already, and 14:00 is 13:00 UTC")
                .isEqualTo(Instant.parse("2026-11-30T13:00:00Z"));
    }

    @Test
    void daysAreCountedFromToday() {
        assertThat(of(Rhythm.DAYS_15, "2026-02-20T23:00:00Z", BAMAKO))
                .isEqualTo(Instant.parse("2026-03-07T14:00:00Z"));
        assertThat(of(Rhythm.DAYS_30, "2026-02-20T01:00:00Z", BAMAKO))
                .isEqualTo(Instant.parse("2026-03-22T14:00:00Z"));
        assertThat(
                        DeadlineForm.of(
                                Rhythm.FREE,
                                Optional.of(LocalDate.of(2026, 5, 4)),
                                Optional.of(LocalTime.of(9, 30)),
                                Instant.parse("2026-02-20T01:00:00Z"),
                                KINSHASA))
                .isEqualTo(Instant.parse("2026-05-04T08:30:00Z"));
    }
}

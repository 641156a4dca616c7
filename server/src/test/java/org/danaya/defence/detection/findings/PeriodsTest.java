package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.danaya.page.Language;
import org.danaya.sigma.rule.Level;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final Instant START = Instant.parse("2026-02-28T22:10:00Z");

    private final Periods periods = new Periods();

    @Test
    void hoursAreKeptApartWithTheirLevels() {
        periods.add(START, Level.HIGH);
        periods.add(START.plusSeconds(60), Level.LOW);
        periods.add(START.plus(Duration.ofHours(1)), Level.HIGH);
        periods.add(START.plus(Duration.ofHours(9)), Level.HIGH);
        assertThat(periods.shown(48))
                .containsExactly(
                        period("2026-02-28T22:00:00Z", true, Map.of(Level.HIGH, 1L, Level.LOW, 1L)),
                        period("2026-02-28T23:00:00Z", true, Map.of(Level.HIGH, 1L)),
                        period("2026-03-01T07:00:00Z", false, Map.of(Level.HIGH, 1L)));
    }

    @Test
    void manyHoursBecomeDaysAndManyDaysMonths() {
        for (int hour = 0; hour < 40; hour++) {
            periods.add(START.plus(Duration.ofHours(hour)), Level.HIGH);
        }
        assertThat(periods.shown(48)).hasSize(40);
        assertThat(periods.shown(10))
                .extracting(Periods.Period::count)
                .containsExactly(2L, 24L, 14L);
        assertThat(periods.length()).isEqualTo(Periods.Length.DAY);
        assertThat(periods.shown(2))
                .extracting(Periods.Period::start)
                .containsExactly(
                        Instant.parse("2026-02-01T00:00:00Z"),
                        Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void anySpreadOfTimesIsBounded() {
        for (int i = 0; i < 200_000; i++) {
            periods.add(
                    Instant.parse("0001-01-02T00:00:00Z").plus(Duration.ofHours(430L * i)),
                    Level.LOW);
        }
        List<Periods.Period> shown = periods.shown(48);
        assertThat(shown).hasSizeLessThanOrEqualTo(100);
        assertThat(shown.stream().mapToLong(Periods.Period::count).sum()).isEqualTo(200_000);
        assertThat(shown.getFirst().start()).isEqualTo("0000-01-01T00:00:00Z");
    }

    @Test
    void aChartHasABarForEachPeriodAndTheGravestLowest() {
        periods.add(START, Level.LOW);
        periods.add(START, Level.CRITICAL);
        periods.add(START.plus(Duration.ofDays(2)), Level.LOW);
        Chart chart = new Chart(periods, Samples.showing(Language.FRENCH));
        assertThat(chart.parts())
                .containsExactly(
                        new Chart.Part(102, 100, 16, 100, "critical"),
                        new Chart.Part(102, 0, 16, 100, "low"),
                        new Chart.Part(122, 100, 16, 100, "low"));
        assertThat(chart.gaps()).containsExactly(120);
        assertThat(chart.lines().getFirst().name()).isEqualTo("28 février 2026 à 22:00");
        assertThat(chart.length()).isEqualTo("hour");
    }

    private static Periods.Period period(String start, boolean follows, Map<Level, Long> levels) {
        return new Periods.Period(Instant.parse(start), follows, levels);
    }
}

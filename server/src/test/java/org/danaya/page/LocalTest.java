package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LocalTest {

    private static final Words WORDS = Words.load();

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrenchAlone() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(local(Language.FRENCH).date(first)).isEqualTo("1er mars 2026");
        assertThat(local(Language.FRENCH).time(noon)).isEqualTo("1er mars 2026 à 12:00");
        assertThat(local(Language.FRENCH).date(first.plusDays(10))).isEqualTo("11 mars 2026");
        assertThat(local(Language.FRENCH).date(first.minusDays(8))).isEqualTo("21 février 2026");
        assertThat(local(Language.ENGLISH).date(first)).isEqualTo("1 March 2026");
    }

    @Test
    void theFirstDayOfASpanSaysOnlyWhatTheLastDoesNot() {
        LocalDate last = LocalDate.of(2026, 3, 27);
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertThat(local(Language.FRENCH).first(last.minusDays(4), last)).isEqualTo("23");
        assertThat(local(Language.FRENCH).first(first, last)).isEqualTo("1er");
        assertThat(local(Language.ENGLISH).first(first, last)).isEqualTo("1");
        assertThat(local(Language.FRENCH).first(last, last)).isEqualTo("27 mars 2026");
        assertThat(local(Language.FRENCH).first(first.minusDays(1), last))
                .isEqualTo("28 février 2026");
        assertThat(local(Language.FRENCH).first(last.minusYears(1), last))
                .isEqualTo("27 mars 2025");
    }

    private static Local local(Language language) {
        return new Local(WORDS, language, ZoneOffset.UTC);
    }
}

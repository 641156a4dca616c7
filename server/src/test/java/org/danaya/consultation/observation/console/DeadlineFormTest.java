package org.danaya.consultation.observation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.consultation.observation.console.DeadlineForm.Rhythm;
import org.danaya.form.Form;
import org.danaya.form.FormProblem;
import org.danaya.form.Submission;
import org.danaya.page.Language;
import org.danaya.page.Words;
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

    private static Form sent(String rhythm, String day, String hour) {
        return DeadlineForm.checked(
                Form.of("observation.ask", DeadlineForm.fields())
                        .read(Submission.of(Map.of("rhythm", rhythm, "day", day, "hour", hour))),
                Instant.parse("2026-11-23T09:00:00Z"),
                BAMAKO);
    }

    @Test
    void aDayThatIsTypedIsNeverLeftAsideUnsaid() {
        assertThat(sent("days-15", "2027-03-03", "10:00").problems())
                .containsExactly(
                        new FormProblem("day", "observation.deadline.not-free", List.of()),
                        new FormProblem("hour", "observation.deadline.not-free", List.of()));
        assertThat(sent("monday", "", "10:00").problems())
                .containsExactly(
                        new FormProblem("hour", "observation.deadline.not-free", List.of()));
        assertThat(sent("free", "", "10:00").problems())
                .containsExactly(new FormProblem("day", "observation.deadline.no-day", List.of()));
        assertThat(sent("free", "2026-11-22", "").problems())
                .containsExactly(new FormProblem("day", "observation.deadline.past", List.of()));
        assertThat(sent("free", "2027-03-03", "10:00").wrong()).isFalse();
        assertThat(sent("days-15", "", "").wrong()).isFalse();
    }

    @Test
    void whatIsSaidAboutADayNamesTheChoiceAsItIsCalled() {
        Words words = Words.load();
        for (Language language : Language.values()) {
            String choice = words.say(language, "observation.deadline.free");
            for (String key :
                    List.of(
                            "observation.ask.day.hint",
                            "observation.ask.hour.hint",
                            "observation.deadline.not-free")) {
                assertThat(words.say(language, key, "Jour")).contains(choice);
            }
        }
    }
}

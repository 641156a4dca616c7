package org.danaya.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.danaya.base.ActType;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.junit.jupiter.api.Test;

/** The catalogue of the acts that the journal can hold. */
class ActsTest {

    private static final Words WORDS = Words.load();

    private static final List<ActType> ACTS =
            Declared.constantsOf(ActType.class).stream()
                    .sorted(Comparator.comparing(ActType::code))
                    .toList();

    @Test
    void theActsAreWritten() {
        String rows =
                ACTS.stream()
                        .map(
                                act ->
                                        "| `%s` | %s | %s |"
                                                .formatted(
                                                        act.code(),
                                                        word(Language.FRENCH, act),
                                                        word(Language.ENGLISH, act)))
                        .collect(joining("\n"));
        ReferenceDoc.compare(
                "acts.md",
                "# Acts\n\nWhat the audit journal records. The codes are stable.\n\n"
                        + "| code | French | English |\n|---|---|---|\n"
                        + rows);
    }

    @Test
    void noTwoActsHaveOneCode() {
        assertThat(ACTS.stream().map(ActType::code)).doesNotHaveDuplicates();
        assertThat(ACTS.stream().map(ActType::code)).allMatch(c -> c.matches("[a-z]+\\.[a-z-]+"));
    }

    private static String word(Language language, ActType act) {
        return WORDS.say(language, "act." + act.code());
    }
}

package org.danaya.defence.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.sigma.lint.Linter;
import org.danaya.sigma.rule.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library's codes and the bundles' sentences: none is missing, none is left over. */
class CheckWordsTest {

    private static final Words WORDS = Words.load();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCheckAndCauseHasItsSentenceAndNoSentenceIsLeftOver(Language language) {
        List<String> wanted =
                Stream.concat(
                                Linter.checks().stream().map(about -> "rules.check." + about.id()),
                                Arrays.stream(Cause.values())
                                        .map(cause -> "rules.refused." + cause.code()))
                        .toList();
        assertThat(
                        WORDS.keySet(language).stream()
                                .filter(key -> key.matches("rules\\.(check|refused)\\..*")))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** The library has its own English words, for whoever uses it without the platform. */
    @Test
    void theEnglishSentencesAreThoseOfTheLibrary() {
        List<String> different = new ArrayList<>();
        for (Linter.About about : Linter.checks()) {
            compare("rules.check." + about.id(), about.words(), different);
        }
        for (Cause cause : Cause.values()) {
            compare("rules.refused." + cause.code(), cause.about(), different);
        }
        assertThat(different).isEmpty();
    }

    private static void compare(String key, String words, List<String> different) {
        String typeset = words.replace('\'', '’').replace('«', '“').replace('»', '”');
        String sentence = WORDS.sentence(Language.ENGLISH, key);
        if (!sentence.equalsIgnoreCase(typeset)) {
            different.add(key + "=" + typeset);
        }
    }
}

package org.danaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.danaya.base.FaultCode;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that people see: in both languages, well typed, none missing. */
class WordsTest {

    private static final Words WORDS = Words.load();

    /** An apostrophe that quotes in a message format, and isn’t typographic. */
    private static final Pattern STRAIGHT = Pattern.compile("['\"]");

    /** A high punctuation mark after an ordinary space, or a guillemet beside one. */
    private static final Pattern ORDINARY_SPACE = Pattern.compile(" [:;?!»]|« ");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(WORDS.keySet(Language.ENGLISH)))
                .isEqualTo(new TreeSet<>(WORDS.keySet(Language.FRENCH)));
    }

    @Test
    void bothLanguagesNameTheSameFacts() {
        List<String> different =
                WORDS.keySet(Language.FRENCH).stream()
                        .filter(
                                key ->
                                        !places(Language.FRENCH, key)
                                                .equals(places(Language.ENGLISH, key)))
                        .sorted()
                        .toList();
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void apostrophesAndQuotationMarksAreTypographic(Language language) {
        assertThat(matching(language, STRAIGHT)).isEmpty();
    }

    @Test
    void frenchPunctuationFollowsANoBreakSpace() {
        assertThat(matching(Language.FRENCH, ORDINARY_SPACE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFaultHasItsSentence(Language language) {
        List<String> silent =
                Declared.constantsOf(FaultCode.class).stream()
                        .map(fault -> "fault." + fault.code())
                        .filter(key -> !WORDS.has(language, key))
                        .toList();
        assertThat(silent).isEmpty();
    }

    private static Set<String> places(Language language, String key) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{(\\d)")
                .matcher(WORDS.sentence(language, key))
                .results()
                .forEach(result -> places.add(result.group(1)));
        return places;
    }

    private static List<String> matching(Language language, Pattern pattern) {
        return WORDS.keySet(language).stream()
                .filter(key -> pattern.matcher(WORDS.sentence(language, key)).find())
                .map(
                        key ->
                                key
                                        + "="
                                        + new MessageFormat(WORDS.sentence(language, key))
                                                .toPattern())
                .sorted()
                .toList();
    }
}

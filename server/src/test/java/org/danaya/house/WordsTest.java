package org.danaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** What isn't French prose in a Markdown file: code, addresses, rules of tables, pictures. */
    private static final Pattern NOT_PROSE =
            Pattern.compile(
                    "(?s)```.*?```|`[^`\n]*`|\\]\\([^)]*\\)|!(?=\\[)|https?://\\S+"
                            + "|(?m)^\\|[-:| ]+\\|$|\\*In English:[^\n]*");

    /** As {@link #ORDINARY_SPACE}, and no space at all. */
    private static final Pattern NO_BREAK_SPACE_MISSING =
            Pattern.compile(
                    "(?<![\\x{a0}\\x{202f}?!…])[;:?!](?=[\\s*)»”|]|$)"
                            + "|(?<![\\x{a0}\\x{202f}])»|«(?![\\x{a0}\\x{202f}])",
                    Pattern.MULTILINE);

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

    @ParameterizedTest
    @EnumSource(Language.class)
    void numbersChooseTheirWords(Language language) {
        assertThat(matching(language, Pattern.compile("\\p{L}\\((?:s|x|e|es|ies)\\)"))).isEmpty();
        assertThat(WORDS.say(language, "observation.done.submit", 1)).contains("observation ");
        assertThat(WORDS.say(language, "observation.done.submit", 2)).contains("2 observations ");
    }

    @Test
    void frenchPunctuationFollowsANoBreakSpace() {
        assertThat(matching(Language.FRENCH, ORDINARY_SPACE)).isEmpty();
    }

    @Test
    void frenchDocumentsAreTypedAsFrenchIs() {
        List<String> french =
                Tree.files(".md").stream()
                        .filter(path -> isFrench(Tree.read(path)))
                        .map(
                                path ->
                                        path
                                                + "\n"
                                                + NOT_PROSE
                                                        .matcher(Tree.read(path))
                                                        .replaceAll("x"))
                        .toList();
        assertThat(french).hasSizeGreaterThan(5);
        assertThat(french.stream().flatMap(WordsTest::mistyped)).isEmpty();
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

    /** Whether a text has more of the small words of French than of those of English. */
    private static boolean isFrench(String text) {
        return count(text, "\\b(le|la|les|une|est|et)\\b")
                > count(text, "\\b(the|of|and|is|to)\\b");
    }

    private static long count(String text, String words) {
        return Pattern.compile(words).matcher(text).results().count();
    }

    private static Stream<String> mistyped(String text) {
        return NO_BREAK_SPACE_MISSING
                .matcher(text)
                .results()
                .map(
                        found ->
                                text.lines().findFirst().orElseThrow()
                                        + ": "
                                        + text.substring(
                                                Math.max(0, found.start() - 25), found.end()));
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

package org.danaya.text.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that forms add: in both languages, well typed, none missing. */
class LegendTest {

    private static final Pattern UGLY =
            Pattern.compile("(?<![\\x{a0}\\x{202f}])[;:?!»]|«(?!\\x{a0})");

    @Test
    void bothLanguagesHaveTheSameKeysAndFacts() {
        assertEquals(new TreeSet<>(Legend.FRENCH.keys()), new TreeSet<>(Legend.ENGLISH.keys()));
        for (String key : Legend.FRENCH.keys()) {
            assertEquals(places(Legend.FRENCH.pattern(key)), places(Legend.ENGLISH.pattern(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Legend.class)
    void apostrophesAreTypographic(Legend legend) {
        for (String key : legend.keys()) {
            assertFalse(legend.pattern(key).contains("'"), key);
        }
    }

    @Test
    void frenchPunctuationFollowsANoBreakSpace() {
        for (String key : Legend.FRENCH.keys()) {
            assertFalse(UGLY.matcher(Legend.FRENCH.pattern(key)).find(), key);
        }
    }

    @Test
    void whoReadsNoEnglishReadsFrench() {
        assertEquals(Legend.ENGLISH, Legend.of("en-GB"));
        assertEquals(Legend.FRENCH, Legend.of("bm"));
        assertEquals(Legend.FRENCH, Legend.of(""));
        assertEquals("Page 3 of 1,200", Legend.ENGLISH.say("page", 3, 1_200));
        assertThrows(IllegalArgumentException.class, () -> Legend.FRENCH.say("no such key"));
    }

    private static Set<String> places(String pattern) {
        return Pattern.compile("\\{(\\d)")
                .matcher(pattern)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }
}

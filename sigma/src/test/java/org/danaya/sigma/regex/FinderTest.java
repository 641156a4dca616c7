package org.danaya.sigma.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.danaya.sigma.search.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinderTest {

    private static final int ROUNDS = 20_000;
    private static final int TEXTS = 8;

    @Test
    void itFindsWhatRe2Finds() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("FinderTest seed " + seed);
        Random random = new Random(seed);
        int understood = 0;
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String expression = RandomExpressions.next(random);
            boolean ignoreCase = random.nextInt(3) == 0;
            boolean multiLine = random.nextInt(3) == 0;
            boolean dotAll = random.nextInt(3) == 0;
            Optional<Finder> finder = Finder.of(expression, ignoreCase, multiLine, dotAll);
            if (finder.isEmpty()) {
                continue;
            }
            understood++;
            Pattern judge = pattern(expression, ignoreCase, multiLine, dotAll);
            for (int i = 0; i < TEXTS; i++) {
                String text = RandomExpressions.text(random);
                boolean wanted = judge.matcher(text).find();
                assertEquals(
                        wanted ? Finder.Answer.FOUND : Finder.Answer.NOT_FOUND,
                        find(finder.get(), text),
                        () -> "seed " + seed + ": " + expression + " in " + text);
                if (wanted) {
                    found++;
                    assertNeedsAreThere(finder.get(), expression, text);
                }
            }
        }
        assertTrue(understood > ROUNDS / 2, "Too few are understood: " + understood);
        assertTrue(found > ROUNDS, "Too few are found: " + found);
    }

    /**
     * RE2/J 1.8 takes what neighbouring choices begin with out of them, also where only one of them
     * ignores case: it doesn't find {@code A\w|(?i:a)} in {@code a}. What is never found between
     * them keeps them apart.
     */
    private static Pattern pattern(
            String expression, boolean ignoreCase, boolean multiLine, boolean dotAll) {
        return Pattern.compile(
                expression.replace("|", "|[^\\x00-\\x{10FFFF}]|"),
                (ignoreCase ? Pattern.CASE_INSENSITIVE : 0)
                        | (multiLine ? Pattern.MULTILINE : 0)
                        | (dotAll ? Pattern.DOTALL : 0));
    }

    private static Finder.Answer find(Finder finder, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return finder.find(Arrays.copyOf(bytes, bytes.length + Words.PADDING), bytes.length);
    }

    private static void assertNeedsAreThere(Finder finder, String expression, String text) {
        String folded = text.toLowerCase(java.util.Locale.ROOT);
        int at = 0;
        for (String literal : finder.literals()) {
            int there = folded.indexOf(literal.toLowerCase(java.util.Locale.ROOT), at);
            assertTrue(there >= 0, () -> expression + " needs " + literal + " in " + text);
            at = there + literal.length();
        }
        int characters = text.codePointCount(0, text.length());
        assertTrue(finder.length() <= characters, () -> expression + " in " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "(?i)(set).*&&\\s?set.*(environment|invoke).*&&.*\" ~ et,&&,et,&&,\" ~ 17",
                "\\s[a-f0-9]{64}\\s[a-f0-9]{16} ~ '' ~ 82",
                ".{1000,} ~ '' ~ 1000",
                "ab+c?d ~ ab,d ~ 3",
                "(?i)task ~ ta ~ 4",
                "a(b|cd)e ~ a,e ~ 3",
            })
    void itTellsWhatATextNeeds(String expression, String literals, int length) {
        Finder finder = Finder.of(expression, false, false, false).orElseThrow();
        assertEquals(
                literals.equals("''") ? List.of() : List.of(literals.split(",")),
                finder.literals());
        assertEquals(length, finder.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[:alpha:]]", "\\pL", "\\Qa.b\\E", "(?i)é", "(?P<n>a)", "\\07"})
    void whatIsntUnderstoodIsLeftToOthers(String expression) {
        assertEquals(Optional.empty(), Finder.of(expression, false, false, false));
    }

    @Test
    void bytesThatAreNoTextAreLeftToOthers() {
        Finder finder = Finder.of("b", false, false, false).orElseThrow();
        byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82, 'b', 0, 0, 0, 0, 0, 0, 0, 0};
        assertEquals(Finder.Answer.NOT_TEXT, finder.find(bytes, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{1,02}", "a{01}", "a{01,}", "a{,2}", "a{1,x}", "a{"})
    void bracesThatRepeatNothingAreCharacters(String expression) {
        Finder finder = Finder.of(expression, false, false, false).orElseThrow();
        assertEquals(Finder.Answer.NOT_FOUND, find(finder, "aa"));
        assertEquals(Finder.Answer.FOUND, find(finder, expression));
    }

    /** Without a bound on states this one would have a million of them. */
    @Test
    void statesThatExplodeAreForgotten() {
        Finder finder = Finder.of("(a|b)*a(a|b){20}c", false, false, false).orElseThrow();
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(random.nextBoolean() ? 'a' : 'b');
        }
        assertEquals(Finder.Answer.NOT_FOUND, find(finder, text.toString()));
        assertEquals(Finder.Answer.FOUND, find(finder, text + "a" + "b".repeat(20) + "c"));
    }
}

package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "F: a ~ F [a]",
                "F: '' ~ F [empty]",
                "F: null ~ F [null]",
                "F: 'null' ~ F [null]",
                "F: 4 ~ F [#4]",
                "F: '4' ~ F [4]",
                "F: 0x1F ~ F [#31]",
                "F: true ~ F [true]",
                "F: 'a*b?c' ~ F [a*b?c]",
                "F|contains: a ~ F [*a*]",
                "F|contains: 'a*' ~ F [*a*]",
                "F|contains: '' ~ F [*]",
                "F|contains: 12 ~ F [*12*]",
                "F|startswith: a ~ F [a*]",
                "F|endswith: a ~ F [*a]",
                "F|endswith|cased: a ~ F [cased *a]",
                "F: [a, b] ~ F [a, b]",
                "F|all: [a, b] ~ F all [a, b]",
                "F|contains|all: [a, b] ~ F all [*a*, *b*]",
                "F|all: [a] ~ F [a]",
                "F|neq: a ~ F [not a]",
                "F|neq: [a, 4] ~ F all [not a, not #4]",
                "F|exists: true ~ F [exists]",
                "F|exists: false ~ F [missing]",
                "F|re: 'a.b' ~ F [/a.b/]",
                "F|re|i|m|s: 'a.b' ~ F [/a.b/ims]",
                "F|neq|re: a ~ F [not /a/]",
                "F|cidr: 10.1.2.3/8 ~ F [10.0.0.0/8]",
                "F|cidr: 2001:db8::/33 ~ F [2001:0db8:0000:0000:0000:0000:0000:0000/33]",
                "F|lt: 4 ~ F [LT 4]",
                "F|gte: '4.5' ~ F [GTE 4.5]",
                "F|hour: 4 ~ F [HOUR EQ 4]",
                "F|hour|lt: 4 ~ F [HOUR LT 4]",
                "F|neq|week: 4 ~ F [not WEEK EQ 4]",
                "F|fieldref: G ~ F [->G WHOLE]",
                "F|fieldref|endswith|cased: G ~ F [->G END cased]",
                "F|fieldref|neq: G ~ F [not ->G WHOLE]",
                "F|base64: cmd ~ F [Y21k]",
                "F|wide|base64: cmd ~ F [YwBtAGQA]",
                "F|utf16le|base64: cmd ~ F [YwBtAGQA]",
                "F|utf16be|base64: cmd ~ F [AGMAbQBk]",
                "F|utf16|base64: cmd ~ F [//5jAG0AZAA=]",
                "F|base64offset|contains: foobar ~ F [*Zm9vYmFy*, *Zvb2Jhc*, *mb29iYX*]",
                "F|windash: 'x' ~ F [x]",
                "F|windash|contains: ' -a' ~ F [* -a*, * /a*, * –a*, * —a*, * ―a*]",
                "F|windash: '/a' ~ F [-a, /a, –a, —a, ―a]",
                "'|all': [a, b] ~ anywhere all [*a*, *b*]",
                "'|re': a ~ anywhere [/a/]",
                "'|startswith': a ~ anywhere [a*]",
                "'|cased': a ~ anywhere [cased *a*]",
            })
    void areWorkedOff(String item, String shown) {
        assertEquals(shown, Documented.shown(Documented.selection(item)));
    }

    @Test
    void withAllAValueThatBecameAlternativesNeedsOneOfThem() {
        assertEquals(
                "(F [*-a*, */a*, *–a*, *—a*, *―a*] and F [*b*])",
                Documented.shown(Documented.selection("F|windash|contains|all: ['-a', b]")));
    }

    @Test
    void placeholdersBecomeTheirValues() {
        Map<String, List<String>> placeholders = Map.of("Servers", List.of("srv*", "db"));
        assertEquals(
                "F [*\\srv*, *\\db]",
                Documented.shown(
                        Documented.selection("F|endswith|expand: '\\\\%Servers%'", placeholders)));
        assertEquals(
                "F [%plainsrv*, %plaindb]",
                Documented.shown(
                        Documented.selection("F|expand: '\\%plain%Servers%'", placeholders)));
        assertEquals(
                "F [%Servers%]",
                Documented.shown(Documented.selection("F: '%Servers%'", placeholders)));
        assertEquals(
                "F [100%]",
                Documented.shown(Documented.selection("F|expand: '100%'", placeholders)));
        assertEquals(
                Cause.PLACEHOLDER_UNKNOWN,
                Documented.cause(Documented.rule("F|expand: '%Others%'")));
    }

    /** The five possibilities of «Escape Character». */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a\\b ~ a\\b ~ 1",
                "a\\\\b ~ a\\b ~ 1",
                "a\\*b ~ a*b ~ 1",
                "a\\?b ~ a?b ~ 1",
                "a\\\\*b ~ a\\*b ~ 3",
                "a\\\\\\*b ~ a\\*b ~ 1",
                "a\\\\\\\\b ~ a\\\\b ~ 1",
                "a\\\\\\b ~ a\\\\b ~ 1",
                "a\\ ~ a\\ ~ 1",
                "a** ~ a* ~ 2"
            })
    void backslashesEscapeWildcardsAndThemselves(String written, String shown, int parts) {
        Selection selection = Documented.selection("F: '" + written + "'");
        assertEquals("F [" + shown + "]", Documented.shown(selection));
        var match = (Selection.FieldMatch) selection;
        assertEquals(parts, ((ValueTest.Glob) match.tests().getFirst()).parts().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F|contains|startswith: a",
                "F|re|contains: a",
                "F|i: a",
                "F|i|re: a",
                "F|re|i|cased: a",
                "F|exists|neq: true",
                "F|lt|gt: 1",
                "F|lt|contains: 1",
                "F|cidr|cased: 10.0.0.0/8",
                "F|hour|day: 1",
                "F|all|neq: [a, b]",
                "F|wide|utf16: a",
                "F|base64|wide: a",
                "F|base64|windash: a",
                "F|wide|expand: a",
                "F|fieldref|re: G",
                "F|contains|contains: a",
                "'|exists': true",
                "'|lt': 1",
                "'|neq': a",
                "F|neq|lt|hour: 1"
            })
    void wrongCombinationsAreRefused(String item) {
        assertEquals(Cause.MODIFIER_COMBINATION, Documented.cause(Documented.rule(item)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "F|similar: a ~ MODIFIER_UNKNOWN",
                "F|: a ~ MODIFIER_UNKNOWN",
                "F|Contains: a ~ MODIFIER_UNKNOWN",
                "F|contains: null ~ VALUE_TYPE",
                "F|exists: 1 ~ VALUE_TYPE",
                "F|exists: 'true' ~ VALUE_TYPE",
                "F|lt: a ~ VALUE_NUMBER",
                "F|cidr: a ~ VALUE_NETWORK",
                "F|cidr: 10.0.0.0/33 ~ VALUE_NETWORK",
                "F|base64: 'a*' ~ VALUE_WILDCARD",
                "F|contains|base64: a ~ VALUE_WILDCARD",
                "F|base64: '' ~ VALUE_WILDCARD",
                "F|base64offset: a ~ VALUE_TYPE",
                "F|re: '(?=a)' ~ REGEX_UNSUPPORTED",
                "F|re: '(a)\\1' ~ REGEX_UNSUPPORTED",
                "F|re: '(' ~ REGEX_UNSUPPORTED",
                "F|re: '((a{100}){100}){100}' ~ REGEX_TOO_LARGE",
                "F|re: '((a{100})(?i){100})(?i){100}' ~ REGEX_TOO_LARGE",
                "F|re: '((a{100})*(?i){100})*(?i){100}' ~ REGEX_TOO_LARGE",
                "F|re: '\\Q[\\E((a{100}){100}){100}]' ~ REGEX_TOO_LARGE",
                "F|re: '(((a{100}\\Q)\\E)\\Q)\\E){90}\\Q)\\E){90}' ~ REGEX_TOO_LARGE",
                "F|re|i: '[a-\uFFFD]' ~ REGEX_UNSUPPORTED",
                "F|re: 'a(?s-i:b)(?i)[^\\x80-\\x{ffff}]' ~ REGEX_UNSUPPORTED",
                "F|re|i: '[^--\u212A]' ~ REGEX_UNSUPPORTED",
                "F|re|i: '\\x{1C85}' ~ REGEX_UNSUPPORTED",
                "F|re|i: '[a\u1C88]' ~ REGEX_UNSUPPORTED",
                "F|windash: '-------' ~ SELECTION_TOO_LARGE",
                "F: [] ~ SELECTION_EMPTY",
                "F: [[a]] ~ SELECTION_FORM",
                "F: {a: b} ~ SELECTION_FORM",
                "'': null ~ VALUE_TYPE",
            })
    void wrongValuesAreRefused(String item, Cause cause) {
        assertEquals(cause, Documented.cause(Documented.rule(item)));
    }
}

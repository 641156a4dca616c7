package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Locale;
import java.util.Random;
import org.danaya.verify.Reason;
import org.junit.jupiter.api.Test;

class ShortCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static ShortCode random(Random random) {
        return ShortCode.of(random.nextLong() >>> 14);
    }

    private static String bare(ShortCode code) {
        return code.toString().replace("-", "");
    }

    @Test
    void anyOneWrongCharacterIsFoundAndMended() {
        Random random = MandateSealTest.seeded("ShortCodeTest");
        for (int i = 0; i < 50; i++) {
            ShortCode code = random(random);
            assertEquals(new ShortCode.Reading.Good(code), ShortCode.read(code.toString()));
            for (int at = 0; at < ShortCode.CHARACTERS; at++) {
                for (int symbol = 0; symbol < ALPHABET.length(); symbol++) {
                    char c = ALPHABET.charAt(symbol);
                    StringBuilder wrong = new StringBuilder(bare(code));
                    char right = wrong.charAt(at);
                    wrong.setCharAt(at, c);
                    if (c != right) {
                        assertEquals(
                                new ShortCode.Reading.Doubtful(at + 1, c, right, code),
                                ShortCode.read(wrong.toString()));
                    }
                }
            }
        }
    }

    @Test
    void anyTwoWrongCharactersAreFound() {
        Random random = MandateSealTest.seeded("ShortCodeTest");
        String code = bare(random(random));
        for (int a = 0; a < code.length(); a++) {
            for (int b = a + 1; b < code.length(); b++) {
                for (int i = 0; i < 31 * 31; i++) {
                    StringBuilder wrong = new StringBuilder(code);
                    wrong.setCharAt(a, other(code.charAt(a), 1 + i / 31));
                    wrong.setCharAt(b, other(code.charAt(b), 1 + i % 31));
                    assertFalse(ShortCode.read(wrong.toString()) instanceof ShortCode.Reading.Good);
                }
            }
        }
    }

    private static char other(char c, int steps) {
        return ALPHABET.charAt((ALPHABET.indexOf(c) + steps) % 32);
    }

    @Test
    void whatPeopleTypeIsUnderstood() {
        ShortCode code = ShortCode.of(0x0_0000_0000_0421L);
        assertEquals("0000000111", code.data());
        String typed = code.toString().toLowerCase(Locale.ROOT).replace('1', 'l').replace('0', 'o');
        assertEquals(new ShortCode.Reading.Good(code), ShortCode.read(" " + typed + "\n"));
        assertEquals(
                new ShortCode.Reading.Good(code),
                ShortCode.read(code.toString().replace('-', '\u2013').replace('1', 'I')));
        assertWrong(Reason.CODE_CHARACTER, 3, "00U0-0001-1100");
        assertWrong(Reason.CODE_CHARACTER, 1, "é");
        assertWrong(Reason.CODE_LENGTH, 11, "0000-0001-110");
        assertWrong(Reason.CODE_LENGTH, 0, "");
        assertInstanceOf(ShortCode.Reading.Wrong.class, ShortCode.read("7".repeat(1_000_000)));
    }

    private static void assertWrong(Reason reason, int place, String typed) {
        assertEquals(new ShortCode.Reading.Wrong(reason, place), ShortCode.read(typed));
    }
}

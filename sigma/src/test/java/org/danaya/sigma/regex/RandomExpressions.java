package org.danaya.sigma.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Random;

/** Random regular expressions of RE2 over few letters, and texts in which they may be found. */
final class RandomExpressions {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "k",
                    "S",
                    "é",
                    "-",
                    " ",
                    "\\n",
                    "\\.",
                    "\\\\",
                    ".",
                    "^",
                    "$",
                    "\\b",
                    "\\B",
                    "\\A",
                    "\\z",
                    "\\d",
                    "\\D",
                    "\\w",
                    "\\W",
                    "\\s",
                    "\\S",
                    "[ab]",
                    "[^ab]",
                    "[a-k]",
                    "[^a-k\\d]",
                    "[\\w-]",
                    "[]a]",
                    "[a-]",
                    "[\\s.]",
                    "\\x41",
                    "{",
                    "}",
                    "]",
                    "(?i)",
                    "(?-i)",
                    "(?m)",
                    "\"",
                    "a{",
                    "1,02",
                    "[^\\W]",
                    "[é-ü]",
                    "ſ",
                    "\u212A");

    private static final List<String> REPEATS =
            List.of(
                    "*", "+", "?", "{2}", "{1,}", "{0,2}", "{2,3}", "*?", "+?", "??", "{0}",
                    "{1,02}");

    private static final List<String> CHARACTERS =
            List.of(
                    "a",
                    "b",
                    "k",
                    "K",
                    "s",
                    "S",
                    "A",
                    "é",
                    "ü",
                    "-",
                    " ",
                    "\n",
                    ".",
                    "\\",
                    "0",
                    "7",
                    "_",
                    "{",
                    "}",
                    "]",
                    "\"",
                    "ſ",
                    "\u212A",
                    "\uD83D\uDE00");

    private RandomExpressions() {}

    static String next(Random random) {
        String expression = choice(random, 0);
        while (!isRight(expression)) {
            expression = choice(random, 0);
        }
        return expression;
    }

    private static boolean isRight(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static String choice(Random random, int depth) {
        StringBuilder all = new StringBuilder(sequence(random, depth));
        while (random.nextInt(4) == 0) {
            all.append('|').append(sequence(random, depth));
        }
        return all.toString();
    }

    private static String sequence(Random random, int depth) {
        StringBuilder all = new StringBuilder();
        int parts = random.nextInt(5);
        for (int i = 0; i < parts; i++) {
            if (depth < 3 && random.nextInt(4) == 0) {
                String begin = List.of("(", "(?:", "(?i:", "(?s-i:", "(?m:").get(random.nextInt(5));
                all.append(begin).append(choice(random, depth + 1)).append(')');
            } else {
                all.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (random.nextInt(3) == 0) {
                all.append(REPEATS.get(random.nextInt(REPEATS.size())));
            }
        }
        return all.toString();
    }

    static String text(Random random) {
        StringBuilder all = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            all.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return all.toString();
    }
}

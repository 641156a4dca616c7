package org.danaya.sigma.engine;

import java.util.List;
import java.util.Random;

/** Events of few names and few values, so that rules meet them; written in many ways. */
final class RandomEvents {

    static final List<String> NAMES = List.of("A", "B", "a", "a.b", "a.b.c", "b", "b.c", "c", "é");

    static final List<String> VALUES =
            List.of(
                    "",
                    "a",
                    "ab",
                    "AB",
                    "abc",
                    "aXb",
                    "É",
                    "été",
                    "10",
                    "1e1",
                    "-5",
                    "10.0.0.7",
                    "fe80::1",
                    "2026-01-15T10:58:38Z",
                    "x\\y\"z\n",
                    "true",
                    "cmd.exe /c whoami",
                    "C:\\Windows\\System32\\cmd.exe",
                    "powershell -enc AAAA",
                    "\uD83D\uDE00 €");

    private static final String LETTERS = "abAB\\* ?é€.1";

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    String next() {
        return object(0);
    }

    private String object(int depth) {
        StringBuilder text = new StringBuilder("{");
        int keys = random.nextInt(6);
        for (int i = 0; i < keys; i++) {
            if (i > 0) {
                text.append(blank()).append(',');
            }
            text.append(blank()).append(string(NAMES.get(random.nextInt(NAMES.size()))));
            text.append(blank()).append(':').append(blank()).append(value(depth + 1));
        }
        return text.append(blank()).append('}').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 8 : 12)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 -> List.of("10", "-5", "1.50", "1E1", "0", "1768474718").get(random.nextInt(6));
            case 3, 4, 5, 6 -> string(VALUES.get(random.nextInt(VALUES.size())));
            case 7 -> string(word(random));
            case 8, 9 -> list(depth);
            default -> object(depth);
        };
    }

    private String list(int depth) {
        StringBuilder text = new StringBuilder("[");
        int items = random.nextInt(4);
        for (int i = 0; i < items; i++) {
            text.append(i > 0 ? "," : "").append(blank()).append(value(depth + 1));
        }
        return text.append(blank()).append(']').toString();
    }

    static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private String blank() {
        return random.nextInt(8) == 0
                ? List.of(" ", "\n", "\t ", "\r\n").get(random.nextInt(4))
                : "";
    }

    private String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                text.append('\\').append((char) c);
                            } else if (c == '\n') {
                                text.append("\\n");
                            } else if (random.nextInt(12) == 0) {
                                for (char unit : Character.toChars(c)) {
                                    text.append(String.format("\\u%04X", (int) unit));
                                }
                            } else {
                                text.appendCodePoint(c);
                            }
                        });
        return text.append('"').toString();
    }
}

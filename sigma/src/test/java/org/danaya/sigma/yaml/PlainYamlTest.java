package org.danaya.sigma.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.danaya.sigma.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the plain reader answers, the real parser answers the same. */
class PlainYamlTest {
    private static final String PIECES = "ab:  \n\n\n  -'\"#|>\\1~&*{[,!?%";

    @Test
    void onTheCorpusItAnswersAsTheParserDoesAndMostly() throws IOException, YamlDefect {
        int plain = 0;
        int all = 0;
        for (Path folder : Corpora.rules()) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(folder)) {
                files = walk.filter(file -> file.toString().endsWith(".yml")).toList();
            }
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                Yaml yaml = PlainYaml.read(text);
                all++;
                if (yaml != null) {
                    plain++;
                    assertEquals(YamlReader.parse(text), yaml, file.toString());
                }
            }
        }
        System.out.println(plain + " of " + all + " files are plain YAML");
        assertTrue(plain > all * 0.9, plain + " of " + all);
    }

    @Test
    void onBrokenAndOddTextItAnswersAsTheParserDoesOrNothing() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 60_000; round++) {
            List<String> lines = new ArrayList<>();
            for (int line = random.nextInt(5); line >= 0; line--) {
                lines.add(
                        " ".repeat(random.nextInt(4))
                                + (random.nextBoolean() ? "- " : "")
                                + (random.nextBoolean() ? "k" + random.nextInt(9) + ": " : "")
                                + pieces(random));
            }
            String text = String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
            check(text, "seed " + seed);
        }
    }

    /**
     * Rules as people might spoil them: characters changed, lines moved in and out, doubled,
     * dropped, joined.
     */
    @Test
    void onSpoiltRulesItAnswersAsTheParserDoesOrNothing() throws IOException {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        var random = new Random(seed);
        List<String> rules = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Corpora.rules().get(2))) {
            for (Path file :
                    walk.filter(file -> file.toString().endsWith(".yml")).sorted().toList()) {
                rules.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        int plain = 0;
        int rounds = Integer.getInteger("yaml.rounds", 3000);
        for (int round = 0; round < rounds; round++) {
            List<String> lines =
                    new ArrayList<>(rules.get(random.nextInt(rules.size())).lines().toList());
            int from = random.nextInt(lines.size());
            lines =
                    new ArrayList<>(
                            lines.subList(
                                    from, Math.min(lines.size(), from + 1 + random.nextInt(25))));
            for (int times = random.nextInt(4); times >= 0; times--) {
                spoil(lines, random);
            }
            String text = String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
            plain += PlainYaml.read(text) == null ? 0 : 1;
            check(text, "seed " + seed + " round " + round);
        }
        System.out.println(plain + " of " + rounds + " spoilt rules are plain YAML still");
    }

    private static void spoil(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int middle = random.nextInt(line.length() + 1);
        lines.set(
                at,
                switch (random.nextInt(8)) {
                    case 0 -> " ".repeat(random.nextInt(5)) + line;
                    case 1 -> line.substring(Math.min(line.length(), random.nextInt(5)));
                    case 2 -> line + "\n" + line;
                    case 3 -> line.substring(0, middle);
                    case 4 -> line.substring(0, middle) + "\n" + line.substring(middle);
                    case 5 ->
                            line.substring(0, middle)
                                    + PIECES.charAt(random.nextInt(PIECES.length()))
                                    + line.substring(middle);
                    case 6 -> line + " # note";
                    default -> "";
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\n",
                "a: |\n  x\n\n\n",
                "a: |-\n  x\n   y\n",
                "a:\n- b\n- c",
                "- a: 1\n  b: 2\n- c: 3",
                "a: 'x''y' # c",
                "a: x # y\n b: z",
                "a: b: c",
                "a:b",
                "'a' : b",
                "\"a\\tb\": c",
                "a: -",
                "a: - b",
                "a: #\n",
                "a: x\n# c\n  y",
                "a:\n  # c\n  b: c\n",
                "- - a",
                "a: |\n x\n  \n   \n y\n",
                "a: |\n\n x",
                "a\n",
                "a:\n b\n",
                "--- \na: b",
                "a: 'b\n c'",
                "a: b #\n",
                "a: b#c",
                "a: b'c",
                "- 'a': b\n  c: d\n-\n  e: f\n-\n- g",
                "a: |\n  x\nb: |\n  y",
                "a: |\n  x",
                "a: 'b' c",
                "a: 'b': c",
                "a:  ",
                "a: ''",
                "? a\n: b",
                "a: *b",
                "a: &b c",
                "a: !!str 1",
                "a: [b]",
                "a: b\n- c",
                "a: |\n  x\n # y\nb: c",
                "a: |\n  x\n # y\n",
                "a: x\n\n\n  # c\nb: d",
                ":a: b",
                "-a: b",
                "a: b:",
                "a: x:y\n"
            })
    void onKnownTextItAnswersAsTheParserDoesOrNothing(String text) {
        check(text, "");
    }

    private static String pieces(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return text.toString();
    }

    private static void check(String text, String why) {
        Yaml yaml = PlainYaml.read(text);
        if (yaml != null) {
            Yaml parsed = null;
            try {
                parsed = YamlReader.parse(text);
            } catch (YamlDefect e) {
                why += " " + e.words();
            }
            assertEquals(parsed, yaml, why + " «" + text + "»");
        }
    }
}

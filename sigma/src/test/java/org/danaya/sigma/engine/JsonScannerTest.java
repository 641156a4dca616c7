package org.danaya.sigma.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.danaya.sigma.search.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in one reading is what is found in a tree. */
final class JsonScannerTest {

    private static final int ROUNDS = 3_000;
    private static final int EVENTS = 12;
    private static final List<String> PARTS = List.of("A", "B", "AB", "A B", "*", "#t");
    private static final List<String> KEYS =
            List.of("A", "B", "AB", "A B", " A", "B ", "*", "#t", "x", "\\u0041", "A\\u0020B");

    private static Names names(List<String> all, boolean spaceless) {
        Names.Collected collected = new Names.Collected();
        all.forEach(collected::number);
        return collected.done(spaceless);
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + Words.PADDING);
    }

    private static List<String> scanned(JsonScanner scanner, Names names, String event) {
        byte[] bytes = padded(event);
        Slots slots = new Slots();
        assertEquals(
                bytes.length - Words.PADDING,
                scanner.scan(bytes, 0, bytes.length - Words.PADDING, slots),
                event);
        return told(slots, names);
    }

    private static List<String> tree(Names names, boolean all, String event) {
        Slots slots = new Slots();
        JsonTree.fill(padded(event), 0, names, all, slots);
        return told(slots, names);
    }

    /** In no order; containers have no place, and say once that something is there. */
    private static List<String> told(Slots slots, Names names) {
        List<String> told = new ArrayList<>();
        for (int at = 0; at < slots.count; at++) {
            String name = slots.name[at] < 0 ? "" : names.name(slots.name[at]);
            String value = slots.kind[at] == Kind.CONTAINER ? "{}" : slots.text(at);
            told.add(name + "=" + value);
        }
        return told.stream().sorted().toList();
    }

    @Test
    void whatIsFoundAtOnceIsWhatATreeHas() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("JsonScannerTest seed " + seed);
        Random random = new Random(seed);
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                asked.add(joined(random, PARTS));
            }
            boolean spaceless = random.nextBoolean();
            Names names = names(asked.stream().distinct().toList(), spaceless);
            JsonScanner scanner = new JsonScanner(names, false);
            for (int i = 0; i < EVENTS; i++) {
                String event = object(random, 0);
                List<String> wanted = tree(names, false, event);
                found += wanted.size();
                assertEquals(
                        wanted,
                        scanned(scanner, names, event),
                        () -> "seed " + seed + ": " + asked + " " + spaceless + " in " + event);
            }
        }
        assertTrue(found > ROUNDS, "Too little is found: " + found);
    }

    private static String joined(Random random, List<String> parts) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            some.add(parts.get(random.nextInt(parts.size())));
        }
        return String.join(".", some);
    }

    private static String object(Random random, int depth) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            String key = random.nextInt(3) == 0 ? joined(random, KEYS) : one(random);
            fields.add('"' + key + "\":" + value(random, depth));
        }
        return '{' + String.join(",", fields) + '}';
    }

    private static String one(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 2 : 6)) {
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> '"' + one(random) + '"';
            case 2 -> '[' + value(random, depth + 1) + ',' + value(random, depth + 1) + ']';
            default -> object(random, depth + 1);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "a.b.c ~ {\"a\":{\"b.c\":1},\"a.b.c\":2} ~ a.b.c=2",
                "w.d.PName,w.d.I ~ {\"w\":{\"d.P Name\":1,\"d.I\":2}} ~ w.d.I=2,w.d.PName=1",
                "PName ~ {\"PName\":1,\"P Name\":2} ~ PName=1",
                "FG.H ~ {\"FG\":{\"H\":1},\"F G\":{\"H\":2}} ~ FG.H=1",
                "F.G ~ {\"F.G\":1,\"F. G\":2} ~ F.G=1",
                "E.*.F ~ {\"E\":{\"X.F\":1}} ~ E.*.F=1",
                "E.*.F,E.B.Z ~ {\"E\":{\"B\":{\"F\":1}}} ~ E.*.F=1",
                "a.*,a.b ~ {\"a\":{\"b\":1}} ~ a.*=1,a.b=1",
                "*.G ~ {\"*\":{\"G\":1},\"A\":{\"G\":2}} ~ *.G=1",
                "*.G ~ {\"B\":{\"G\":1},\"A\":{\"G\":2}} ~ *.G=1,*.G=2",
            })
    void aNameIsFoundByTheLikestKeys(String asked, String event, String wanted) {
        Names names = names(List.of(asked.split(",")), true);
        assertEquals(List.of(wanted.split(",")), tree(names, false, event));
        assertEquals(
                List.of(wanted.split(",")), scanned(new JsonScanner(names, false), names, event));
    }

    /** Keys that aren't remembered are read rightly too. */
    @Test
    void ofAKeyThatStandsTwiceTheLastCountsHoweverManyKeysThereWere() {
        Names names = names(List.of("Image", "*.x"), false);
        JsonScanner scanner = new JsonScanner(names, false);
        for (int i = 0; i < 10_000; i++) {
            scanned(scanner, names, "{\"k" + i + "\":{\"y\":1}}");
        }
        assertEquals(
                List.of("*.x=2", "Image=b"),
                scanned(
                        scanner,
                        names,
                        "{\"Image\":\"a\",\"Image\":\"b\",\"new\":{\"x\":1},\"new\":{\"x\":2}}"));
    }
}

package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Events that are written in all the ways there are come out as they were made, whatever the size
 * of blocks and however the bytes come. The seed is printed; {@code -Ddanaya.seed} gives another.
 */
final class RandomBlocksTest {

    private final Random random = seeded();

    private static Random seeded() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("RandomBlocksTest: -Ddanaya.seed=" + seed);
        return new Random(seed);
    }

    /** An object; {@code line} is what may stand between its tokens. */
    private String object(int depth, String line) {
        StringBuilder json = new StringBuilder("{" + line);
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            json.append(i == 0 ? "" : "," + line);
            json.append('"').append(text()).append("\":").append(value(depth, line));
        }
        return json.append(line).append('}').toString();
    }

    private String value(int depth, String line) {
        return switch (random.nextInt(depth > 3 ? 3 : 5)) {
            case 0 -> '"' + text() + '"';
            case 1 -> "-1.5e3";
            case 2 -> "null";
            case 3 -> object(depth + 1, line);
            default ->
                    "["
                            + line
                            + object(depth + 1, line)
                            + ","
                            + value(depth + 1, line)
                            + line
                            + "]";
        };
    }

    private String text() {
        String[] parts = {
            "a", "\\\"", "\\\\", "{", "}", "[", "]", ",", "é", "\\n", " ", "x".repeat(40), ""
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private List<String> objects(String line) {
        List<String> objects = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            objects.add(object(0, line));
        }
        return objects;
    }

    private void given(List<String> events, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> wanted =
                events.stream()
                        .map(
                                event ->
                                        new String(
                                                event.getBytes(StandardCharsets.UTF_8),
                                                StandardCharsets.ISO_8859_1))
                        .toList();
        assertEquals(wanted, Collected.of(bytes), text);
        int block = 1 + random.nextInt(1 + random.nextInt(200));
        Sizes sizes = new Sizes(Inputs.LARGEST, block);
        Stored stored =
                new Stored(
                        new Trickle(bytes, random),
                        random.nextBoolean() ? bytes.length : InputFile.UNKNOWN_SIZE);
        assertEquals(
                wanted,
                Collected.of(Inputs.of(stored, null, sizes)),
                "block " + block + " of " + text);
    }

    @Test
    void whateverTheBlocksEventsAreTheSame() throws IOException {
        for (int round = 0; round < 2000; round++) {
            List<String> flat = objects("");
            given(flat, String.join(random.nextBoolean() ? "\n" : "\r\n\n", flat));
            List<String> pretty = objects(random.nextBoolean() ? "\n" : "\n  ");
            given(pretty, String.join(random.nextBoolean() ? "\n" : "", pretty));
            given(pretty, "[" + String.join(random.nextBoolean() ? ",\n" : ",", pretty) + "]\n");
            given(pretty, "{\"Records\": [" + String.join(" , ", pretty) + "]}");
            List<String> two = new ArrayList<>(pretty);
            two.addAll(flat);
            String wrapped = "{\"records\":[" + String.join(",", flat) + "]}";
            given(two, "[" + String.join(",", pretty) + "]" + wrapped);
        }
    }

    @Test
    void whateverTheBlocksLargeOnesAreSetAside() throws IOException {
        for (int round = 0; round < 2000; round++) {
            String line = random.nextInt(3) == 0 ? "" : "\n";
            String[] opens = {"", "[", "{\"Records\":["};
            String text =
                    opens[random.nextInt(3)]
                            + String.join(random.nextBoolean() ? ",\n" : "\n", objects(line));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int largest = 1 + random.nextInt(60);
            List<String> wanted = Collected.of(bytes, new Sizes(largest, Sizes.BLOCK));
            int block = 1 + random.nextInt(1 + random.nextInt(200));
            assertEquals(
                    wanted,
                    Collected.of(bytes, new Sizes(largest, block)),
                    "largest " + largest + ", block " + block + " of " + text);
        }
    }
}

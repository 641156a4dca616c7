package org.danaya.sigma.correlate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compact stores, grown and shrunk at random beside the plain ones of the JDK. */
class StoresTest {
    private static final int STEPS = 60_000;

    private final long seed = Long.getLong("danaya.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Room room = new Room(Limits.of(Duration.ZERO));
    private final Mixer mixer = new Mixer();
    private final Texts texts = new Texts(room, mixer);

    @BeforeEach
    void tell() {
        System.out.println("StoresTest seed " + seed);
    }

    @Test
    void texts() {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(100) < grows(i)) {
                String text = text();
                int number = texts.add(text);
                Integer before = numbers.put(text, number);
                assertEquals(before == null ? number : before, number, text);
                counts.merge(text, 1, Integer::sum);
                held.add(text);
            } else if (!held.isEmpty()) {
                String text = swapOut(held);
                int number = numbers.getOrDefault(text, Texts.NONE);
                int kept = Math.min(text.length(), Texts.LONGEST);
                assertEquals(text.substring(0, kept), texts.text(number));
                texts.release(number);
                if (counts.merge(text, -1, Integer::sum) == 0) {
                    counts.remove(text);
                    numbers.remove(text);
                }
            }
            assertEquals(numbers.size(), texts.size());
        }
        held.forEach(text -> texts.release(numbers.getOrDefault(text, Texts.NONE)));
        assertEquals(0, room.bytes);
        assertEquals(0, texts.size());
    }

    @Test
    void tuples() {
        var tuples = new Tuples(3, 1, texts, room, mixer);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        List<List<Integer>> held = new ArrayList<>();
        int[] words = new int[40];
        Arrays.setAll(words, i -> i == 0 ? Texts.NONE : texts.add("word" + i));
        long bytes = room.bytes;
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(100) < grows(i)) {
                List<Integer> tuple =
                        List.of(
                                random.nextInt(20),
                                words[random.nextInt(40)],
                                words[random.nextInt(40)]);
                for (int k = 0; k < 3; k++) {
                    tuples.wanted[k] = tuple.get(k);
                }
                assertEquals(numbers.getOrDefault(tuple, Tuples.NONE), tuples.find());
                int number = tuples.add();
                numbers.put(tuple, number);
                assertEquals(counts.merge(tuple, 1, Integer::sum), tuples.count(number));
                held.add(tuple);
            } else if (!held.isEmpty()) {
                List<Integer> tuple = swapOut(held);
                int number = numbers.getOrDefault(tuple, Tuples.NONE);
                assertEquals(tuple.get(2), tuples.get(number, 2));
                boolean last = counts.merge(tuple, -1, Integer::sum) == 0;
                assertEquals(last, tuples.remove(number));
                if (last) {
                    counts.remove(tuple);
                    numbers.remove(tuple);
                }
            }
            assertEquals(numbers.size(), tuples.size());
        }
        held.forEach(tuple -> tuples.remove(numbers.getOrDefault(tuple, Tuples.NONE)));
        assertEquals(bytes, room.bytes);
    }

    @Test
    void trees() {
        var trees = new Trees(room, mixer);
        List<BigDecimal> sorted = new ArrayList<>();
        Map<BigDecimal, Integer> nodes = new HashMap<>();
        int root = Trees.NONE;
        for (int i = 0; i < STEPS / 4; i++) {
            if (random.nextInt(100) < grows(i * 4)) {
                BigDecimal number = new BigDecimal(random.nextInt(3_000)).movePointLeft(1);
                root = trees.add(root, number);
                nodes.put(number, trees.added());
                int at = Arrays.binarySearch(sorted.toArray(), number);
                sorted.add(at < 0 ? -1 - at : at, number);
            } else if (!sorted.isEmpty()) {
                BigDecimal number = sorted.remove(random.nextInt(sorted.size()));
                root = trees.remove(root, nodes.getOrDefault(number, Trees.NONE));
            }
            assertEquals(sorted.size(), trees.size(root));
            if (!sorted.isEmpty()) {
                int place = random.nextInt(sorted.size());
                assertEquals(sorted.get(place), trees.get(root, place));
            }
        }
        while (!sorted.isEmpty()) {
            root = trees.remove(root, nodes.getOrDefault(sorted.removeLast(), Trees.NONE));
        }
        assertEquals(Trees.NONE, root);
        assertEquals(0, room.bytes);
    }

    private record Hit(long time, long place, int rule, List<Integer> values) {}

    @Test
    void waiting() {
        var waiting = new Waiting(3, room);
        var expected =
                new PriorityQueue<Hit>(
                        Comparator.comparingLong(Hit::time).thenComparingLong(Hit::place));
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(100) < grows(i)) {
                long time = random.nextInt(3) == 0 ? random.nextInt(STEPS) : i;
                var hit =
                        new Hit(
                                time,
                                i,
                                random.nextInt(9),
                                List.of(i, i + 1, random.nextInt() & 0x7fff_ffff));
                int[] values = hit.values().stream().mapToInt(Integer::intValue).toArray();
                waiting.add(hit.time(), hit.place(), hit.rule(), values, values.length);
                expected.add(hit);
            } else if (!expected.isEmpty()) {
                assertEquals(expected.remove(), taken(waiting));
            }
            assertEquals(expected.size(), waiting.size());
        }
        while (!expected.isEmpty()) {
            assertEquals(expected.remove(), taken(waiting));
        }
        assertEquals(0, room.bytes);
    }

    private static Hit taken(Waiting waiting) {
        var hit =
                new Hit(
                        waiting.time(),
                        waiting.place(),
                        waiting.rule(),
                        List.of(waiting.value(0), waiting.value(1), waiting.value(2)));
        waiting.remove();
        return hit;
    }

    @Test
    void queue() {
        var queue = new HitQueue();
        var expected = new ArrayDeque<Integer>();
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(100) < grows(i)) {
                queue.add(i, i + 1, i + 2);
                expected.add(i);
            } else if (!expected.isEmpty()) {
                int oldest = expected.remove();
                assertEquals(
                        List.of((long) oldest, oldest + 1L, oldest + 2L),
                        List.of(queue.time(), (long) queue.group(), (long) queue.kept()));
                queue.remove();
            }
            assertEquals(expected.size(), queue.size());
        }
    }

    /** Mostly more, then mostly less, and so on: the chance in percent that something is added. */
    private static int grows(int step) {
        return (step / 10_000) % 2 == 0 ? 80 : 25;
    }

    private String text() {
        String base = Integer.toString(random.nextInt(2_000));
        return switch (random.nextInt(8)) {
            case 0 -> base + "é".repeat(random.nextInt(60));
            case 1 -> base + "€".repeat(random.nextInt(60));
            case 2 -> "x".repeat(random.nextInt(40));
            case 3 -> "\u0000".repeat(random.nextInt(20));
            case 4 -> "y".repeat(Texts.LONGEST - 1 + random.nextInt(3)) + (base.length() & 1);
            case 5 -> "\ud800" + base;
            default -> base;
        };
    }

    private <T> T swapOut(List<T> list) {
        int at = random.nextInt(list.size());
        T last = list.removeLast();
        return at == list.size() ? last : list.set(at, last);
    }
}

package org.danaya.sigma.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.danaya.sigma.search.Literals.Place;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final int ROUNDS = Integer.getInteger("search.rounds", 400);
    private static final int TEXTS = 12;
    private static final int[] ALPHABETS = {1, 2, 3, 20, 256};

    /** What is looked for, and where. */
    private record Wanted(Place place, List<Byte> bytes) {

        boolean isIn(byte[] text) {
            int size = bytes.size();
            int most = text.length - size;
            return switch (place) {
                case WHOLE -> most == 0 && isAt(text, 0);
                case START -> most >= 0 && isAt(text, 0);
                case END -> most >= 0 && isAt(text, most);
                case ANYWHERE -> {
                    boolean found = false;
                    for (int at = 0; at <= most && !found; at++) {
                        found = isAt(text, at);
                    }
                    yield found;
                }
            };
        }

        private boolean isAt(byte[] text, int at) {
            for (int i = 0; i < bytes.size(); i++) {
                if (text[at + i] != bytes.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void itFindsWhatALookAtEveryPlaceFinds() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("SearchTest seed " + seed);
        Random random = new Random(seed);
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            List<Wanted> own = wanted(random, alphabet);
            List<Wanted> shared = wanted(random, alphabet);
            Popularity popularity = new Popularity(random.nextInt(1000));
            Search search = new Search(literals(own, popularity), literals(shared, popularity));
            for (int i = 0; i < TEXTS; i++) {
                byte[] text = text(random, alphabet, own, shared);
                // Behind it lie the rest of a longer text, and no byte more than are promised.
                byte[] buffer = Words.padded(text);
                random.ints(Words.PADDING, 0, alphabet)
                        .forEach(b -> buffer[text.length + (b & 7)] = (byte) b);
                Found ofOwn = new Found(0);
                Found ofShared = new Found(0);
                ofOwn.begin(own.size());
                ofShared.begin(shared.size());
                search.find(buffer, text.length, ofOwn, ofShared);
                String what = "seed " + seed + " round " + round + " text " + text.length;
                assertEquals(naive(own, text), numbers(ofOwn), what);
                assertEquals(naive(shared, text), numbers(ofShared), what);
                found += ofOwn.count() + ofShared.count();
            }
        }
        assertTrue(found > ROUNDS, "Too few are found: " + found);
    }

    private static Set<Integer> naive(List<Wanted> wanted, byte[] text) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).isIn(text)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static Set<Integer> numbers(Found found) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < found.count(); i++) {
            assertTrue(numbers.add(found.get(i)), "Told twice");
        }
        return numbers;
    }

    private static Literals literals(List<Wanted> wanted, Popularity popularity) {
        Literals.Collected collected = new Literals.Collected();
        for (int i = 0; i < wanted.size(); i++) {
            collected.add(wanted.get(i).place(), bytes(wanted.get(i).bytes()), i);
        }
        collected.count(popularity);
        return collected.done(popularity);
    }

    /** None, few or many, of all lengths or only of some. */
    private static List<Wanted> wanted(Random random, int alphabet) {
        int size = random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 8 : 400);
        int shortest = 1 + random.nextInt(random.nextBoolean() ? 3 : 8);
        int lengths = 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 9);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Place place =
                    random.nextInt(4) > 0
                            ? Place.ANYWHERE
                            : List.of(Place.WHOLE, Place.START, Place.END).get(random.nextInt(3));
            byte[] bytes = some(random, alphabet, shortest + random.nextInt(lengths));
            wanted.add(new Wanted(place, list(bytes)));
        }
        return wanted;
    }

    /** Of bytes from 255 down, so that small alphabets have those with the high bit. */
    private static byte[] some(Random random, int alphabet, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (255 - random.nextInt(alphabet));
        }
        return bytes;
    }

    /** A text of what is looked for, whole, cut and with a byte changed. */
    private static byte[] text(Random random, int alphabet, List<Wanted> own, List<Wanted> shared) {
        byte[] text = some(random, alphabet, random.nextInt(random.nextInt(8) == 0 ? 3000 : 60));
        int times = random.nextInt(6);
        for (int i = 0; i < times; i++) {
            List<Wanted> from = random.nextBoolean() ? own : shared;
            if (from.isEmpty() || text.length == 0) {
                continue;
            }
            byte[] bytes = bytes(from.get(random.nextInt(from.size())).bytes());
            if (random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)]++;
            }
            int room = text.length - bytes.length;
            int at = room <= 0 || random.nextInt(3) == 0 ? Math.max(0, room) : random.nextInt(room);
            System.arraycopy(bytes, 0, text, at, Math.min(bytes.length, text.length - at));
            if (random.nextInt(6) == 0) {
                text = Arrays.copyOf(bytes, bytes.length);
            }
        }
        return text;
    }

    private static List<Byte> list(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }

    private static byte[] bytes(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return bytes;
    }
}

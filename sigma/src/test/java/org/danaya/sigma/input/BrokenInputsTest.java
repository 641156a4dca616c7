package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.danaya.evtx.EvtxFile;
import org.danaya.evtx.Ledger;
import org.danaya.sigma.Corpora;
import org.junit.jupiter.api.Test;

/**
 * Broken inputs of every kind: reading ends, throws nothing, and everything is given out or told.
 * The seed is printed; {@code -Ddanaya.seed} gives another.
 */
final class BrokenInputsTest {

    private final Random random = seeded();

    private static Random seeded() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("BrokenInputsTest: -Ddanaya.seed=" + seed);
        return new Random(seed);
    }

    private static final String MARK = "\u00ef\u00bb\u00bf";

    private static final List<String> TEXTS =
            List.of(
                    "{\"a\":1,\"b\":\"x\"}\n{\"c\":[1,{}]}\n<34>Oct 11 22:14:15 host su[1]: text\nplain\n",
                    "{\n  \"a\": 1,\n  \"b\": [\"x\"]\n}\n{\n  \"c\": {}\n}\n",
                    "[{\"a\":1},{\"b\":[1,2]},\n{\"c\":\"\\\"\"}]",
                    "{\"Records\":[{\"a\":1},{\"b\":{\"c\":[]}}]}",
                    "<165>1 2003-10-11T22:14:15.003Z h a 1 ID [x@1 a=\"1\" b=\"\\]\"][y] {\"a\":{\"b\":1}}\n",
                    "<13>Oct 11 22:14:15 h CEF:0|a|b\\||c|d|e|5|x=1 y=2 \\= z=\\n\nCEF:0|a|b|c|d|e|5|\n");

    private byte[] changed(byte[] bytes, int changes) {
        byte[] all = bytes.clone();
        for (int i = 0; i < changes && all.length > 1; i++) {
            int at = random.nextInt(all.length);
            switch (random.nextInt(5)) {
                case 0 -> all[at] = (byte) random.nextInt(256);
                case 1 ->
                        all[at] =
                                (byte)
                                        "{}[]\",:\\\n\r <>|= \0\u00ef\u00bb\u00bf"
                                                .charAt(random.nextInt(20));
                case 2 -> all = Arrays.copyOf(all, at + 1);
                case 3 -> {
                    byte[] cut = new byte[all.length - 1];
                    System.arraycopy(all, 0, cut, 0, at);
                    System.arraycopy(all, at + 1, cut, at, cut.length - at);
                    all = cut;
                }
                default -> all[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return all;
    }

    /** What is found with any blocks, and however the bytes come. */
    private List<String> found(byte[] bytes, int largest) throws IOException {
        List<String> found = Collected.of(bytes, new Sizes(largest, Sizes.BLOCK));
        int block = 1 + random.nextInt(1 + random.nextInt(300));
        Stored stored = new Stored(new Trickle(bytes, random), bytes.length);
        List<String> again = Collected.of(Inputs.of(stored, null, new Sizes(largest, block)));
        assertEquals(
                found,
                again,
                () -> "block " + block + ": " + new String(bytes, StandardCharsets.ISO_8859_1));
        return found;
    }

    @Test
    void everyLineIsGivenOrTold() throws IOException {
        int lines = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes =
                    changed(
                            TEXTS.get(random.nextInt(TEXTS.size()))
                                    .repeat(1 + random.nextInt(3))
                                    .getBytes(StandardCharsets.UTF_8),
                            random.nextInt(6));
            int largest = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : Inputs.LARGEST;
            List<String> found = found(bytes, largest);
            Format format = Collected.format(bytes);
            if (EnumSet.of(Format.JSON_LINES, Format.LINES, Format.TEXT).contains(format)) {
                lines++;
                assertEquals(
                        events(bytes, largest),
                        found.size(),
                        () -> new String(bytes, StandardCharsets.ISO_8859_1));
            }
            if (format == Format.JSON) {
                covers(bytes, found);
            }
        }
        assertTrue(lines > 2000);
    }

    /** How many lines hold something. */
    private static long events(byte[] bytes, int largest) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Stream.of((text.startsWith(MARK) ? text.substring(3) : text).split("\n", -1))
                .filter(
                        line ->
                                line.length() > largest
                                        || !line.replaceFirst("^" + MARK, "").matches("[ \t\r]*"))
                .count();
    }

    /**
     * Between the events of JSON stands nothing but what holds them together, if nothing is told.
     */
    private static void covers(byte[] bytes, List<String> events) {
        if (events.stream().anyMatch(one -> one.startsWith("!"))) {
            return;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder between = new StringBuilder();
        int at = text.length();
        for (String event : events.reversed()) {
            int found = text.lastIndexOf(event, at - event.length());
            // The members behind a wrapper begin with a bracket that was a comma.
            int place =
                    found < 0
                            ? text.lastIndexOf("," + event.substring(1), at - event.length())
                            : found;
            assertTrue(place >= 0, () -> event + " in " + text);
            between.insert(0, text.substring(place + event.length(), at));
            at = place;
        }
        between.insert(0, text.substring(0, at));
        String rest =
                between.toString()
                        .replaceAll("\\{\\s*\"[Rr]ecords\"\\s*:\\s*\\[", "")
                        .replaceAll("[\\s,\\[\\]}]", "");
        assertEquals("", rest.replaceFirst("^" + MARK, ""), text);
    }

    @Test
    void whatIsCompressedIsGivenUpToWhereItIsBroken() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("{\"n\":").append(random.nextInt()).append("}\n");
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        List<byte[]> compressed = List.of(CompressedTest.gzip(plain), CompressedTest.zstd(plain));
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = changed(compressed.get(round & 1), 1 + random.nextInt(3));
            List<String> found = found(bytes, 1000);
            boolean read = Gzip.begins(bytes) || Zstd.begins(bytes);
            boolean whole = found.size() == 400 && !found.getLast().startsWith("!");
            boolean unknown = Collected.format(bytes) == Format.UNKNOWN;
            assertTrue(
                    !read || whole || unknown || found.getLast().matches("!(gzip|zstd)\\..*"),
                    () -> found.getLast());
        }
    }

    @Test
    void recordsOfEventLogFilesKeepTheirNumbers() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Corpora.folder("evtx-to-mitre"))) {
            files = all.filter(file -> file.toString().endsWith(".evtx")).sorted().toList();
        }
        long aside = 0;
        for (int round = 0; round < 300; round++) {
            byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
            if (bytes.length > 300_000) {
                continue;
            }
            for (int i = random.nextInt(40); i > 0; i--) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
            }
            byte[] cut =
                    random.nextInt(3) == 0
                            ? Arrays.copyOf(bytes, 5000 + random.nextInt(bytes.length - 5000))
                            : bytes;
            List<String> wanted = new ArrayList<>();
            Ledger ledger =
                    EvtxFile.of(cut)
                            .read(
                                    event -> {
                                        while (wanted.size() < event.index()) {
                                            wanted.add("!");
                                        }
                                        wanted.add(
                                                new String(
                                                        event.toString()
                                                                .getBytes(StandardCharsets.UTF_8),
                                                        StandardCharsets.ISO_8859_1));
                                    });
            while (wanted.size() < ledger.recordsSeen()) {
                wanted.add("!");
            }
            List<String> found = Collected.of(cut, new Sizes(Inputs.LARGEST, 1 << 16));
            List<String> records =
                    found.stream()
                            .filter(one -> !one.startsWith("!evtx.chunk-signature"))
                            .map(one -> one.startsWith("!") ? "!" : one)
                            .toList();
            assertEquals(wanted, records);
            assertEquals(
                    ledger.recordsSeen()
                            + ledger.chunkCauses().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                    found.size());
            aside += ledger.recordsSetAside();
        }
        assertTrue(aside > 100, aside + " set aside");
    }

    @Test
    void noBytesThrow() throws IOException {
        byte[][] beginnings = {
            {},
            {'{'},
            {'['},
            {'<', '1', '>'},
            {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0},
            {31, (byte) 139, 8},
            {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD},
            {(byte) 0xFF, (byte) 0xFE},
            {(byte) 0xFE, (byte) 0xFF}
        };
        for (int round = 0; round < 20_000; round++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(beginnings[random.nextInt(beginnings.length)]);
            byte[] rest = new byte[random.nextInt(1 + random.nextInt(3000))];
            random.nextBytes(rest);
            bytes.writeBytes(rest);
            found(bytes.toByteArray(), 1 + random.nextInt(1000));
        }
    }
}

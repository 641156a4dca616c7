package org.danaya.evtx;

import static org.danaya.evtx.ExampleFile.string;
import static org.danaya.evtx.ExampleFile.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.danaya.evtx.ExampleFile.Body;
import org.danaya.evtx.ExampleFile.Value;
import org.junit.jupiter.api.Test;

/**
 * Broken files of every kind: reading ends, throws nothing, writes well-formed JSON only, and its
 * ledger holds all that was shown. The seed is printed; {@code -Ddanaya.seed} gives another.
 */
class ForeignBytesTest {

    private static final FieldNames NAMES =
            FieldNames.of("EventID", "System.Provider.Name", "v", "x", "Data", "UserData.X.y");

    private final Random random = seeded();
    private final Utf8 json = new Utf8();
    private final Fields fields = new Fields(NAMES);

    private static Random seeded() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("ForeignBytesTest: -Ddanaya.seed=" + seed);
        return new Random(seed);
    }

    /** A file with everything that there is, and where its last record ends. */
    private static byte[] everything() {
        ExampleFile file = new ExampleFile();
        Body outer =
                t ->
                        t.open("Event", "a", "%0", "b", "c")
                                .open("System")
                                .open("EventID")
                                .slot(0)
                                .end()
                                .end()
                                .slot(1)
                                .end();
        Body inner =
                t ->
                        t.open("EventData")
                                .open("Data", "Name", "v")
                                .slot(0)
                                .end()
                                .open("Data")
                                .slot(1)
                                .end()
                                .open("Data")
                                .text("n=")
                                .slot(2)
                                .end()
                                .open("X", "y", "%2")
                                .slot(1)
                                .end()
                                .end();
        int[] place = new int[2];
        file.record(
                f -> {
                    place[0] = f.position() + 14;
                    f.instance(0, outer, value(0x06, (short) 1), value(0x00));
                    f.name("UserData").name("X").name("y");
                });
        file.record(
                f -> {
                    place[1] = f.position() + 14;
                    f.instance(0, inner, string("alone"));
                });
        for (int type = 0; type < 0x18; type++) {
            byte[] bytes = new byte[24];
            Arrays.fill(bytes, (byte) type);
            Value scalar = new Value(type, Arrays.copyOf(bytes, Math.max(1, ValueType.size(type))));
            Value array = new Value(0x80 | type, bytes);
            file.record(
                    f -> {
                        Value xml = f.xml(x -> x.instance(place[1], inner, scalar, array, scalar));
                        f.instance(place[0], outer, scalar, xml);
                    });
        }
        file.record(
                f -> {
                    Value xml =
                            f.xml(
                                    x ->
                                            x.bytes(0x0F, 1, 1, 0)
                                                    .bare("UserData")
                                                    .bare("X")
                                                    .text("t")
                                                    .end()
                                                    .end()
                                                    .bytes(0));
                    f.instance(place[0], outer, string("\\\"\n"), xml);
                });
        return Arrays.copyOf(file.bytes(), 4096 + file.lastEnd());
    }

    private void read(byte[] bytes) {
        long[] shown = {0};
        Ledger ledger =
                EvtxFile.of(bytes)
                        .read(
                                event -> {
                                    shown[0]++;
                                    json.clear();
                                    event.json(json);
                                    Json.leaves(json.toString());
                                    fields.of(event);
                                    for (int i = 0; i < NAMES.size(); i++) {
                                        for (int n = fields.count(i); n >= 0; n--) {
                                            fields.load(i, n);
                                        }
                                    }
                                });
        assertEquals(shown[0], ledger.recordsRead());
        assertEquals(ledger.recordsSeen(), ledger.recordsRead() + ledger.recordsSetAside());
    }

    private void readMutants(byte[] file, int from, int step) {
        byte[] mutant = file.clone();
        for (int at = from; at < file.length; at += step) {
            mutant[at] ^= (byte) (1 << random.nextInt(8));
            read(mutant);
            mutant[at] = (byte) random.nextInt(256);
            read(mutant);
            mutant[at] = file[at];
        }
        for (int at = from; at < file.length; at += 3 * step) {
            read(Arrays.copyOf(file, at));
        }
    }

    @Test
    void noChangedByteAndNoCutOfAFileWithEverythingDoesHarm() {
        byte[] file = everything();
        Ledger ledger = EvtxFile.of(file).read(event -> Json.leaves(event.toString()));
        assertEquals(27, ledger.recordsRead(), ledger::toString);

        readMutants(file, 0, 4096 - 128);
        readMutants(file, 4096, 1);
    }

    @Test
    void noChangedByteOfARecordedFileDoesHarm() throws IOException {
        Path smallest =
                Corpora.files("evtx-to-mitre", ".evtx").stream()
                        .filter(path -> path.toString().contains("ID4624"))
                        .min(Comparator.comparing(Path::toString))
                        .orElseThrow();
        byte[] file = Files.readAllBytes(smallest);
        int free = Math.min(file.length, 4096 + Bytes.i32(file, 4096 + 48));

        readMutants(Arrays.copyOf(file, free), 4096, 7);
    }

    @Test
    void manyChangesAtOnceDoNoHarm() {
        byte[] file = everything();
        for (int round = 0; round < 4000; round++) {
            byte[] mutant = file.clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                int at = 4096 + random.nextInt(mutant.length - 4096);
                int length = Math.min(mutant.length - at, 1 + random.nextInt(16));
                switch (random.nextInt(4)) {
                    case 0 -> mutant[at] = (byte) random.nextInt(256);
                    case 1 ->
                            mutant[at] =
                                    (byte)
                                            List.of(0, 1, 5, 12, 13, 15, 33, 65)
                                                    .get(random.nextInt(8))
                                                    .intValue();
                    case 2 ->
                            System.arraycopy(
                                    mutant,
                                    4096 + random.nextInt(mutant.length - 4096 - length),
                                    mutant,
                                    at,
                                    length);
                    default -> Arrays.fill(mutant, at, at + length, (byte) random.nextInt(2));
                }
            }
            read(mutant);
        }
    }

    @Test
    void xmlThatNestsWithoutEndIsSetAside() {
        ExampleFile file = new ExampleFile();
        file.record(
                f -> {
                    f.bytes(0x0F, 1, 1, 0);
                    for (int depth = 0; depth < 2000; depth++) {
                        f.bare("a");
                    }
                });
        file.record(
                f -> {
                    f.bytes(0x0F, 1, 1, 0).bare("Event");
                    for (int left = 30_000; left > 100; left -= 12) {
                        f.bytes(0x05, 0x21, left & 0xFF, left >> 8);
                        f.bare("a");
                    }
                });
        Ledger ledger = EvtxFile.of(file.bytes()).read(event -> {});
        assertEquals(2, ledger.recordsSetAside());
    }

    @Test
    void aValueWrittenThousandTimesIsSetAsideWhenItIsLong() {
        ExampleFile file = new ExampleFile();
        Body repeats =
                t -> {
                    t.open("Event");
                    for (int i = 0; i < 1500; i++) {
                        t.open("a").slot(0).end();
                    }
                    t.end();
                };
        int[] place = {0};
        file.record(
                f -> {
                    place[0] = f.position() + 14;
                    f.instance(0, repeats, string("short"));
                });
        file.record(f -> f.instance(place[0], repeats, string("long".repeat(2000))));

        Ledger ledger =
                EvtxFile.of(file.bytes())
                        .read(event -> assertTrue(event.toString().length() < 100_000));

        assertEquals(1, ledger.recordsRead());
        assertEquals(Map.of(Cause.TOO_LARGE, 1L), ledger.recordCauses());
    }

    @Test
    void recordsThatEachNameAnotherPlaceAsTheirTemplateEndSoon() {
        ExampleFile file = new ExampleFile();
        for (int i = 0; i < 900; i++) {
            int place = 512 + 8 * i;
            file.record(
                    f -> f.bytes(0x0F, 1, 1, 0, 0x0C, 1).i32(1).i32(place).i32(0).i32(0x0C0C0C0C));
        }
        Ledger ledger = EvtxFile.of(file.bytes()).read(event -> {});
        assertEquals(900, ledger.recordsSeen());
        assertEquals(900, ledger.recordsSetAside());
    }
}

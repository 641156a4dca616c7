package org.danaya.evtx;

import static org.danaya.evtx.ExampleFile.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final int FIRST = 4096;
    private static final int CHUNK = 65_536;

    private final List<String> lines = new ArrayList<>();

    /**
     * Chunks of ten records each, whose values are their numbers; the places of those of the last.
     */
    private static byte[] file(int chunks, List<Integer> places) {
        ExampleFile file = new ExampleFile();
        for (int chunk = 0; chunk < chunks; chunk++) {
            places.clear();
            int[] definition = {0};
            for (int i = 0; i < 10; i++) {
                int number = 10 * chunk + i;
                places.add(
                        file.record(
                                f -> {
                                    int place = f.position() + 14;
                                    f.instance(
                                            definition[0],
                                            t -> t.open("Event").open("N").slot(0).end().end(),
                                            string("n" + number));
                                    definition[0] = definition[0] == 0 ? place : definition[0];
                                }));
            }
            file.chunk();
        }
        return file.bytes();
    }

    private static String line(int number) {
        return "{\"Event\":{\"N\":\"n" + number + "\"}}";
    }

    private void assertNumbers(int... numbers) {
        assertEquals(Arrays.stream(numbers).mapToObj(RecoveryTest::line).toList(), lines);
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    @Test
    void aWholeFileIsClean() {
        Ledger ledger = ExampleFile.read(file(3, new ArrayList<>()), lines);

        assertNumbers(range(0, 30));
        assertTrue(ledger.isClean());
        assertEquals(3, ledger.chunksRead());
        FileHeader header = EvtxFile.of(file(3, new ArrayList<>())).header();
        assertEquals(new FileHeader(true, true, false, false, 3, 1, 3, 31), header);
    }

    @Test
    void aBrokenRecordIsCountedAndTheNextOneFound() {
        List<Integer> places = new ArrayList<>();
        byte[] file = file(1, places);
        file[FIRST + places.get(3)] = 0;

        Ledger ledger = ExampleFile.read(file, lines);

        assertNumbers(0, 1, 2, 4, 5, 6, 7, 8, 9);
        assertEquals(Map.of(Cause.RECORD_HEADER, 1L), ledger.recordCauses());
        assertEquals(10, ledger.recordsSeen());
        assertEquals(1, ledger.recordChecksums());
    }

    @Test
    void recordsWhoseTemplateIsBrokenAreCounted() {
        List<Integer> places = new ArrayList<>();
        byte[] file = file(1, places);
        // The first token of the definition: record, fragment, instance, definition, fragment.
        file[FIRST + places.getFirst() + 24 + 4 + 10 + 24 + 4] = 0x77;

        Ledger ledger = ExampleFile.read(file, lines);

        assertEquals(List.of(), lines);
        assertEquals(Map.of(Cause.TEMPLATE, 10L), ledger.recordCauses());
    }

    @Test
    void aFileCutInAChunkTellsHowManyRecordsAreGone() {
        List<Integer> places = new ArrayList<>();
        byte[] file = file(2, places);
        byte[] cut = Arrays.copyOf(file, FIRST + CHUNK + places.get(4) + 30);

        Ledger ledger = ExampleFile.read(cut, lines);

        assertNumbers(range(0, 14));
        assertEquals(6, ledger.recordsSetAside());
        assertEquals(20, ledger.recordsSeen());
        assertTrue(ledger.recordCauses().containsKey(Cause.CHUNK_TRUNCATED));
    }

    @Test
    void chunksAreFoundAgainWhereBytesWereLostOrPutIn() {
        byte[] file = file(3, new ArrayList<>());
        byte[] lost = new byte[file.length - 1000];
        System.arraycopy(file, 0, lost, 0, FIRST + CHUNK + 40_000);
        System.arraycopy(
                file, FIRST + CHUNK + 41_000, lost, FIRST + CHUNK + 40_000, CHUNK + 23_536 + 1000);
        byte[] more = new byte[file.length + 777];
        Arrays.fill(more, (byte) 'x');
        System.arraycopy(file, 0, more, 0, FIRST + CHUNK);
        System.arraycopy(file, FIRST + CHUNK, more, FIRST + CHUNK + 777, 2 * CHUNK);

        assertTrue(ExampleFile.read(lost, lines).recordsSetAside() == 0);
        assertNumbers(range(0, 30));
        lines.clear();
        Ledger ledger = ExampleFile.read(more, lines);
        assertNumbers(range(0, 30));
        assertEquals(Map.of(Cause.CHUNK_SIGNATURE, 1L), ledger.chunkCauses());
    }

    @Test
    void aChunkWithoutItsSignatureGivesItsRecordsAll() {
        byte[] file = file(2, new ArrayList<>());
        file[FIRST + 3] = 'X';

        Ledger ledger = ExampleFile.read(file, lines);

        assertNumbers(range(0, 20));
        assertEquals(10, ledger.recordsRecovered());
    }

    @Test
    void recordsThatAnOldHeaderDoesNotCountYetAreRead() {
        List<Integer> places = new ArrayList<>();
        byte[] file = file(1, places);
        // As Windows leaves a log that it had open: the chunk's end lags behind its records.
        file[FIRST + 48] = (byte) (int) places.get(6);
        file[FIRST + 49] = (byte) (places.get(6) >> 8);
        file[120] = 1;

        Ledger ledger = ExampleFile.read(file, lines);

        assertNumbers(range(0, 10));
        assertEquals(4, ledger.recordsRecovered());
        assertTrue(EvtxFile.of(file).header().dirty());
        assertTrue(EvtxFile.of(file).header().checksum());
    }

    @Test
    void whatIsNoLogIsToldAndGivesNothing() {
        byte[] text = "no log".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
        for (byte[] file : List.of(text, new byte[0], new byte[3], Arrays.copyOf(text, 5000))) {
            Ledger ledger = ExampleFile.read(file, lines);
            assertEquals(0, ledger.recordsSeen());
            assertEquals(Map.of(Cause.FILE_SIGNATURE, 1L), ledger.chunkCauses());
        }
        assertEquals(List.of(), lines);
    }

    @Test
    void aFileOnTheDiskIsReadBySeveralThreads(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("x.evtx"), file(40, new ArrayList<>()));
        List<String> all = Collections.synchronizedList(new ArrayList<>());
        try (EvtxFile file = EvtxFile.open(path)) {
            Ledger ledger =
                    file.read(
                            3, () -> event -> all.add(event.chunk() + ":" + event.numberInChunk()));
            assertEquals(400, ledger.recordsRead());
            assertTrue(ledger.isClean());
        }
        assertEquals(400, new TreeSet<>(all).size());
    }

    @Test
    void whatASinkThrowsEndsTheReading() {
        EvtxFile file = EvtxFile.of(file(2, new ArrayList<>()));
        EventSink sink =
                event -> {
                    throw new IllegalStateException("enough");
                };
        for (Runnable reading :
                List.<Runnable>of(() -> file.read(sink), () -> file.read(2, () -> sink))) {
            String message = "";
            try {
                reading.run();
            } catch (IllegalStateException e) {
                message = e.getMessage();
            }
            assertEquals("enough", message);
        }
    }
}

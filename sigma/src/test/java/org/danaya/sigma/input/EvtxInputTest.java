package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.danaya.sigma.Corpora;
import org.junit.jupiter.api.Test;

/** Event log files: in parts, by threads, compressed, cut, larger than memory. */
final class EvtxInputTest {

    private static final Sizes SIZES = new Sizes(Inputs.LARGEST, 1 << 16);

    /** One of many events. */
    private static Path file() throws IOException {
        try (Stream<Path> files = Files.walk(Corpora.folder("evtx-to-mitre"))) {
            return files.filter(file -> file.toString().endsWith(".evtx"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    void partsAreReadByAnyThread() throws IOException, ExecutionException, InterruptedException {
        int wanted = Collected.of(Inputs.open(file(), SIZES)).size();
        AtomicLong events = new AtomicLong();
        List<Future<?>> parts = new ArrayList<>();
        try (InputFile input = Inputs.open(file(), SIZES);
                ExecutorService pool = Executors.newFixedThreadPool(4)) {
            Part part = input.next();
            while (part != null) {
                Part one = part;
                parts.add(
                        pool.submit(
                                () ->
                                        one.read(
                                                new EventSink() {
                                                    @Override
                                                    public void event(
                                                            byte[] buffer, int from, int to) {
                                                        events.incrementAndGet();
                                                    }

                                                    @Override
                                                    public void setAside(Cause cause) {
                                                        throw new AssertionError(cause);
                                                    }
                                                })));
                part = input.next();
            }
            assertEquals(input.size(), input.read());
        }
        for (Future<?> done : parts) {
            assertNull(done.get());
        }
        assertTrue(parts.size() > 10);
        assertEquals(wanted, events.get());
    }

    @Test
    void aCutOneThatIsCompressedGivesWhatCameAndTellsTheCut() throws IOException {
        byte[] gzip = CompressedTest.gzip(Files.readAllBytes(file()));
        List<String> whole = Collected.of(gzip);
        List<String> cut = Collected.of(Arrays.copyOf(gzip, gzip.length / 2));
        long events = cut.stream().filter(one -> !one.startsWith("!")).count();
        assertTrue(events > 0 && events < whole.size());
        assertEquals(whole.subList(0, (int) events), cut.subList(0, (int) events));
        assertEquals("!gzip.truncated", cut.getLast());
    }

    @Test
    void ofOneThatIsLargerThanMemoryTheBeginningIsGiven() throws IOException {
        byte[] gzip = CompressedTest.gzip(Files.readAllBytes(file()));
        Sizes small = new Sizes(Inputs.LARGEST, Sizes.BLOCK, 4096 + (2 << 16));
        List<String> found = Collected.of(gzip, small);
        assertEquals("!evtx.memory", found.getLast());
        assertEquals(
                Collected.of(gzip).subList(0, found.size() - 1),
                found.subList(0, found.size() - 1));
        assertTrue(found.size() > 1);
    }

    @Test
    void anEventLargerThanTheLimitIsSetAside() throws IOException {
        List<String> whole = Collected.of(Inputs.open(file(), SIZES));
        int largest = whole.stream().mapToInt(String::length).max().orElseThrow();
        List<String> found = Collected.of(Inputs.open(file(), new Sizes(largest - 1, 1 << 16)));
        assertEquals(whole.size(), found.size());
        assertTrue(found.contains("!event.too-large"));
    }
}

package org.danaya.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.danaya.evtx.EventSink;
import org.danaya.evtx.EvtxFile;
import org.danaya.evtx.FieldNames;
import org.danaya.evtx.Fields;
import org.danaya.evtx.Utf8;

/**
 * Windows event log files: records a second to JSON, and reading the few fields that most rules
 * name. The chunks of a recorded log are put behind each other until they make 64 MiB, so that a
 * run is long enough; the file is read from the page cache.
 *
 * <p>Arguments: files; where none are given, four of the corpora: security events of two kinds,
 * PowerShell's, and events that a collector was sent by other computers, which hold no template.
 * Goal: 200,000 records/s a core to JSON, more when only fields are read. Rounds are timed by the
 * clock and by the thread's processor time; on a busy machine only the latter compares.
 */
public final class EvtxBench {

    private static final int HEADER = 4096;
    private static final int CHUNK = 65_536;
    private static final int SIZE = 64 << 20;
    private static final int ROUNDS = 6;
    private static final int WARM = 3;

    private static final List<String> RECORDED =
            List.of(
                    "4624,4674,4688- CrackMap Exec SMB mimikatz.evtx",
                    "ID4662-Domain group enumeration CME.evtx",
                    "ID800-4103-4104-Registry permission change via WMI (DAMP) PowerShell on source.evtx",
                    "ID4622-New SSP loaded in LSA (only legitim).evtx");

    private static final FieldNames NAMES =
            FieldNames.of(
                    "System.Channel",
                    "System.Provider.Name",
                    "EventID",
                    "Image",
                    "CommandLine",
                    "TargetUserName");

    private EvtxBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
        for (Path recorded : files.isEmpty() ? recorded() : files) {
            Path log = Files.createTempFile("danaya-evtx-bench-", ".evtx");
            try {
                long copies = repeat(recorded, log);
                System.out.printf("%s, %d times%n", recorded.getFileName(), copies);
                measure(log);
            } finally {
                Files.delete(log);
            }
        }
    }

    private static List<Path> recorded() throws IOException {
        Path corpora = Path.of(System.getenv("DANAYA_CORPORA"), "evtx-to-mitre");
        try (Stream<Path> walk = Files.walk(corpora)) {
            return walk.filter(path -> RECORDED.contains(path.getFileName().toString())).toList();
        }
    }

    /** The used chunks of a file, until there are enough of them. */
    private static long repeat(Path recorded, Path log) throws IOException {
        byte[] all = Files.readAllBytes(recorded);
        int used = HEADER;
        while (used + CHUNK <= all.length && all[used] == 'E') {
            used += CHUNK;
        }
        long copies = 0;
        try (OutputStream out = Files.newOutputStream(log)) {
            out.write(all, 0, HEADER);
            for (long size = 0; size < SIZE; size += used - HEADER) {
                out.write(all, HEADER, used - HEADER);
                copies++;
            }
        }
        return copies;
    }

    private static void measure(Path log) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Utf8 json = new Utf8();
            long[] bytes = {0};
            one(
                    "to JSON",
                    round,
                    log,
                    event -> {
                        json.clear();
                        event.json(json);
                        bytes[0] += json.length();
                    });
        }
        for (int round = 0; round < ROUNDS; round++) {
            Fields fields = new Fields(NAMES);
            long[] bytes = {0};
            one(
                    NAMES.size() + " fields",
                    round,
                    log,
                    event -> {
                        fields.of(event);
                        for (int field = 0; field < NAMES.size(); field++) {
                            fields.load(field);
                            bytes[0] += fields.end() - fields.start();
                        }
                    });
        }
        for (int round = 0; round < ROUNDS; round++) {
            two(round, log);
        }
    }

    private static void one(String what, int round, Path log, EventSink sink) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long records;
        try (EvtxFile file = EvtxFile.open(log)) {
            records = file.read(sink).recordsRead();
        }
        long took = System.nanoTime() - start;
        long used = threads.getCurrentThreadCpuTime() - cpu;
        if (round >= WARM) {
            System.out.printf(
                    "  %s, one thread: %,.0f records/s by the clock, %,.0f by its processor time%n",
                    what, records * 1e9 / took, records * 1e9 / used);
        }
    }

    private static void two(int round, Path log) throws IOException {
        LongAdder bytes = new LongAdder();
        Supplier<EventSink> sinks =
                () -> {
                    Utf8 json = new Utf8();
                    return event -> {
                        json.clear();
                        event.json(json);
                        bytes.add(json.length());
                    };
                };
        long start = System.nanoTime();
        long records;
        try (EvtxFile file = EvtxFile.open(log)) {
            records = file.read(2, sinks).recordsRead();
        }
        long took = System.nanoTime() - start;
        if (round >= WARM) {
            System.out.printf(
                    "  to JSON, two threads: %,.0f records/s, %,.0f MB/s of JSON%n",
                    records * 1e9 / took, bytes.sum() * 1e3 / took);
        }
    }
}

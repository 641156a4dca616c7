package org.danaya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.evtx.EvtxFile;
import org.danaya.evtx.Utf8;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.live.Evaluator;
import org.danaya.sigma.live.LiveRules;
import org.danaya.sigma.pipeline.Pipelines;

/**
 * Windows event log files to matches: records a second of all files of the corpora, some 60 kinds
 * of events of recorded attacks, on one thread, by pipelines, with an evaluator that knows nothing
 * each time; and of that to JSON alone.
 *
 * <p>Whoever compares figures pins it: {@code taskset -c 1 bench/run EvtxMatchBench}.
 */
public final class EvtxMatchBench {

    private static final byte[] ROOM = new byte[8];
    private static final int WARM = 10;
    private static final int PASSES = 11;

    private final List<EvtxFile> files;
    private final LiveRules live;
    private final Utf8 json = new Utf8();
    private long records;
    private long matches;

    private EvtxMatchBench(List<EvtxFile> files) {
        this.files = files;
        live = new LiveRules(Routing.of(SigmaCorpus.rules().rules(), Pipelines.with(List.of())));
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException {
        EvtxMatchBench bench = new EvtxMatchBench(files());
        long bytes = bench.toJson();
        bench.toMatches();
        Series json = new Series((int) bench.records, bench::toJson);
        Series matches = new Series((int) bench.records, bench::toMatches);
        Series.run(List.of(json, matches), WARM, PASSES);
        System.out.printf(
                "%,d records of %,d bytes of JSON, %,d matches%n  to JSON: %s%n  to matches: %s%n",
                bench.records,
                bytes / bench.records,
                bench.matches,
                json.byProcessor(),
                matches.byProcessor());
    }

    private static List<EvtxFile> files() throws IOException {
        Path corpora = Path.of(System.getenv("DANAYA_CORPORA"), "evtx-to-mitre");
        List<EvtxFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(corpora)) {
            for (Path path : walk.filter(file -> file.toString().endsWith(".evtx")).toList()) {
                files.add(EvtxFile.of(Files.readAllBytes(path)));
            }
        }
        return files;
    }

    private long toJson() {
        long[] bytes = {0};
        records = 0;
        for (EvtxFile file : files) {
            file.read(
                    event -> {
                        json.clear();
                        event.json(json);
                        records++;
                        bytes[0] += json.length();
                    });
        }
        return bytes[0];
    }

    private long toMatches() {
        Evaluator evaluator = new Evaluator(live);
        matches = 0;
        for (EvtxFile file : files) {
            file.read(
                    event -> {
                        json.clear();
                        event.json(json);
                        int length = json.length();
                        json.put(ROOM, 0, ROOM.length);
                        matches += evaluator.evaluate(json.bytes(), 0, length);
                    });
        }
        return matches;
    }
}

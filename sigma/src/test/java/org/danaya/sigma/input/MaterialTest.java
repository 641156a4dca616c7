package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.danaya.evtx.EvtxFile;
import org.danaya.evtx.Ledger;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.naive.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody here wrote. */
final class MaterialTest {

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Corpora.folder(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static List<String> read(Path file) throws IOException {
        return Collected.of(Inputs.open(file, Inputs.LARGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigma/regression_data", "evtx-to-mitre"})
    void anEventLogFileGivesWhatItsReaderGives(String folder) throws IOException {
        List<Path> files = files(folder, ".evtx");
        assertTrue(files.size() >= 128);
        for (Path path : files) {
            List<String> wanted = new ArrayList<>();
            try (EvtxFile file = EvtxFile.open(path)) {
                Ledger ledger =
                        file.read(
                                event ->
                                        wanted.add(
                                                new String(
                                                        event.toString()
                                                                .getBytes(StandardCharsets.UTF_8),
                                                        StandardCharsets.ISO_8859_1)));
                assertTrue(ledger.recordCauses().isEmpty() && ledger.chunkCauses().isEmpty());
            }
            assertEquals(wanted, read(path), path.toString());
            if (wanted.size() < 500) {
                byte[] zstd = CompressedTest.zstd(Files.readAllBytes(path));
                assertEquals(wanted, Collected.of(zstd), path.toString());
            }
        }
    }

    @Test
    void aTwinHasAsManyEventsAsItsEventLogFile() throws IOException {
        List<Path> twins = files("sigma/regression_data", ".json");
        assertEquals(128, twins.size());
        for (Path twin : twins) {
            Path log = Path.of(twin.toString().replace(".json", ".evtx"));
            List<String> events = read(twin);
            assertEquals(read(log).size(), events.size(), twin.toString());
            assertTrue(events.stream().allMatch(event -> event.startsWith("{")), twin.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"structured_windows", "sysmon_file_event", "raw_windows", "cisco_syslog"})
    void aLaneHasFiftyThousandEvents(String lane) throws IOException {
        List<String> events = read(Corpora.folder("lanes").resolve(lane + ".ndjson.gz"));
        assertEquals(50_000, events.size());
        assertTrue(events.stream().allMatch(event -> event.startsWith("{") && event.endsWith("}")));
    }

    @Test
    void aRecordedAttackHasAnEventALine() throws IOException {
        for (Path path : files("otrf", ".zip")) {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                var entry = zip.entries().nextElement();
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                List<Json> lines =
                        new String(bytes, StandardCharsets.ISO_8859_1)
                                .lines()
                                .map(MaterialTest::event)
                                .toList();
                List<Json> read = Collected.of(bytes).stream().map(Json::parse).toList();
                assertEquals(lines, read, path.toString());
            }
        }
    }

    /** An event of which the data isn't packed into a text. */
    private static Json event(String line) {
        Json event = Json.parse(line);
        if (event instanceof Json.Obj(var fields)
                && fields.get("EventData") instanceof Json.Str(String packed)) {
            fields.put("EventData", Json.parse(packed));
        }
        return event;
    }

    @Test
    void aLineOfARouterIsAMessage() throws IOException {
        List<Path> raw = files("sigma/regression_data", ".raw");
        assertEquals(
                List.of("{\"message\":\"" + Files.readString(raw.getFirst()).strip() + "\"}"),
                read(raw.getFirst()));
    }
}

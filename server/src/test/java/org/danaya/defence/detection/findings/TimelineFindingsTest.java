package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.danaya.defence.detection.Match;
import org.danaya.page.Language;
import org.junit.jupiter.api.Test;

class TimelineFindingsTest {

    private static final Showing SHOWING = Samples.showing(Language.ENGLISH);

    @Test
    void matchesStandInTheOrderOfTime() {
        Match timeless = Samples.bare(Samples.rule("Nameless"));
        assertThat(
                        Samples.text(
                                FindingsFormat.TIMELINE,
                                SHOWING,
                                timeless,
                                Samples.plain(),
                                Samples.full()))
                .isEqualTo(
                        """
                        \ufeffTimestamp,Computer,Level,Title,RuleID,Tactics,Tags,File,Event,Author,Details
                        2026-03-01 22:00:00.000,DC01,high,Shell Spawned By A Service,\
                        0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60,execution,attack.execution attack.t1059.001,\
                        dc01.evtx,3,A. Diarra,\
                        events=5 User=alice | sel: Image endswith \\cmd.exe = C:\\cmd.exe
                        2026-03-01 23:59:59.500,DC01,high,Shell Spawned By A Service,\
                        0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60,execution,attack.execution attack.t1059.001,\
                        dc01.evtx,0,A. Diarra,
                        ,,informational,Nameless,,,,a.ndjson,7,,
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void aTimeThatNoCalendarKnowsIsNone() throws IOException {
        Match first = at(1, Optional.of(Instant.MIN));
        Match last = at(2, Optional.of(Instant.MAX));
        for (FindingsFormat format : FindingsFormat.values()) {
            assertThat(Samples.text(format, SHOWING, first, last)).isNotEmpty();
        }
        assertThat(
                        records(Samples.text(FindingsFormat.TIMELINE, SHOWING, first, last))
                                .get(1)
                                .get(0))
                .isEmpty();
    }

    @Test
    void hostileTextsStayOnTheirLine() throws IOException {
        String csv = Samples.text(FindingsFormat.TIMELINE, SHOWING, Samples.hostile());
        assertThat(csv.lines()).hasSize(2);
        List<CSVRecord> records = records(csv);
        assertThat(records.get(1)).hasSameSizeAs(records.get(0));
        assertThat(records.get(1)).allMatch(cell -> !cell.matches("(?s)^[\\s\"]*[=+@-].*"));
    }

    @Test
    void whatMemoryDoesNotHoldIsParkedAndComesBackInOrder() throws IOException {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TimelineFindings findings = new TimelineFindings(out, 20_000);
        List<Match> matches = new ArrayList<>();
        long parkedBefore = temporaryFiles();
        for (int event = 0; event < 3_000; event++) {
            Instant time = Samples.BEGAN.plusMillis(random.nextInt(500));
            Match match = at(event, random.nextInt(20) == 0 ? Optional.empty() : Optional.of(time));
            matches.add(match);
            findings.found(match);
        }
        assertThat(temporaryFiles()).isEqualTo(parkedBefore);
        findings.end(Samples.ledger());
        matches.sort(Comparator.comparing(match -> match.time().orElse(Instant.MAX)));
        assertThat(
                        records(out.toString(StandardCharsets.UTF_8)).stream()
                                .skip(1)
                                .map(line -> Long.valueOf(line.get(8))))
                .isEqualTo(matches.stream().map(Match::event).toList());
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.toString().contains("danaya-timeline")).count();
        }
    }

    private static Match at(long event, Optional<Instant> time) {
        return new Match(
                "f",
                event,
                Samples.plain().rule(),
                time,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                null);
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
            return parser.getRecords();
        }
    }
}

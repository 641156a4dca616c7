package org.danaya.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;

/** The rules, events and recorded matches in the folder that {@code DANAYA_CORPORA} names. */
final class SigmaCorpus {

    /** Events that a program made, with the matches that another engine found. */
    static final List<String> LANES =
            List.of("structured_windows", "sysmon_file_event", "raw_windows", "cisco_syslog");

    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("DANAYA_CORPORA", ""));

    private SigmaCorpus() {}

    /** The 3,754 documents that the matches were recorded with. */
    static RuleSet rules() {
        List<Path> folders =
                Stream.of("rules", "rules-emerging-threats", "rules-threat-hunting")
                        .map(FOLDER.resolve("sigma")::resolve)
                        .toList();
        return RuleSet.of(RuleFolder.read(new RuleReader(), folders));
    }

    /** The names of recorded attacks. */
    static List<String> attacks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("otrf"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .map(name -> name.substring(0, name.length() - ".zip".length()))
                    .sorted()
                    .toList();
        }
    }

    /** The events of a lane or of an attack. */
    static SigmaEvents events(String name) throws IOException {
        if (LANES.contains(name)) {
            try (InputStream in = gzip(name + ".ndjson.gz")) {
                return SigmaEvents.of(in.readAllBytes());
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Path file = FOLDER.resolve("otrf").resolve(name + ".zip");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(all);
            }
        }
        return SigmaEvents.of(all.toByteArray());
    }

    /** What another engine found on a lane: an event's index, a tab, a rule's id. */
    static Set<String> recorded(String lane, String mode) {
        try (InputStream in = gzip(lane + "." + mode + ".tsv.gz")) {
            Set<String> found = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream gzip(String name) throws IOException {
        return new GZIPInputStream(Files.newInputStream(FOLDER.resolve("lanes").resolve(name)));
    }
}

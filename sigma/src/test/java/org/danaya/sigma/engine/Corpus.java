package org.danaya.sigma.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.danaya.sigma.search.Words;

/** The rules and events of the lanes, where they are. */
final class Corpus {

    private Corpus() {}

    /** The rules of the lanes: those of three folders. */
    static List<Rule> rules() {
        return RuleSet.of(RuleFolder.read(new RuleReader(), Corpora.laneRules())).rules();
    }

    /** Events, with room behind. */
    static byte[] events(String lane) throws IOException {
        Path file = Corpora.folder("lanes").resolve(lane + ".ndjson.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] events = in.readAllBytes();
            return Arrays.copyOf(events, events.length + Words.PADDING);
        }
    }

    /** What another engine found: an event's index, a tab, a rule's id. */
    static Set<String> found(String lane, String mode) throws IOException {
        Path file = Corpora.folder("lanes").resolve(lane + "." + mode + ".tsv.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            Set<String> found = new TreeSet<>();
            lines.lines().forEach(found::add);
            return found;
        }
    }
}

package org.danaya.defence.detection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.defence.detection.DetectionFault;
import org.danaya.defence.rules.CheckWords;
import org.danaya.defence.rules.PlaceholdersOption;
import org.danaya.defence.rules.RulesFault;
import org.danaya.page.Terminal;
import org.danaya.sigma.pipeline.Pipeline;
import org.danaya.sigma.pipeline.PipelineDefect;
import org.danaya.sigma.pipeline.PipelineReader;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.rule.Level;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which rules there are, and which events each of them concerns. */
final class RuleOptions {

    private static final int MOST_REFUSED = 5;

    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            required = true,
            arity = "1",
            descriptionKey = "detect-rules")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--min-level", paramLabel = "LEVEL", descriptionKey = "detect-min-level")
    private Level least = Level.INFORMATIONAL;

    @Option(names = "--tag", paramLabel = "TAG", descriptionKey = "detect-tag")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--routing", paramLabel = "auto|event|off", descriptionKey = "detect-routing")
    private RoutingMode routing = RoutingMode.AUTO;

    @Option(names = "--pipeline", paramLabel = "FILE", descriptionKey = "detect-pipeline")
    private List<Path> pipelines = new ArrayList<>();

    @Mixin private PlaceholdersOption placeholders = new PlaceholdersOption();

    /** What is asked of rules. */
    Rules.Choice choice() {
        return new Rules.Choice(least, tags);
    }

    /** The files and folders, as they were given. */
    List<String> names() {
        return rules.stream().map(Path::toString).toList();
    }

    /**
     * Reads the rules.
     *
     * @throws Fault if a file or folder isn't there, if no rule can be used, which is told with the
     *     first causes, or if a pipeline or placeholders can't be read
     */
    Rules read(Clock clock, Terminal terminal) {
        for (Path file : rules) {
            RulesFault.mustExist(file);
        }
        Pipelines all =
                Pipelines.with(pipelines.stream().map(file -> pipeline(file, terminal)).toList());
        Rules read = Rules.read(clock, rules, placeholders.read(terminal), choice(), routing, all);
        for (Rules.UnusedTag unused : read.unusedTags()) {
            unused.meant()
                    .ifPresentOrElse(
                            meant -> terminal.complain("detect.tag.near", unused.tag(), meant),
                            () -> terminal.complain("detect.tag", unused.tag()));
        }
        if (read.set().rules().isEmpty()) {
            CheckWords words = new CheckWords(terminal);
            read.set().refused().stream()
                    .limit(MOST_REFUSED)
                    .forEach(
                            refused ->
                                    terminal.complain(
                                            "detect.refused",
                                            refused.source().file(),
                                            words.sentence(refused)));
            throw new Fault(DetectionFault.NO_RULE, read.set().refused().size());
        }
        return read;
    }

    private static String why(PipelineDefect defect, Terminal terminal) {
        String why = terminal.word("detect.pipeline." + defect.kind().code());
        String about = CheckWords.shortened(defect.about());
        return about.isEmpty() ? why : terminal.word("rules.cause-of", why, about);
    }

    private static Pipeline pipeline(Path file, Terminal terminal) {
        try {
            return PipelineReader.read(file);
        } catch (PipelineDefect e) {
            throw new Fault(
                    e, DetectionFault.PIPELINE, e.file(), Math.max(1, e.line()), why(e, terminal));
        } catch (IOException e) {
            throw new Fault(
                    e, DetectionFault.FILE, file, Unread.of(file.toString(), e).words(terminal));
        }
    }
}

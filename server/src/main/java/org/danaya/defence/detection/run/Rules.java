package org.danaya.defence.detection.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.sigma.correlate.Correlations;
import org.danaya.sigma.engine.Names;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.route.Router;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Level;
import org.danaya.sigma.rule.Placeholders;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;

/** The rules of a run: read, chosen, compiled. Immutable. */
final class Rules {

    /** The only field of a line of text. */
    private static final String MESSAGE = "message";

    private final RuleSet set;
    private final Routing routing;
    private final Correlations correlations;
    private final Duration elapsed;
    private final int[] times;
    private final int[] hosts;
    private final boolean tellText;
    private final List<UnusedTag> unusedTags;

    /**
     * What is asked of rules.
     *
     * @param leastLevel the least serious that is told
     * @param tags of which a rule has one, or one below it; none where any will do
     */
    record Choice(Level leastLevel, List<String> tags) {

        boolean wants(Header header) {
            Level level = header.level() == null ? Level.INFORMATIONAL : header.level();
            return level.compareTo(leastLevel) >= 0
                    && (tags.isEmpty() || header.tags().stream().anyMatch(this::wants));
        }

        private boolean wants(String tag) {
            String lower = tag.toLowerCase(Locale.ROOT);
            return tags.stream()
                    .map(wanted -> wanted.toLowerCase(Locale.ROOT))
                    .anyMatch(wanted -> isBelow(lower, wanted));
        }
    }

    /**
     * A tag that was asked for and that no rule has.
     *
     * @param meant the one that was perhaps meant
     */
    record UnusedTag(String tag, Optional<String> meant) {}

    private Rules(
            RuleSet set,
            Routing routing,
            Correlations correlations,
            Pipelines pipelines,
            boolean tellText,
            List<UnusedTag> unusedTags,
            Duration elapsed) {
        this.set = set;
        this.routing = routing;
        this.correlations = correlations;
        this.tellText = tellText;
        this.unusedTags = List.copyOf(unusedTags);
        this.elapsed = elapsed;
        this.times = numbers(routing.names(), pipelines.times());
        this.hosts = numbers(routing.names(), pipelines.hosts());
    }

    /** Reads rules, which takes the time that {@link #elapsed} tells. */
    static Rules read(
            Clock clock,
            List<Path> paths,
            Placeholders placeholders,
            Choice choice,
            RoutingMode mode,
            Pipelines pipelines) {
        Instant began = clock.instant();
        RuleSet all = RuleSet.of(RuleFolder.read(new RuleReader(placeholders), paths));
        RuleSet set = all.only(choice::wants);
        Correlations correlations = Correlations.of(set);
        Set<String> wanted = new LinkedHashSet<>();
        for (int rule = 0; rule < set.rules().size(); rule++) {
            wanted.addAll(correlations.fields(rule));
        }
        List<String> places =
                Stream.concat(pipelines.times().stream(), pipelines.hosts().stream()).toList();
        Router router = mode.router(pipelines);
        Routing routing = Routing.of(set.rules(), router, wanted, places);
        Duration elapsed = Duration.between(began, clock.instant());
        return new Rules(
                set,
                routing,
                correlations,
                pipelines,
                tellsText(router),
                unusedTags(all, choice.tags()),
                elapsed);
    }

    private static List<UnusedTag> unusedTags(RuleSet all, List<String> tags) {
        Set<String> known =
                Stream.concat(
                                all.rules().stream().map(Rule::header),
                                all.correlations().stream().map(Correlation::header))
                        .flatMap(header -> header.tags().stream())
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
        return tags.stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> known.stream().noneMatch(each -> isBelow(each, tag)))
                .map(tag -> new UnusedTag(tag, meant(tag, known)))
                .toList();
    }

    /** A tag that has what was written behind its namespace. */
    private static Optional<String> meant(String tag, Set<String> known) {
        return known.stream()
                .filter(each -> isBelow(each.substring(each.indexOf('.') + 1), tag))
                .map(each -> each.substring(0, each.indexOf('.') + 1) + tag)
                .findFirst();
    }

    private static boolean isBelow(String tag, String wanted) {
        return tag.equals(wanted) || tag.startsWith(wanted + ".");
    }

    private static boolean tellsText(Router router) {
        List<List<String>> line =
                router.marks().stream()
                        .map(mark -> mark.equals(MESSAGE) ? List.of("text") : List.<String>of())
                        .toList();
        return router.origin(line).isTold();
    }

    private static int[] numbers(Names names, List<String> places) {
        return places.stream().mapToInt(names::number).toArray();
    }

    RuleSet set() {
        return set;
    }

    Routing routing() {
        return routing;
    }

    /**
     * Whether something tells the source of a line that is nothing but a message: a pipeline that
     * has a mark there, or that every rule is for every event.
     */
    boolean tellText() {
        return tellText;
    }

    /** What was asked for in vain. */
    List<UnusedTag> unusedTags() {
        return unusedTags;
    }

    /** How long reading took. */
    Duration elapsed() {
        return elapsed;
    }

    Correlations correlations() {
        return correlations;
    }

    /** Where the time of events lies, the best first: numbers among the names of the rules. */
    int[] times() {
        return times.clone();
    }

    /** Where the computer's name lies, the best first. */
    int[] hosts() {
        return hosts.clone();
    }
}

package org.danaya.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.danaya.sigma.engine.Memory;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.live.Evaluator;
import org.danaya.sigma.live.LiveRules;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleSet;

/**
 * The Sigma engine: events a second on one thread, from bytes to matches, with the 3,754 rules of
 * the corpora. Each pass has an evaluator that knows nothing, over rules that are compiled.
 *
 * <p>What is found on a lane must be what another engine found there: else the bench fails. Options
 * ({@code --name value}): {@code lanes}, {@code modes} ({@code every}, {@code own}, {@code
 * pipelines}), {@code passes}, {@code warm}; {@code threads}, for as many evaluators that share the
 * rules, each over its part of the events; {@code rules}, {@code kept} and {@code seed}, for so
 * many rules, the corpus's among them ({@link VariedRules}). Those run in turns with the one thread
 * and the corpus's rules.
 *
 * <p>Whoever compares figures pins it: {@code taskset -c 1 bench/run SigmaBench}.
 */
public final class SigmaBench {

    private final SigmaOptions options;
    private final List<Rule> rules;
    private final List<Rule> varied;

    private SigmaBench(SigmaOptions options, List<Rule> rules) {
        this.options = options;
        this.rules = rules;
        this.varied =
                options.rules() == 0
                        ? List.of()
                        : VariedRules.of(rules, options.rules(), options.kept(), options.seed());
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        SigmaOptions options = SigmaOptions.of(arguments);
        SigmaBench bench = new SigmaBench(options, load());
        try (ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
            for (String lane : options.lanes()) {
                SigmaEvents events = SigmaCorpus.events(lane);
                for (SigmaOptions.Mode mode : options.modes()) {
                    if (mode.suits(lane)) {
                        bench.measure(lane, events, mode, threads);
                    }
                }
            }
        }
    }

    /** Reads the rules and compiles them, which is done when the first event comes. */
    private static List<Rule> load() {
        long heap = heap();
        Used begin = Used.now();
        RuleSet read = SigmaCorpus.rules();
        List<Rule> rules = read.rules();
        Used there = Used.now();
        Evaluator evaluator = new Evaluator(live(rules, SigmaOptions.Mode.EVERY));
        pass(evaluator, SigmaEvents.of("{}".getBytes(StandardCharsets.US_ASCII)));
        Used compiled = Used.now();
        System.out.printf(
                "%,d rules (%,d refused): read in %s, compiled in %s, heap %,d MB%n",
                rules.size(),
                read.refused().size(),
                there.since(begin),
                compiled.since(there),
                (heap() - heap) >> 20);
        return evaluator.rules().rules();
    }

    private void measure(
            String lane, SigmaEvents events, SigmaOptions.Mode mode, ExecutorService threads) {
        long before = heap();
        LiveRules live = live(rules, mode);
        Evaluator first = new Evaluator(live);
        long matches = pass(first, events);
        long heap = heap() - before;
        System.out.printf(
                "%s, %s: %,d events of %,d bytes, %,d matches%s; heap %,d MB with one evaluator%n",
                lane,
                mode.words(),
                events.size(),
                events.length() / events.size(),
                matches,
                compare(lane, events, mode, first),
                heap >> 20);
        Series one = new Series(events.size(), () -> pass(new Evaluator(live), events));
        List<Series> all = new ArrayList<>(List.of(one));
        if (options.threads() > 1) {
            all.add(new Series(events.size(), () -> together(live, events, threads)));
        }
        if (!varied.isEmpty()) {
            LiveRules many = live(varied, mode);
            compare(lane, events, mode, new Evaluator(many));
            all.add(new Series(events.size(), () -> pass(new Evaluator(many), events)));
        }
        Series.run(all, options.warm(), options.passes());
        System.out.printf(
                "  one thread: %s by its processor time; %s by the clock%n",
                one.byProcessor(), one.byClock());
        if (options.threads() > 1) {
            Series several = all.get(1);
            System.out.printf(
                    "  %d threads: %s by the clock, %.2f times one thread%n",
                    options.threads(), several.byClock(), several.ratioByClock(one));
        }
        if (!varied.isEmpty()) {
            Series many = all.getLast();
            System.out.printf(
                    "  %,d rules (%d %% of their fields kept, seed %d), %,d matches: %s by processor time, %.2f times the speed%n",
                    varied.size(),
                    options.kept(),
                    options.seed(),
                    many.matches(),
                    many.byProcessor(),
                    many.ratioByProcessor(one));
        }
    }

    private static LiveRules live(List<Rule> rules, SigmaOptions.Mode mode) {
        return new LiveRules(Routing.of(rules, mode.router()));
    }

    private static long pass(Evaluator evaluator, SigmaEvents events) {
        return pass(evaluator, events, 0, events.size());
    }

    /** Evaluates some of the events, and looks at every match. */
    private static long pass(Evaluator evaluator, SigmaEvents events, int from, int to) {
        long matches = 0;
        for (int event = from; event < to; event++) {
            int found = events.evaluate(evaluator, event);
            for (int i = 0; i < found; i++) {
                matches += evaluator.match(i) >= 0 ? 1 : 0;
            }
        }
        return matches;
    }

    /** Evaluates the events on several threads, each as many behind each other. */
    private long together(LiveRules live, SigmaEvents events, ExecutorService threads) {
        int count = options.threads();
        Memory memory = new Memory();
        List<Future<Long>> parts =
                IntStream.range(0, count)
                        .mapToObj(
                                part ->
                                        threads.submit(
                                                () ->
                                                        pass(
                                                                new Evaluator(live, memory),
                                                                events,
                                                                place(events, part, count),
                                                                place(events, part + 1, count))))
                        .toList();
        long matches = 0;
        try {
            for (Future<Long> part : parts) {
                matches += part.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return matches;
    }

    private static int place(SigmaEvents events, int part, int count) {
        return Math.toIntExact((long) events.size() * part / count);
    }

    /**
     * Throws if the corpus's rules don't find what was recorded; those behind them aren't looked
     * at. What it says stands behind the number of matches.
     */
    private String compare(
            String lane, SigmaEvents events, SigmaOptions.Mode mode, Evaluator evaluator) {
        String recorded = mode.recorded();
        if (recorded == null || !SigmaCorpus.LANES.contains(lane)) {
            return "";
        }
        Set<String> wanted = SigmaCorpus.recorded(lane, recorded);
        int known = 0;
        for (int event = 0; event < events.size(); event++) {
            int found = events.evaluate(evaluator, event);
            for (int i = 0; i < found; i++) {
                int rule = evaluator.match(i);
                if (rule < rules.size()) {
                    String match = event + "\t" + rules.get(rule).id();
                    if (!wanted.contains(match)) {
                        throw new IllegalStateException("found, but not recorded: " + match);
                    }
                    known++;
                }
            }
        }
        if (known != wanted.size()) {
            throw new IllegalStateException(
                    known + " matches found, " + wanted.size() + " recorded");
        }
        return " as recorded";
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What the program took until now, on all threads. */
    private record Used(Duration processor, long clock) {

        static Used now() {
            return new Used(
                    ProcessHandle.current().info().totalCpuDuration().orElseThrow(),
                    System.nanoTime());
        }

        String since(Used begin) {
            return "%.2f s (%.2f s of processor time)"
                    .formatted(
                            (clock - begin.clock) / 1e9,
                            processor.minus(begin.processor).toMillis() / 1e3);
        }
    }
}

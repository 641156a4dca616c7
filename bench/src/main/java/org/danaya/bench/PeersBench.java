package org.danaya.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.danaya.bench.peers.Peer;
import org.danaya.bench.peers.PeerLoader;
import org.danaya.bench.peers.PeerQueries;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.live.Evaluator;
import org.danaya.sigma.live.LiveRules;
import org.danaya.sigma.route.EveryRule;

/**
 * The Sigma engine beside peers on the JVM that are given equivalent queries, in turns, over the
 * same events, from bytes to matches: Lucene Monitor, and the percolator of OpenSearch, in a node
 * within this process that has no network. Only rules that the peers can be asked count, for the
 * engine too. Who finds other matches than the engine makes the bench fail.
 *
 * <p>Times are processor time: of this thread, and for OpenSearch, whose work is done on threads of
 * its own, of all threads together.
 *
 * <p>Whoever compares figures pins it: {@code taskset -c 1 bench/run PeersBench}.
 */
public final class PeersBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int SHOWN = 5;

    /** How many times the engine goes over the events in one pass, each time knowing nothing. */
    private static final int REPEATED = 20;

    private final PeersOptions options;
    private final PeerQueries queries;
    private final LiveRules live;
    private final Map<String, Peer> peers = new LinkedHashMap<>();

    private PeersBench(PeersOptions options, PeerQueries queries) {
        this.options = options;
        this.queries = queries;
        live = new LiveRules(Routing.of(queries.rules(), new EveryRule()));
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        PeersOptions options = PeersOptions.of(arguments);
        @SuppressWarnings("unchecked")
        Predicate<String> expressible =
                (Predicate<String>)
                        load(options, "monitor", "Expressible").getConstructor().newInstance();
        PeerQueries queries = new PeerQueries(SigmaCorpus.rules().rules(), expressible);
        System.out.printf(
                "%,d rules as queries; left out, by what can't be asked: %s%n",
                queries.rules().size(), queries.left());
        PeersBench bench = new PeersBench(options, queries);
        try {
            for (String peer : options.peers()) {
                bench.open(peer);
            }
            for (String lane : options.lanes()) {
                bench.measure(lane, SigmaCorpus.events(lane).first(options.events()));
            }
        } finally {
            bench.peers.values().forEach(Peer::close);
        }
    }

    private void measure(String lane, SigmaEvents events) {
        Set<Long> wanted = new TreeSet<>();
        Evaluator evaluator = new Evaluator(live);
        engine(evaluator, events, (event, rule) -> wanted.add(pair(event, rule)));
        System.out.printf(
                "%s: the first %,d events of %,d bytes, %,d matches%n",
                lane, events.size(), events.length() / events.size(), wanted.size());
        List<Series> all = new ArrayList<>();
        all.add(
                warm(
                        new Series(
                                events.size() * REPEATED,
                                () -> counted(sink -> repeated(events, sink)))));
        for (Map.Entry<String, Peer> entry : peers.entrySet()) {
            String name = entry.getKey();
            Peer peer = entry.getValue();
            AtomicBoolean compared = new AtomicBoolean();
            all.add(
                    warm(
                            new Series(
                                    events.size(),
                                    () ->
                                            compared.getAndSet(true)
                                                    ? counted(sink -> events.evaluate(peer, sink))
                                                    : compare(name, events, peer, wanted),
                                    name.startsWith("percolator")
                                            ? PeersBench::allThreads
                                            : THREADS::getCurrentThreadCpuTime)));
        }
        Series.run(all, 0, options.passes());
        Series engine = all.getFirst();
        System.out.printf(
                "  Danaya: %s by processor time, %s by the clock%n",
                engine.byProcessor(), engine.byClock());
        int at = 1;
        for (String name : peers.keySet()) {
            Series series = all.get(at++);
            System.out.printf(
                    "  %s: %s by processor time, %s by the clock; Danaya %,.0f and %,.0f times as fast%n",
                    name,
                    series.byProcessor(),
                    series.byClock(),
                    engine.ratioByProcessor(series),
                    engine.ratioByClock(series));
        }
    }

    private Series warm(Series series) {
        Series.run(List.of(series), options.warm(), 0);
        return series;
    }

    private void repeated(SigmaEvents events, Peer.Sink sink) {
        for (int i = 0; i < REPEATED; i++) {
            engine(new Evaluator(live), events, sink);
        }
    }

    /** Each is loaded anew with its own jars. */
    private void open(String name) throws ReflectiveOperationException, IOException {
        String[] parts = name.split("/", -1);
        boolean monitor = parts[0].equals("monitor");
        Class<?> type = load(options, parts[0], monitor ? "MonitorPeer" : "PercolatorPeer");
        Thread.currentThread().setContextClassLoader(type.getClassLoader());
        long begin = System.nanoTime();
        Object peer =
                monitor
                        ? type.getConstructor(List.class, String.class, int.class)
                                .newInstance(
                                        queries.queries(), parts[1], Integer.parseInt(parts[2]))
                        : type.getConstructor(List.class, int.class)
                                .newInstance(queries.queries(), Integer.parseInt(parts[1]));
        peers.put(name, (Peer) peer);
        System.out.printf(
                "%s: queries registered in %.1f s%n", name, (System.nanoTime() - begin) / 1e9);
    }

    private static Class<?> load(PeersOptions options, String peer, String type)
            throws IOException, ClassNotFoundException {
        PeerLoader loader = PeerLoader.of(Path.of(options.jars()).resolve(peer), peer);
        return loader.loadClass(PeerLoader.class.getPackageName() + "." + peer + "." + type);
    }

    private static void engine(Evaluator evaluator, SigmaEvents events, Peer.Sink sink) {
        for (int event = 0; event < events.size(); event++) {
            int found = events.evaluate(evaluator, event);
            for (int i = 0; i < found; i++) {
                sink.match(event, evaluator.match(i));
            }
        }
    }

    private interface Pass {
        void run(Peer.Sink sink);
    }

    private static long counted(Pass pass) {
        long[] matches = new long[1];
        pass.run((event, rule) -> matches[0]++);
        return matches[0];
    }

    /** How many matches the peer finds; throws where they aren't the engine's. */
    private long compare(String name, SigmaEvents events, Peer peer, Set<Long> wanted) {
        Set<Long> missing = new TreeSet<>(wanted);
        Set<Long> more = new TreeSet<>();
        events.evaluate(
                peer,
                (event, rule) -> {
                    long pair = pair(event, rule);
                    if (!missing.remove(pair)) {
                        more.add(pair);
                    }
                });
        if (!missing.isEmpty() || !more.isEmpty()) {
            show("not found by " + name, missing, events);
            show("found by " + name + " alone", more, events);
            throw new IllegalStateException(
                    "%s: %,d matches missing, %,d more"
                            .formatted(name, missing.size(), more.size()));
        }
        return wanted.size();
    }

    private void show(String what, Set<Long> pairs, SigmaEvents events) {
        pairs.stream()
                .limit(SHOWN)
                .forEach(
                        pair ->
                                System.out.printf(
                                        "  %s: event %d, rule %s: %s%n",
                                        what,
                                        pair >>> 32,
                                        queries.rules().get(pair.intValue()).id(),
                                        events.text((int) (pair >>> 32)).strip()));
    }

    private static long pair(int event, int rule) {
        return ((long) event << 32) | rule;
    }

    private static long allThreads() {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            sum += Math.max(0, THREADS.getThreadCpuTime(id));
        }
        return sum;
    }
}

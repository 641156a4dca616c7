package org.danaya.sigma.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.sigma.route.Naming;
import org.danaya.sigma.route.Origin;
import org.danaya.sigma.route.Renaming;
import org.danaya.sigma.route.Router;
import org.danaya.sigma.route.RuleFields;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.rule.Rule;

/**
 * Rules evaluated only on events that concern them, with their fields where the events keep them,
 * as a {@link Router} tells. Immutable, but for what it compiles on the way; shared by threads,
 * each with a {@link RoutedSession}.
 *
 * <p>The rules for one kind of event are compiled by themselves when its first event comes, so that
 * nothing is looked for that can't match. After {@value #MOST} kinds, all rules are compiled
 * together for each naming, and what doesn't concern an event is left out.
 */
public final class Routing {

    /** So many sets of rules are compiled by themselves. */
    public static final int MOST = 256;

    /** The rules of so many origins are known; those of others are looked for each time. */
    private static final int ORIGINS = 1 << 12;

    private final List<Rule> rules;
    private final Router router;
    private final Set<String> wanted;
    private final Names names;
    private final boolean everywhere;

    /** The rules for each log source. */
    private final Map<LogSource, BitSet> sources = new LinkedHashMap<>();

    /** What log sources say, in lower case. */
    private final Set<String> words;

    private final LongAdder compiling = new LongAdder();
    private final Map<Kind, RoutedPart> parts = new ConcurrentHashMap<>();

    /** The first origins, at most {@link #ORIGINS}. */
    private final Map<Origin, RoutedPart> origins = new ConcurrentHashMap<>();

    /** Events that the same rules concern, and that keep their fields alike. */
    private record Kind(BitSet concerned, Naming naming, boolean told) {}

    private Routing(List<Rule> rules, Router router, Set<String> wanted, List<String> places) {
        this.rules = List.copyOf(rules);
        this.router = router;
        this.wanted = Set.copyOf(wanted);
        Names.Collected collected = new Names.Collected();
        router.marks().forEach(collected::number);
        places.forEach(collected::number);
        Set<String> fields = new LinkedHashSet<>(wanted);
        this.rules.forEach(rule -> fields.addAll(RuleFields.of(rule)));
        fields.forEach(field -> router.places(field).forEach(collected::number));
        names = collected.done(router.ignoresSpaces());
        everywhere = this.rules.stream().anyMatch(RuleFields::searchEverywhere);
        for (int i = 0; i < this.rules.size(); i++) {
            sources.computeIfAbsent(this.rules.get(i).logSource(), unused -> new BitSet()).set(i);
        }
        words = words(sources.keySet());
    }

    /** Compiles rules, whose places in the list are their numbers from then on. */
    public static Routing of(List<Rule> rules, Router router) {
        return of(rules, router, Set.of(), List.of());
    }

    /**
     * Compiles rules, whose places in the list are their numbers from then on.
     *
     * @param wanted fields that are asked for of matches, as rules name them
     * @param places what is asked for of any event
     */
    public static Routing of(
            List<Rule> rules, Router router, Set<String> wanted, List<String> places) {
        return new Routing(rules, router, wanted, places);
    }

    /** The places where events may keep what is looked for. */
    public Names names() {
        return names;
    }

    public List<Rule> rules() {
        return rules;
    }

    public Router router() {
        return router;
    }

    /** Whether a rule searches everywhere, so that values without a name matter too. */
    public boolean searchesEverywhere() {
        return everywhere;
    }

    private static Set<String> words(Set<LogSource> sources) {
        return sources.stream()
                .flatMap(of -> Stream.of(of.product(), of.service(), of.category()))
                .filter(Objects::nonNull)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who evaluates the events of an origin. */
    RoutedPart part(Origin from) {
        Origin origin = from.among(words);
        RoutedPart part = origins.get(origin);
        if (part == null) {
            part = concerned(origin);
            if (origins.size() < ORIGINS) {
                origins.put(origin, part);
            }
        }
        return part;
    }

    private RoutedPart concerned(Origin origin) {
        BitSet concerned = new BitSet(rules.size());
        sources.forEach(
                (source, some) -> {
                    if (origin.concerns(source)) {
                        concerned.or(some);
                    }
                });
        Kind kind = new Kind(concerned, origin.naming(), origin.isTold());
        RoutedPart known = parts.get(kind);
        if (known != null) {
            return known;
        }
        if (parts.size() < MOST) {
            return parts.computeIfAbsent(kind, unused -> compile(kind, origin::concerns));
        }
        BitSet all = new BitSet(rules.size());
        all.set(0, rules.size());
        Kind whole = new Kind(all, origin.naming(), origin.isTold());
        return parts.computeIfAbsent(whole, unused -> compile(whole, source -> true))
                .only(concerned);
    }

    /** How long compiling took so far, of all kinds of events together. */
    public Duration compiling() {
        return Duration.ofNanos(compiling.sum());
    }

    private RoutedPart compile(Kind kind, Predicate<LogSource> concerns) {
        long began = System.nanoTime();
        List<Rule> some = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Map<List<String>, String> keys = new LinkedHashMap<>();
        kind.concerned().stream()
                .forEach(
                        number -> {
                            Rule rule = rules.get(number);
                            LogSource source = rule.logSource();
                            wanted.forEach(field -> key(keys, kind.naming(), source, field));
                            some.add(
                                    Renaming.of(
                                            rule,
                                            field -> key(keys, kind.naming(), source, field)));
                            numbers.add(number);
                        });
        Names.Collected fields = new Names.Collected();
        keys.values().forEach(fields::number);
        Engine engine = Engine.of(some, fields);
        compiling.add(System.nanoTime() - began);
        return new RoutedPart(engine, numbers, kind.naming(), kind.told(), concerns, names, keys);
    }

    /** One name for fields that lie in the same places. */
    private static String key(
            Map<List<String>, String> keys, Naming naming, LogSource source, String field) {
        return keys.computeIfAbsent(
                naming.places(source, field), places -> String.join("|", places));
    }
}

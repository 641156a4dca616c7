package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Rules evaluated only on events of their log source, as the event itself tells it in its fields
 * {@code product}, {@code service} and {@code category}: a rule is skipped where it names another
 * one; what the event or the rule doesn't say matches anything. Shared by threads, each with a
 * {@link RoutedSession}.
 *
 * <p>The rules for one kind of event are compiled by themselves when its first event comes, so that
 * nothing is looked for that can't match. At most {@value #MOST} kinds: the events of others are
 * evaluated by all rules, and what isn't theirs is left out.
 */
public final class Routing {

    /** So many sets of rules are compiled by themselves. */
    public static final int MOST = 64;

    private final List<Rule> rules;
    private final Names.Collected collected = new Names.Collected();
    private final Engine whole;
    private final Map<BitSet, Part> parts = new ConcurrentHashMap<>();

    /** What an event says of its source; null where it says nothing. */
    record Source(@Nullable String product, @Nullable String service, @Nullable String category) {

        boolean concerns(LogSource of) {
            return same(product, of.product())
                    && same(service, of.service())
                    && same(category, of.category());
        }

        private static boolean same(@Nullable String there, @Nullable String wanted) {
            return there == null || wanted == null || there.equalsIgnoreCase(wanted);
        }
    }

    /** Some of the rules, compiled by themselves. */
    record Part(Engine engine, List<Integer> numbers) {}

    private Routing(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        collected.number("product");
        collected.number("service");
        collected.number("category");
        whole = Engine.of(rules, collected);
    }

    /** Compiles rules, whose places in the list are their numbers from then on. */
    public static Routing of(List<Rule> rules) {
        return new Routing(rules);
    }

    public Names names() {
        return whole.names();
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Whether a rule searches everywhere, so that values without a name matter too. */
    public boolean searchesEverywhere() {
        return whole.searchesEverywhere();
    }

    Engine whole() {
        return whole;
    }

    BitSet concerned(Source source) {
        BitSet concerned = new BitSet(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            concerned.set(i, source.concerns(rules.get(i).logSource()));
        }
        return concerned;
    }

    /** The rules of a set, compiled; null where too many sets are. */
    @Nullable Part part(BitSet concerned) {
        Part known = parts.get(concerned);
        if (known != null || parts.size() >= MOST) {
            return known;
        }
        return parts.computeIfAbsent(concerned, this::compile);
    }

    private Part compile(BitSet concerned) {
        List<Rule> some = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        concerned.stream()
                .forEach(
                        number -> {
                            some.add(rules.get(number));
                            numbers.add(number);
                        });
        // The names are all known: nothing is collected any more, whichever thread compiles.
        return new Part(Engine.of(some, collected), List.copyOf(numbers));
    }
}

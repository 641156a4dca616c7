package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.ValueTest;
import org.danaya.sigma.search.Popularity;
import org.jspecify.annotations.Nullable;

/**
 * Rules compiled to be evaluated together, for good: shared by any number of threads, each with its
 * own {@link Session}.
 *
 * <p>What rules ask of fields is numbered ({@link Check}), so that what they share is found out
 * once; all that is asked of one field lies in one {@link Table}; a rule is looked at only when one
 * of the few checks holds without which it can't ({@link Odds}).
 */
public final class Engine {

    private static final int[] NONE = {};

    /** About so many different fours of bytes are in what a rule looks for. */
    private static final int FOURS = 16;

    final Names names;
    final List<Rule> rules;
    final int checks;

    /** For each name, the check that it is there; -1 where nobody asks. */
    final int[] present;

    /** For each name, what is asked of its values; null where nothing is asked of them alone. */
    final @Nullable Lookup[] lookups;

    /** What is asked of any text. */
    final @Nullable Lookup anywhere;

    /** For each check, whether one field refers to another; null for the others. */
    final Check.@Nullable Refers[] refers;

    /** For each check, how it is asked when a rule does; null for the others. */
    final @Nullable Deferred[] deferred;

    private final boolean everywhere;

    /** For each check, the rules that wait for it. */
    final int[][] watchers;

    /** Rules that wait for nothing. */
    final int[] always;

    /** Where each rule begins in {@link #code}. */
    final int[] starts;

    final int[] code;

    private Engine(Names names, List<Rule> rules, List<Formula> formulas, Checks numbered) {
        this.names = names;
        this.rules = List.copyOf(rules);
        List<Check> all = numbered.all();
        checks = all.size();
        present = new int[names.size()];
        Arrays.fill(present, -1);
        refers = new Check.Refers[checks];
        deferred = new Deferred[checks];
        Odds odds = new Odds(Guess.odds(all, numbered.users(), numbered.tests()));
        List<Odds.Watch> watches = formulas.stream().map(odds::watch).toList();
        Set<Integer> waitedFor = new HashSet<>();
        watches.forEach(watch -> waitedFor.addAll(watch.checks()));
        Table.Collected[] collected = new Table.Collected[names.size() + 1];
        int questions = 0;
        for (int i = 0; i < checks; i++) {
            Check check = all.get(i);
            if (check instanceof Check.Present(int name)) {
                present[name] = i;
            } else if (check instanceof Check.Refers refer) {
                refers[i] = refer;
            } else {
                int name = check instanceof Check.Passes passes ? passes.name() : Slots.UNNAMED;
                List<ValueTest> tests = numbered.tests().of(check);
                if (!waitedFor.contains(i) && Deferred.fits(tests)) {
                    deferred[i] = Deferred.of(questions++, name, tests);
                } else {
                    add(collected, name < 0 ? names.size() : name, check, i, numbered.tests());
                }
            }
        }
        Popularity popularity = popularity(rules, collected);
        Table.Collected last = collected[names.size()];
        Table shared = last == null ? Table.NOTHING : last.done(popularity);
        anywhere = last == null ? null : new Lookup(shared, Table.NOTHING);
        lookups = new Lookup[names.size()];
        for (int i = 0; i < lookups.length; i++) {
            lookups[i] =
                    collected[i] == null ? null : new Lookup(collected[i].done(popularity), shared);
        }
        everywhere = all.stream().anyMatch(Check.Anywhere.class::isInstance);

        Program program =
                new Program(odds, check -> refers[check] != null || deferred[check] != null);
        List<List<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < checks; i++) {
            waiting.add(new ArrayList<>());
        }
        List<Integer> free = new ArrayList<>();
        starts = new int[rules.size()];
        for (int rule = 0; rule < starts.length; rule++) {
            starts[rule] = program.add(formulas.get(rule));
            Odds.Watch watch = watches.get(rule);
            if (watch.equals(Odds.ALWAYS)) {
                free.add(rule);
            }
            for (int check : watch.checks()) {
                waiting.get(check).add(rule);
            }
        }
        code = program.code();
        always = Table.ints(free);
        watchers = new int[checks][];
        for (int i = 0; i < checks; i++) {
            List<Integer> list = waiting.get(i);
            watchers[i] = list.isEmpty() ? NONE : Table.ints(list);
        }
    }

    private static Popularity popularity(List<Rule> rules, Table.@Nullable Collected[] collected) {
        Popularity popularity = new Popularity(rules.size() * FOURS);
        for (Rule rule : rules) {
            popularity.add(Folding.fold(rule.title()));
            String description = rule.header().description();
            if (description != null) {
                popularity.add(Folding.fold(description));
            }
        }
        for (Table.Collected table : collected) {
            if (table != null) {
                table.count(popularity);
            }
        }
        return popularity;
    }

    private static void add(
            Table.@Nullable Collected[] tables, int at, Check check, int number, Tests all) {
        Table.Collected table = tables[at];
        if (table == null) {
            table = new Table.Collected();
            tables[at] = table;
        }
        for (int test : check.tests()) {
            table.add(test, all.get(test), number);
        }
    }

    /** Compiles rules, whose places in the list are their numbers from then on. */
    public static Engine of(List<Rule> rules) {
        Names.Collected names = new Names.Collected();
        return of(rules, names);
    }

    static Engine of(List<Rule> rules, Names.Collected names) {
        Checks checks = new Checks(names);
        List<Formula> formulas = rules.stream().map(checks::formula).toList();
        return new Engine(names.done(), rules, formulas, checks);
    }

    public Names names() {
        return names;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Whether a rule searches everywhere, so that values without a name matter too. */
    public boolean searchesEverywhere() {
        return everywhere;
    }
}

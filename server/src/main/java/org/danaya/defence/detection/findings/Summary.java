package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Level;

/**
 * Matches counted by level, tactic, host and rule. Keeps a count for each rule that matched and for
 * at most {@link #MOST_HOSTS} hosts, whatever the number of matches. For one thread.
 */
public final class Summary {

    /** The most hosts that are counted apart. */
    public static final int MOST_HOSTS = 10_000;

    /** A rule that matched. */
    static final class Counted {
        private final Header rule;
        private final Level level;
        private long count;

        private Counted(Match first) {
            rule = first.rule();
            level = first.level();
        }

        Header rule() {
            return rule;
        }

        Level level() {
            return level;
        }

        long count() {
            return count;
        }
    }

    private final Map<String, Counted> rules = new HashMap<>();
    private final Tally hosts = new Tally(MOST_HOSTS);
    private final Tally graveHosts = new Tally(MOST_HOSTS);
    private long matches;
    private long withoutTime;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    /** Counts a match. */
    public void found(Match match) {
        matches++;
        rules.computeIfAbsent(Told.rule(match.rule()), _ -> new Counted(match)).count++;
        match.host().ifPresent(host -> hosts.add(host, 1));
        if (match.level().compareTo(Level.HIGH) >= 0) {
            match.host().ifPresent(host -> graveHosts.add(host, 1));
        }
        Told.time(match).ifPresentOrElse(this::happened, () -> withoutTime++);
    }

    private void happened(Instant time) {
        if (time.isBefore(first)) {
            first = time;
        }
        if (time.isAfter(last)) {
            last = time;
        }
    }

    /** The summary for people, line by line. */
    public List<String> lines(Ledger ledger, Showing showing) {
        return new SummaryText(this, showing).lines(ledger);
    }

    /** The summary for machines: one JSON object, on one line. */
    public String json(Ledger ledger) {
        return SummaryJson.of(this, ledger);
    }

    /** Whether all that came in is accounted for. */
    static boolean adds(Ledger ledger) {
        return ledger.events() == ledger.evaluated() + ledger.outside() + setAside(ledger);
    }

    static long setAside(Ledger ledger) {
        return ledger.setAside().values().stream().mapToLong(Long::longValue).sum();
    }

    long matches() {
        return matches;
    }

    /** Matches of which nothing says when. */
    long withoutTime() {
        return withoutTime;
    }

    /** When the first of them happened, where any says when. */
    Optional<Instant> first() {
        return matches == withoutTime ? Optional.empty() : Optional.of(first);
    }

    Optional<Instant> last() {
        return matches == withoutTime ? Optional.empty() : Optional.of(last);
    }

    Tally hosts() {
        return hosts;
    }

    /** Hosts, counted by matches of the two highest levels alone. */
    Tally graveHosts() {
        return graveHosts;
    }

    /** The rules that matched, in the order of their levels and counts, the gravest first. */
    List<Counted> rules() {
        return rules.values().stream()
                .sorted(
                        Comparator.comparing(Counted::level)
                                .thenComparingLong(Counted::count)
                                .reversed()
                                .thenComparing(counted -> counted.rule.title()))
                .toList();
    }

    /** How many matches each level has. */
    Map<Level, Long> levels() {
        Map<Level, Long> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, 0L);
        }
        rules.values().forEach(rule -> levels.merge(rule.level, rule.count, Long::sum));
        return levels;
    }

    /** How many matches each tactic has; a match has all tactics of its rule. */
    Map<Tactic, Long> tactics() {
        Map<Tactic, Long> tactics = new EnumMap<>(Tactic.class);
        for (Counted counted : rules.values()) {
            Told.tactics(counted.rule)
                    .forEach(tactic -> tactics.merge(tactic, counted.count, Long::sum));
        }
        return tactics;
    }
}

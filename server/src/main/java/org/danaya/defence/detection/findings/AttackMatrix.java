package org.danaya.defence.detection.findings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tactics and techniques of ATT&amp;CK that rules name which matched. */
public final class AttackMatrix {

    /** A tactic and its techniques, which are coloured in five steps. */
    public record Column(String name, long count, List<Cell> techniques) {

        /** The most frequent ones. */
        public List<Cell> first() {
            return techniques.stream().limit(MOST_TECHNIQUES).toList();
        }

        public List<Cell> others() {
            return techniques.stream().skip(MOST_TECHNIQUES).toList();
        }
    }

    /** A technique of ATT&amp;CK. */
    public record Cell(String technique, long count, int step) {}

    private static final int MOST_RULES = 1_000;
    private static final int MOST_TECHNIQUES = 8;
    private static final int STEPS = 5;

    private final Showing showing;
    private final Summary summary;

    AttackMatrix(Showing showing, Summary summary) {
        this.showing = showing;
        this.summary = summary;
    }

    /**
     * The matrix: every tactic in its order; one that only older rules name where it has matches.
     */
    List<Column> columns() {
        Map<Tactic, Long> counts = summary.tactics();
        Map<Tactic, List<Tally.Counted>> techniques = new EnumMap<>(Tactic.class);
        for (Tactic tactic : Tactic.values()) {
            if (tactic != Tactic.DEFENSE_EVASION || counts.containsKey(tactic)) {
                techniques.put(tactic, techniques(tactic));
            }
        }
        long most =
                techniques.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Tally.Counted::count)
                        .max()
                        .orElse(1);
        return techniques.entrySet().stream()
                .map(
                        of ->
                                new Column(
                                        showing.tactic(of.getKey()),
                                        counts.getOrDefault(of.getKey(), 0L),
                                        of.getValue().stream()
                                                .map(each -> cell(each, most))
                                                .toList()))
                .toList();
    }

    private List<Tally.Counted> techniques(Tactic tactic) {
        Tally tally = new Tally(MOST_RULES);
        for (Summary.Counted rule : summary.rules()) {
            if (Told.tactics(rule.rule()).contains(tactic)) {
                Told.techniques(rule.rule()).forEach(each -> tally.add(each, rule.count()));
            }
        }
        return tally.top(MOST_RULES);
    }

    /** The colour's step is that of the logarithm, from 1 to {@link #STEPS}. */
    private static Cell cell(Tally.Counted technique, long most) {
        double share =
                most == 1 ? 0 : Math.log((double) technique.count()) / Math.log((double) most);
        return new Cell(technique.name(), technique.count(), 1 + (int) ((STEPS - 1) * share));
    }
}

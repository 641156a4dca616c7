package org.danaya.defence.detection.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Level;

/** The first matches of each rule, so many of each level. What is kept is shortened. */
final class Kept {

    static final int MOST_OF_A_RULE = 5;
    static final int MOST_OF_A_LEVEL = 300;
    private static final int MOST_REASONS = 20;

    private final Map<String, List<Report.Shown>> ofRules = new HashMap<>();
    private final Map<Level, Integer> ofLevels = new EnumMap<>(Level.class);

    void add(Match match) {
        List<Report.Shown> shown =
                ofRules.computeIfAbsent(Told.rule(match.rule()), _ -> new ArrayList<>());
        if (shown.size() < MOST_OF_A_RULE
                && ofLevels.getOrDefault(match.level(), 0) < MOST_OF_A_LEVEL) {
            shown.add(shown(match));
            ofLevels.merge(match.level(), 1, Integer::sum);
        }
    }

    List<Report.Shown> of(String rule) {
        return List.copyOf(ofRules.getOrDefault(rule, List.of()));
    }

    private static Report.Shown shown(Match match) {
        String evidence = match.evidence();
        return new Report.Shown(
                Told.time(match),
                match.host().map(Fields::shortened),
                Fields.shortened(match.file()),
                match.event(),
                match.correlation().map(seen -> Fields.shortened(Told.correlation(seen))),
                match.reasons().stream().limit(MOST_REASONS).map(Kept::reason).toList(),
                evidence == null ? List.of() : Fields.of(evidence));
    }

    private static Report.Field reason(Reason reason) {
        return new Report.Field(
                Fields.shortened((reason.field() + " " + reason.test()).strip()),
                Fields.shortened(reason.value()));
    }
}

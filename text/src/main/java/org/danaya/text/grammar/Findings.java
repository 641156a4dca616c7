package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is found: a limited number, the rest counted. */
final class Findings {

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private boolean conforms = true;

    void add(Rule rule, Frame frame, String subject, String found, List<String> expected) {
        add(rule, rule.severity(), frame, frame.line, frame.column, subject, found, expected);
    }

    void add(
            Rule rule,
            Severity severity,
            Frame frame,
            int line,
            int column,
            String subject,
            String found,
            List<String> expected) {
        if (rule.schema() && severity == Severity.ERROR) {
            conforms = false;
        }
        if (counts.merge(severity, 1, Integer::sum) <= AknValidator.FINDINGS) {
            String path = frame.path();
            kept.add(new Finding(rule, severity, line, column, path, subject, found, expected));
        }
    }

    Report report() {
        kept.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return new Report(
                kept,
                counts.getOrDefault(Severity.ERROR, 0),
                counts.getOrDefault(Severity.WARNING, 0),
                conforms);
    }
}

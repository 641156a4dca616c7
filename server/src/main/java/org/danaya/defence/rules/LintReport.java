package org.danaya.defence.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.danaya.sigma.lint.Finding;
import org.danaya.sigma.lint.Linter;
import org.danaya.sigma.lint.Severity;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.Written;

/**
 * What the linter found, and in how many documents of which kind it looked.
 *
 * @param refused documents that no engine can use
 * @param findings in the order of the files and lines
 */
record LintReport(
        int documents,
        int rules,
        int correlations,
        int filters,
        int refused,
        List<Finding> findings) {

    LintReport {
        findings = List.copyOf(findings);
    }

    /** Lints the documents and keeps the findings that are wanted. */
    static LintReport of(List<Written> documents, Predicate<Finding> wanted) {
        int rules = 0;
        int correlations = 0;
        int filters = 0;
        int refused = 0;
        for (Written document : documents) {
            switch (document.read()) {
                case Read.OfRule _ -> rules++;
                case Read.OfCorrelation _ -> correlations++;
                case Read.OfFilter _ -> filters++;
                case Read.Refused _ -> refused++;
            }
        }
        return new LintReport(
                documents.size(),
                rules,
                correlations,
                filters,
                refused,
                Linter.lint(documents).stream().filter(wanted).toList());
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** How many findings each check has, by its id. */
    Map<String, Long> byCheck() {
        return findings.stream()
                .collect(
                        Collectors.groupingBy(Finding::check, TreeMap::new, Collectors.counting()));
    }

    /** For machines; its sentences are those of the language. */
    Map<String, Object> machine(CheckWords words, boolean summary) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("documents", documents);
        told.put("rules", rules);
        told.put("correlations", correlations);
        told.put("filters", filters);
        told.put("refused", refused);
        told.put("byCheck", byCheck());
        if (!summary) {
            List<Map<String, Object>> each = new ArrayList<>();
            findings.forEach(finding -> each.add(machine(words, finding)));
            told.put("findings", each);
        }
        return told;
    }

    private static Map<String, Object> machine(CheckWords words, Finding finding) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", finding.source().file());
        told.put("document", finding.source().document());
        told.put("line", finding.source().line());
        told.put("severity", CheckWords.code(finding.severity()));
        told.put("check", finding.check());
        told.put("arguments", finding.arguments());
        told.put("sentence", words.sentence(finding));
        return told;
    }
}

package org.danaya.defence.detection.findings;

import java.util.List;
import java.util.Objects;
import org.danaya.sigma.rule.Header;

/** The rules that matched, as the report shows them. Every text in it is without harm. */
public final class FoundRules {

    /** A licence, and how many rules state it. */
    public record License(String name, long count) {}

    /** A rule that matched. */
    public record OfRule(
            String level,
            String levelCode,
            String title,
            String id,
            String author,
            String license,
            String description,
            List<String> falsePositives,
            long count,
            List<Report.Shown> shown) {}

    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final Showing showing;
    private final Summary summary;
    private final Kept kept;

    FoundRules(Showing showing, Summary summary, Kept kept) {
        this.showing = showing;
        this.summary = summary;
        this.kept = kept;
    }

    /** Rules that matched, the gravest first. */
    public List<OfRule> all() {
        return summary.rules().stream().limit(MOST_RULES).map(this::ofRule).toList();
    }

    /** How many rules matched. */
    public int count() {
        return summary.rules().size();
    }

    /** How many rules matched and aren't listed. */
    public int more() {
        return Math.max(0, summary.rules().size() - MOST_RULES);
    }

    /** What licences the rules state that matched, and how many of them state each. */
    public List<License> licenses() {
        Tally licenses = new Tally(MOST_RULES);
        for (Summary.Counted rule : summary.rules()) {
            String license = rule.rule().license();
            licenses.add(
                    license == null
                            ? showing.say("findings.report.license.none")
                            : Fields.shortened(license),
                    1);
        }
        return licenses.top(Report.MOST_LISTED).stream()
                .map(each -> new License(each.name(), each.count()))
                .toList();
    }

    private OfRule ofRule(Summary.Counted counted) {
        Header rule = counted.rule();
        return new OfRule(
                showing.level(counted.level()),
                counted.level().word(),
                Fields.shortened(rule.title()),
                Fields.shortened(Told.rule(rule)),
                Fields.shortened(
                        Objects.requireNonNullElse(
                                rule.author(), showing.say("findings.report.author.none"))),
                Fields.shortened(Objects.requireNonNullElse(rule.license(), "")),
                Fields.shortened(
                        Objects.requireNonNullElse(rule.description(), ""), LONGEST_DESCRIPTION),
                rule.falsePositives().stream()
                        .limit(Report.MOST_LISTED)
                        .map(Fields::shortened)
                        .toList(),
                counted.count(),
                kept.of(Told.rule(rule)));
    }
}

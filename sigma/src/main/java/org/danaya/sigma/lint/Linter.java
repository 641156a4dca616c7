package org.danaya.sigma.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.sigma.rule.Cause;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.RuleSet;
import org.danaya.sigma.rule.Written;
import org.jspecify.annotations.Nullable;

/** Runs every check over documents, and those over all of them together. Without state. */
public final class Linter {
    /** What stands before a cause's code where the finding is that the document was refused. */
    public static final String REFUSED = "refused.";

    private static final List<Check> CHECKS =
            Stream.of(
                            MetadataChecks.ALL,
                            AttributeChecks.ALL,
                            SourceChecks.ALL,
                            DetectionChecks.ALL,
                            ValueChecks.ALL,
                            CorrelationChecks.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Linter() {}

    /**
     * What a check is, for documentation.
     *
     * @param words in English, with {@code {0}}, {@code {1}} for the arguments
     */
    public record About(String id, Severity severity, String clause, String words) {}

    /** All checks, by id. */
    public static List<About> checks() {
        return Stream.concat(CHECKS.stream().map(Check::about), Together.ABOUT.stream())
                .sorted(Comparator.comparing(About::id))
                .toList();
    }

    /** Of a document that isn't one of Sigma's nothing is demanded. */
    private static List<Check> checks(Read read) {
        return read instanceof Read.Refused refused && refused.cause() == Cause.DOCUMENT_KIND
                ? AttributeChecks.OF_ANYTHING
                : CHECKS;
    }

    /** What is found in the documents, in their order and by line. */
    public static List<Finding> lint(List<Written> documents) {
        List<Finding> findings = new ArrayList<>();
        for (Written written : documents) {
            View view = View.of(written);
            if (written.read() instanceof Read.Refused refused) {
                findings.add(refused(refused));
            }
            if (view != null) {
                checks(written.read())
                        .forEach(check -> check.look(view, new Findings(check, view, findings)));
            }
        }
        new Together(documents, findings).look();
        findings.sort(
                Comparator.comparing((Finding finding) -> finding.source().file())
                        .thenComparingInt(finding -> finding.source().document())
                        .thenComparingInt(finding -> finding.source().line()));
        return List.copyOf(findings);
    }

    /**
     * How bad it is that a document was refused: a rule that only lacks an administration's own
     * values is well written.
     */
    public static Severity severity(Cause cause) {
        return cause == Cause.PLACEHOLDER_UNKNOWN ? Severity.NOTE : Severity.ERROR;
    }

    private static Finding refused(Read.Refused refused) {
        return new Finding(
                REFUSED + refused.cause().code(),
                severity(refused.cause()),
                refused.source(),
                refused.column() == 0
                        ? List.of(refused.about())
                        : List.of(refused.about(), Integer.toString(refused.column())),
                refused.message());
    }

    /** What only shows when all documents are seen together. */
    private static final class Together {
        static final List<About> ABOUT =
                List.of(
                        new About(
                                "id.duplicate",
                                Severity.ERROR,
                                "rules, Identification",
                                "{0} is also the id of {1}"),
                        new About(
                                "name.duplicate",
                                Severity.ERROR,
                                "rules, Name",
                                "{0} is also the name of {1}"),
                        new About(
                                "filter.no-such-rule",
                                Severity.WARNING,
                                "filters, Relative rules",
                                "No rule has the id or name {0}"),
                        new About(
                                "related.obsolete-there",
                                Severity.NOTE,
                                "rules, Identification",
                                "«{0}» made this rule obsolete; both are here"));

        private final List<Written> documents;
        private final List<Finding> findings;
        private final Map<String, Header.Source> ids = new HashMap<>();
        private final Map<String, Header.Source> names = new HashMap<>();

        Together(List<Written> documents, List<Finding> findings) {
            this.documents = documents;
            this.findings = findings;
        }

        void look() {
            List<Read> reads = documents.stream().map(Written::read).toList();
            for (Read read : reads) {
                Header header = header(read);
                if (header != null) {
                    once(ABOUT.get(0), ids, header.id(), header.source());
                    once(ABOUT.get(1), names, header.name(), header.source());
                }
            }
            reads.forEach(this::obsolete);
            Set<String> known = new HashSet<>(ids.keySet());
            known.addAll(names.keySet());
            RuleSet set = RuleSet.of(reads);
            set.filters()
                    .forEach(
                            filter ->
                                    filter.rules().stream()
                                            .filter(rule -> !known.contains(rule))
                                            .forEach(
                                                    rule ->
                                                            add(
                                                                    ABOUT.get(2),
                                                                    filter.header().source(),
                                                                    List.of(rule))));
            set.refused().stream()
                    .filter(refused -> !reads.contains(refused))
                    .forEach(refused -> findings.add(refused(refused)));
        }

        private void obsolete(Read read) {
            Header header = header(read);
            if (header != null) {
                header.related().stream()
                        .filter(related -> related.type().equals("obsolete"))
                        .map(related -> ids.get(related.id()))
                        .filter(Objects::nonNull)
                        .forEach(there -> add(ABOUT.get(3), there, List.of(header.title())));
            }
        }

        private void once(
                About about,
                Map<String, Header.Source> seen,
                @Nullable String word,
                Header.Source source) {
            Header.Source first = word == null ? null : seen.putIfAbsent(word, source);
            if (word != null && first != null) {
                add(about, source, List.of(word, first.file() + ":" + first.line()));
            }
        }

        private void add(About about, Header.Source source, List<String> arguments) {
            findings.add(Finding.of(about, source, arguments));
        }

        private static @Nullable Header header(Read read) {
            return switch (read) {
                case Read.OfRule of -> of.rule().header();
                case Read.OfCorrelation of -> of.correlation().header();
                case Read.OfFilter of -> of.filter().header();
                case Read.Refused refused -> null;
            };
        }
    }
}

package org.danaya.sigma.lint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.sigma.rule.Addresses;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.Network;
import org.danaya.sigma.yaml.Yaml;

/** Fields, modifiers and values. */
final class ValueChecks {
    static final List<Check> ALL =
            List.of(
                    new AllOnSingle(),
                    new NullInList(),
                    new UselessWildcard(),
                    new WildcardForModifier(),
                    new OnlyWildcards(),
                    new EmptyPiece(),
                    new DuplicateValue(),
                    new Base64OffsetAlone(),
                    new CasedRegex(),
                    new LiteralRegex(),
                    new NetworkHost(),
                    new FieldSpace());

    private static final Pattern ONLY_RUNS = Pattern.compile("\\*+");
    private static final Pattern LITERAL = Pattern.compile("[\\w \\-/:;,=<>@#%&!~'\"]+");

    private ValueChecks() {}

    private static String name(View.Item item) {
        return item.field().isEmpty() ? "keywords" : item.field();
    }

    /** Whether the last character is a wildcard and no escaped star. */
    private static boolean endsInRun(String text) {
        int backslashes = 0;
        while (backslashes < text.length() - 1
                && text.charAt(text.length() - 2 - backslashes) == '\\') {
            backslashes++;
        }
        return text.endsWith("*") && backslashes % 2 == 0;
    }

    private static final class AllOnSingle extends Check {
        AllOnSingle() {
            super(
                    "modifier.all-on-single",
                    Severity.WARNING,
                    "modifiers, all",
                    "all needs several values; {0} has one");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                if (item.has("all") && item.values().size() == 1) {
                    findings.at(item.line(), name(item));
                }
            }
        }
    }

    private static final class NullInList extends Check {
        NullInList() {
            super(
                    "value.null-in-list",
                    Severity.ERROR,
                    "rules, Special Field Values",
                    "null can't be one of several values of {0}: give it a selection of its own");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                if (item.values().size() > 1
                        && item.values().stream().anyMatch(Yaml.Scalar::isNull)) {
                    findings.at(item.line(), name(item));
                }
            }
        }
    }

    private static final class UselessWildcard extends Check {
        UselessWildcard() {
            super(
                    "value.useless-wildcard",
                    Severity.WARNING,
                    "modifiers, contains",
                    "«{1}» needs no wildcard at that end: {0} stands for it");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                for (Yaml.Scalar value : item.isText() ? item.values() : List.<Yaml.Scalar>of()) {
                    if (ONLY_RUNS.matcher(value.text()).matches()) {
                        continue;
                    }
                    boolean first =
                            value.text().startsWith("*")
                                    && (item.has("contains") || item.has("endswith"));
                    boolean last =
                            endsInRun(value.text())
                                    && (item.has("contains") || item.has("startswith"));
                    if (first || last) {
                        findings.at(value.line(), String.join("|", item.modifiers()), value.text());
                    }
                }
            }
        }
    }

    private static final class WildcardForModifier extends Check {
        WildcardForModifier() {
            super(
                    "value.wildcard-for-modifier",
                    Severity.NOTE,
                    "rules, String Wildcard",
                    "{0}: contains, startswith or endswith say «{1}» without wildcards at its ends");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                for (Yaml.Scalar value :
                        item.modifiers().isEmpty() && !item.field().isEmpty()
                                ? item.values()
                                : List.<Yaml.Scalar>of()) {
                    if (value.text().length() > 1
                            && (value.text().startsWith("*") || endsInRun(value.text()))) {
                        findings.at(value.line(), name(item), value.text());
                    }
                }
            }
        }
    }

    private static final class OnlyWildcards extends Check {
        OnlyWildcards() {
            super(
                    "value.only-wildcards",
                    Severity.NOTE,
                    "rules, Field Existence",
                    "{0} with nothing but wildcards holds for any text; exists says so better");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                for (Yaml.Scalar value : item.isText() ? item.values() : List.<Yaml.Scalar>of()) {
                    if (ONLY_RUNS.matcher(value.text()).matches()) {
                        findings.at(value.line(), name(item));
                    }
                }
            }
        }
    }

    private static final class EmptyPiece extends Check {
        EmptyPiece() {
            super(
                    "value.empty-piece",
                    Severity.WARNING,
                    "modifiers, contains",
                    "An empty value behind {0} is found in every text");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                boolean piece =
                        item.has("contains")
                                || item.has("startswith")
                                || item.has("endswith")
                                || item.field().isEmpty();
                for (Yaml.Scalar value :
                        piece && !item.has("fieldref") ? item.values() : List.<Yaml.Scalar>of()) {
                    if (value.text().isEmpty() && !value.isNull()) {
                        findings.at(value.line(), name(item));
                    }
                }
            }
        }
    }

    private static final class DuplicateValue extends Check {
        DuplicateValue() {
            super(
                    "value.duplicate",
                    Severity.WARNING,
                    "rules, Lists",
                    "«{1}» stands twice among the values of {0}");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                boolean exact =
                        item.has("cased")
                                || item.has("re")
                                || item.has("base64")
                                || item.has("base64offset");
                Set<String> seen = new HashSet<>();
                for (Yaml.Scalar value : item.values()) {
                    if (!seen.add(exact ? value.text() : Fold.fold(value.text()))) {
                        findings.at(value.line(), name(item), value.text());
                    }
                }
            }
        }
    }

    private static final class Base64OffsetAlone extends Check {
        Base64OffsetAlone() {
            super(
                    "modifier.base64offset-alone",
                    Severity.WARNING,
                    "modifiers, Encoding",
                    "base64offset gives a piece of a longer text: without contains it's hardly found");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                if (item.has("base64offset") && !item.has("contains")) {
                    findings.at(item.line());
                }
            }
        }
    }

    private static final class CasedRegex extends Check {
        CasedRegex() {
            super(
                    "modifier.cased-regex",
                    Severity.NOTE,
                    "modifiers, re",
                    "A regular expression of {0} is case-sensitive without cased");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                if (item.has("re") && item.has("cased")) {
                    findings.at(item.line(), name(item));
                }
            }
        }
    }

    private static final class LiteralRegex extends Check {
        LiteralRegex() {
            super(
                    "value.literal-regex",
                    Severity.NOTE,
                    "modifiers, re",
                    "«{0}» is plain text and no expression: contains|cased says the same");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                for (Yaml.Scalar value : item.has("re") ? item.values() : List.<Yaml.Scalar>of()) {
                    if (LITERAL.matcher(value.text()).matches()) {
                        findings.at(value.line(), value.text());
                    }
                }
            }
        }
    }

    private static final class NetworkHost extends Check {
        NetworkHost() {
            super(
                    "value.network-host",
                    Severity.WARNING,
                    "modifiers, cidr",
                    "{0} has bits beyond its prefix; they're ignored");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                for (Yaml.Scalar value :
                        item.has("cidr") ? item.values() : List.<Yaml.Scalar>of()) {
                    Network network = Addresses.readNetwork(value.text());
                    byte[] address = Addresses.read(value.text().replaceFirst("/.*", ""));
                    if (network != null && !Arrays.equals(network.address(), address)) {
                        findings.at(value.line(), value.text());
                    }
                }
            }
        }
    }

    private static final class FieldSpace extends Check {
        FieldSpace() {
            super(
                    "field.space",
                    Severity.WARNING,
                    "rules, Field Usage",
                    "Spaces are stripped from the names of fields: {0} won't be found");
        }

        @Override
        void look(View view, Findings findings) {
            for (View.Item item : view.items()) {
                if (item.field().indexOf(' ') >= 0) {
                    findings.at(item.line(), item.field());
                }
            }
        }
    }
}

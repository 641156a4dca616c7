package org.danaya.sigma.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.sigma.yaml.Yaml;

/** Log sources and tags. */
final class SourceChecks {
    static final List<Check> ALL =
            List.of(
                    new LogsourceMissing(),
                    new LogsourceEmpty(),
                    new LogsourceForm(),
                    new TagForm(),
                    new TagNamespace(),
                    new TagUnknown());

    private static final List<String> DIMENSIONS = List.of("category", "product", "service");
    private static final Pattern LOG_SOURCE = Pattern.compile("[a-z0-9_.-]+");
    private static final Pattern TAG = Pattern.compile("[a-z0-9_-]+\\.[a-z0-9._-]+");
    private static final Set<String> NAMESPACES =
            Set.of("attack", "car", "cve", "d3fend", "detection", "stp", "tlp");

    /** Of ATT&amp;CK for enterprises, mobile devices and industrial control systems. */
    private static final String TACTICS =
            "reconnaissance|resource-development|initial-access|execution|persistence"
                    + "|privilege-escalation|defense-evasion|stealth|defense-impairment"
                    + "|credential-access|discovery|lateral-movement|collection"
                    + "|command-and-control|exfiltration|impact|network-effects"
                    + "|remote-service-effects|evasion|inhibit-response-function"
                    + "|impair-process-control";

    private static final Map<String, Pattern> KNOWN_TAGS =
            Map.of(
                    "attack",
                    Pattern.compile("t[0-9]{4}(\\.[0-9]{3})?|(g|s|m|a|ds|c)[0-9]{4}|" + TACTICS),
                    "car",
                    Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{3}"),
                    "cve",
                    Pattern.compile("[0-9]{4}-[0-9]{4,}"),
                    "detection",
                    Pattern.compile("dfir|emerging-threats|threat-hunting"),
                    "stp",
                    Pattern.compile("[1-5][auk]?"),
                    "tlp",
                    Pattern.compile("red|amber|amber-strict|green|clear"));

    private SourceChecks() {}

    private static final class LogsourceMissing extends Check {
        LogsourceMissing() {
            super("logsource.missing", Severity.ERROR, "rules, LogSource", "There is no logsource");
        }

        @Override
        void look(View view, Findings findings) {
            if ((view.isRule() || view.isFilter()) && view.document().get("logsource") == null) {
                findings.at(1);
            }
        }
    }

    private static final class LogsourceEmpty extends Check {
        LogsourceEmpty() {
            super(
                    "logsource.empty",
                    Severity.WARNING,
                    "rules, LogSource",
                    "The logsource has no category, product or service: the rule looks at every log");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.document().get("logsource") instanceof Yaml.Mapping map
                    && DIMENSIONS.stream().allMatch(dimension -> map.get(dimension) == null)) {
                findings.at(map.line());
            }
        }
    }

    private static final class LogsourceForm extends Check {
        LogsourceForm() {
            super(
                    "logsource.form",
                    Severity.WARNING,
                    "rules, LogSource",
                    "{0}: «{1}» should be in lower case, with _ for spaces");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.document().get("logsource") instanceof Yaml.Mapping map) {
                for (String dimension : DIMENSIONS) {
                    if (map.get(dimension) instanceof Yaml.Scalar value
                            && !LOG_SOURCE.matcher(value.text()).matches()) {
                        findings.at(value.line(), dimension, value.text());
                    }
                }
            }
        }
    }

    private static final class TagForm extends Check {
        TagForm() {
            super(
                    "tag.form",
                    Severity.ERROR,
                    "rules, Tags",
                    "The tag «{0}» must be a namespace, a dot and a name, in lower case, digits, _, - and dots");
        }

        @Override
        void look(View view, Findings findings) {
            for (Yaml.Scalar tag : view.texts("tags")) {
                if (!TAG.matcher(tag.text()).matches()) {
                    findings.at(tag.line(), tag.text());
                }
            }
        }
    }

    private static final class TagNamespace extends Check {
        TagNamespace() {
            super(
                    "tag.namespace",
                    Severity.NOTE,
                    "tags appendix, Namespaces",
                    "The namespace of the tag «{0}» isn't one of the specification's");
        }

        @Override
        void look(View view, Findings findings) {
            for (Yaml.Scalar tag : view.texts("tags")) {
                int dot = tag.text().indexOf('.');
                if (dot > 0 && !NAMESPACES.contains(tag.text().substring(0, dot))) {
                    findings.at(tag.line(), tag.text());
                }
            }
        }
    }

    private static final class TagUnknown extends Check {
        TagUnknown() {
            super(
                    "tag.unknown",
                    Severity.WARNING,
                    "tags appendix",
                    "The tag «{0}» isn't one of its namespace");
        }

        @Override
        void look(View view, Findings findings) {
            for (Yaml.Scalar tag : view.texts("tags")) {
                int dot = tag.text().indexOf('.');
                Pattern known = dot < 0 ? null : KNOWN_TAGS.get(tag.text().substring(0, dot));
                if (known != null && !known.matcher(tag.text().substring(dot + 1)).matches()) {
                    findings.at(tag.line(), tag.text());
                }
            }
        }
    }
}

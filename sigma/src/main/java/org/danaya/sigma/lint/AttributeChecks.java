package org.danaya.sigma.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** The form of attributes, and of the file. */
final class AttributeChecks {
    static final List<Check> ALL =
            List.of(
                    new AttributeType(),
                    new AttributeList(),
                    new AttributeCase(),
                    new AttributeMisspelt(),
                    new ListDuplicate(),
                    new TaxonomyOther(),
                    new RelatedForm(),
                    new FalsePositiveShort(),
                    new FileName());

    /** Those that make sense also where nothing says that a document is one of Sigma's. */
    static final List<Check> OF_ANYTHING = List.of(new AttributeCase(), new AttributeMisspelt());

    /** Longer keys of foreign documents aren't compared. */
    private static final int LONGEST = 40;

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9_]{6,66}\\.yml");
    private static final Set<String> RELATIONS =
            Set.of("derived", "obsolete", "merged", "renamed", "similar");
    private static final List<String> TEXTS =
            List.of(
                    "title",
                    "id",
                    "name",
                    "taxonomy",
                    "status",
                    "description",
                    "license",
                    "author",
                    "date",
                    "modified",
                    "level");
    private static final List<String> LISTS =
            List.of("references", "tags", "fields", "falsepositives", "scope", "related");
    private static final List<String> SECTIONS =
            List.of("logsource", "detection", "correlation", "filter");

    /** What other words than the attribute's own are taken for it. */
    private static final Map<String, String> MISSPELT =
            Map.of(
                    "reference",
                    "references",
                    "tag",
                    "tags",
                    "falsepositive",
                    "falsepositives",
                    "false_positives",
                    "falsepositives",
                    "detections",
                    "detection",
                    "logsources",
                    "logsource",
                    "log_source",
                    "logsource",
                    "authors",
                    "author",
                    "severity",
                    "level");

    private static final Set<String> ATTRIBUTES =
            Stream.of(TEXTS, LISTS, SECTIONS)
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private AttributeChecks() {}

    private static final class AttributeType extends Check {
        AttributeType() {
            super("attribute.type", Severity.ERROR, "rules, Schema", "{0} must be text");
        }

        @Override
        void look(View view, Findings findings) {
            for (String attribute : TEXTS) {
                Yaml value = view.document().get(attribute);
                if (value != null && !(value instanceof Yaml.Scalar)) {
                    findings.at(value.line(), attribute);
                }
            }
        }
    }

    private static final class AttributeList extends Check {
        AttributeList() {
            super("attribute.list", Severity.ERROR, "rules, Schema", "{0} must be a list");
        }

        @Override
        void look(View view, Findings findings) {
            for (String attribute : LISTS) {
                Yaml value = view.document().get(attribute);
                if (value != null
                        && !(value instanceof Yaml.Sequence)
                        && !(value instanceof Yaml.Scalar scalar && scalar.isNull())) {
                    findings.at(value.line(), attribute);
                }
            }
        }
    }

    private static final class AttributeCase extends Check {
        AttributeCase() {
            super(
                    "attribute.case",
                    Severity.WARNING,
                    "rules, Yaml File",
                    "Attributes are written in lower case: {0} has no meaning");
        }

        @Override
        void look(View view, Findings findings) {
            view.document()
                    .entries()
                    .forEach(
                            (key, entry) -> {
                                if (!key.equals(key.toLowerCase(Locale.ROOT))) {
                                    findings.at(entry.key().line(), key);
                                }
                            });
        }
    }

    private static final class AttributeMisspelt extends Check {
        AttributeMisspelt() {
            super(
                    "attribute.misspelt",
                    Severity.WARNING,
                    "rules, File Structure",
                    "The attribute {0} has no meaning; was {1} meant?");
        }

        @Override
        void look(View view, Findings findings) {
            view.document()
                    .entries()
                    .forEach(
                            (key, entry) -> {
                                String meant = meant(key.toLowerCase(Locale.ROOT), view);
                                if (meant != null) {
                                    findings.at(entry.key().line(), key, meant);
                                }
                            });
        }
    }

    /** The attribute that was meant by a key, and isn't there; null where the key may be one. */
    private static @Nullable String meant(String key, View view) {
        if (ATTRIBUTES.contains(key) || key.length() > LONGEST) {
            return null;
        }
        String usual = MISSPELT.get(key);
        return usual != null
                ? usual
                : Spelling.meant(
                        key,
                        ATTRIBUTES.stream()
                                .filter(attribute -> view.document().get(attribute) == null)
                                .toList());
    }

    private static final class ListDuplicate extends Check {
        ListDuplicate() {
            super(
                    "attribute.duplicate",
                    Severity.WARNING,
                    "rules, Schema",
                    "«{1}» stands twice in {0}");
        }

        @Override
        void look(View view, Findings findings) {
            for (String attribute : LISTS) {
                Set<String> seen = new HashSet<>();
                for (Yaml.Scalar text : view.texts(attribute)) {
                    if (!seen.add(text.text())) {
                        findings.at(text.line(), attribute, text.text());
                    }
                }
            }
        }
    }

    private static final class TaxonomyOther extends Check {
        TaxonomyOther() {
            super(
                    "taxonomy.other",
                    Severity.NOTE,
                    "rules, Taxonomy",
                    "The taxonomy {0} must be translated into that of Sigma before the rule can find anything");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar taxonomy = view.text("taxonomy");
            if (taxonomy != null && !taxonomy.text().equals("sigma")) {
                findings.at(taxonomy.line(), taxonomy.text());
            }
        }
    }

    private static final class RelatedForm extends Check {
        RelatedForm() {
            super(
                    "related.form",
                    Severity.ERROR,
                    "rules, Identification",
                    "related must be a list of maps with an id and a type out of derived, obsolete, merged, renamed, similar");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml related = view.document().get("related");
            if (related == null) {
                return;
            }
            List<Yaml> items =
                    related instanceof Yaml.Sequence list ? list.items() : List.of(related);
            for (Yaml item : items) {
                if (!(item instanceof Yaml.Mapping map
                        && map.get("id") instanceof Yaml.Scalar
                        && map.get("type") instanceof Yaml.Scalar type
                        && RELATIONS.contains(type.text()))) {
                    findings.at(item.line());
                }
            }
        }
    }

    private static final class FalsePositiveShort extends Check {
        FalsePositiveShort() {
            super(
                    "falsepositives.too-short",
                    Severity.WARNING,
                    "rules, Schema",
                    "A false positive in fewer than two characters says nothing");
        }

        @Override
        void look(View view, Findings findings) {
            for (Yaml.Scalar text : view.texts("falsepositives")) {
                if (text.text().length() < 2) {
                    findings.at(text.line());
                }
            }
        }
    }

    private static final class FileName extends Check {
        FileName() {
            super(
                    "file.name",
                    Severity.NOTE,
                    "rules, Yaml File",
                    "The file {0} should be named in 10 to 70 characters out of a-z, 0-9 and _, and end in .yml");
        }

        @Override
        void look(View view, Findings findings) {
            String file = view.source().file();
            String name =
                    file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            if (view.source().document() == 0 && !FILE_NAME.matcher(name).matches()) {
                findings.at(1, name);
            }
        }
    }
}

package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * Reads what documents say about themselves; forgiving, because none of it decides what a rule
 * finds.
 */
final class HeaderReader {
    private final Yaml.Mapping document;

    HeaderReader(Yaml.Mapping document) {
        this.document = document;
    }

    Header read(Header.Source source) {
        String id = text("id");
        String title = text("title");
        if (title == null || title.isBlank()) {
            title = id != null ? id : source.file() + "#" + source.document();
        }
        return new Header(
                id,
                text("name"),
                title,
                Status.of(text("status")),
                Level.of(text("level")),
                text("description"),
                text("license"),
                text("author"),
                text("date"),
                text("modified"),
                text("taxonomy"),
                texts("references"),
                texts("tags"),
                texts("fields"),
                texts("falsepositives"),
                texts("scope"),
                related(),
                source);
    }

    LogSource logSource() throws Refusal {
        Yaml value = document.get("logsource");
        if (value == null) {
            return new LogSource(null, null, null);
        }
        if (!(value instanceof Yaml.Mapping map)) {
            throw new Refusal(
                    Cause.ATTRIBUTE_TYPE, value.line(), "logsource", "logsource must be a map");
        }
        return new LogSource(
                dimension(map, "category"), dimension(map, "product"), dimension(map, "service"));
    }

    private static @Nullable String dimension(Yaml.Mapping map, String key) throws Refusal {
        Yaml value = map.get(key);
        if (value == null || (value instanceof Yaml.Scalar scalar && scalar.isNull())) {
            return null;
        }
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        throw new Refusal(Cause.ATTRIBUTE_TYPE, value.line(), key, key + " must be text");
    }

    private @Nullable String text(String key) {
        return document.get(key) instanceof Yaml.Scalar scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }

    private List<String> texts(String key) {
        return document.entries().containsKey(key) ? texts(document.get(key)) : List.of();
    }

    /** A text alone is a list of one. */
    static List<String> texts(@Nullable Yaml value) {
        List<String> texts = new ArrayList<>();
        List<? extends @Nullable Yaml> items =
                value instanceof Yaml.Sequence list
                        ? list.items()
                        : java.util.Collections.singletonList(value);
        for (Yaml item : items) {
            if (item instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                texts.add(scalar.text());
            }
        }
        return List.copyOf(texts);
    }

    private List<Header.Related> related() {
        List<Header.Related> related = new ArrayList<>();
        if (document.get("related") instanceof Yaml.Sequence list) {
            for (Yaml item : list.items()) {
                if (item instanceof Yaml.Mapping map
                        && map.get("id") instanceof Yaml.Scalar id
                        && map.get("type") instanceof Yaml.Scalar type) {
                    related.add(new Header.Related(id.text(), type.text()));
                }
            }
        }
        return List.copyOf(related);
    }
}

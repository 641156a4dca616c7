package org.danaya.sigma.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.sigma.pipeline.Pipeline.Source;
import org.danaya.sigma.pipeline.PipelineDefect.Kind;
import org.danaya.sigma.yaml.Yaml;
import org.danaya.sigma.yaml.YamlDefect;
import org.danaya.sigma.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads pipelines from YAML. The form is described in docs/reference/detect-pipelines.md. */
public final class PipelineReader {

    /** The longest file, in bytes. */
    public static final int LONGEST = 1 << 20;

    /** The most marks. */
    static final int MOST_MARKS = 16;

    private static final String ANY = "*";
    private static final int VERSION = 1;
    private static final Set<String> KEYS =
            Set.of(
                    "name", "version", "marks", "places", "paths", "sources", "time", "host",
                    "spaces");
    private static final Set<String> TOLD =
            Set.of("product", "service", "category", "fields", "paths");

    private final String file;

    private PipelineReader(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the disk doesn't give it
     * @throws PipelineDefect if it is no pipeline
     */
    public static Pipeline read(Path path) throws IOException, PipelineDefect {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new PipelineDefect(path.toString(), 0, Kind.TOO_LARGE, "");
            }
            return read(path.toString(), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Reads a text, of which a name is told in defects. */
    public static Pipeline read(String name, String text) throws PipelineDefect {
        try {
            return new PipelineReader(name).pipeline(YamlReader.read(text));
        } catch (YamlDefect e) {
            throw new PipelineDefect(name, e.line(), Kind.YAML, String.valueOf(e.getMessage()));
        }
    }

    private Pipeline pipeline(@Nullable Yaml yaml) throws PipelineDefect {
        Yaml.Mapping map = map(yaml, 0);
        for (String key : map.entries().keySet()) {
            if (!KEYS.contains(key)) {
                throw defect(map, Kind.KEY, key);
            }
        }
        if (!text(map, "version").equals(String.valueOf(VERSION))) {
            throw defect(map, Kind.VERSION, "");
        }
        Map<String, List<String>> marks = lists(map, "marks");
        if (marks.size() > MOST_MARKS) {
            throw defect(map, Kind.MARKS, "");
        }
        List<String> places = list(map, "places");
        for (String place : places) {
            if (!place.contains(Pipeline.FIELD)) {
                throw defect(map, Kind.PLACE, place);
            }
        }
        List<Source> sources = new ArrayList<>();
        if (map.get("sources") instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                sources.add(source(map(item, item.line()), marks.keySet()));
            }
        }
        return new Pipeline(
                text(map, "name"),
                VERSION,
                marks,
                places,
                lists(map, "paths"),
                sources,
                list(map, "time"),
                list(map, "host"),
                map.get("spaces") != null && text(map, "spaces").equals("ignored"));
    }

    private Source source(Yaml.Mapping map, Set<String> marks) throws PipelineDefect {
        Map<String, Set<String>> when = new LinkedHashMap<>();
        for (String key : map.entries().keySet()) {
            if (marks.contains(key)) {
                Set<String> values = words(map, key);
                when.put(key, values.contains(ANY) ? Set.of() : values);
            } else if (!TOLD.contains(key)) {
                throw defect(map, Kind.MARK, key);
            }
        }
        if (when.isEmpty()) {
            throw defect(map, Kind.NO_MARK, "");
        }
        return new Source(
                when,
                words(map, "product"),
                words(map, "service"),
                words(map, "category"),
                lists(map, "fields"),
                lists(map, "paths"));
    }

    private Set<String> words(Yaml.Mapping map, String key) throws PipelineDefect {
        return list(map, key).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, List<String>> lists(Yaml.Mapping map, String key) throws PipelineDefect {
        Yaml value = map.get(key);
        if (value == null) {
            return Map.of();
        }
        Yaml.Mapping inner = map(value, map.line());
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String name : inner.entries().keySet()) {
            lists.put(name, list(inner, name));
        }
        return lists;
    }

    /** A list of texts, or one text; empty where the key isn't there. */
    private List<String> list(Yaml.Mapping map, String key) throws PipelineDefect {
        Yaml value = map.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                texts.add(text(item));
            }
        } else if (value != null) {
            texts.add(text(value));
        }
        return texts;
    }

    private String text(Yaml.Mapping map, String key) throws PipelineDefect {
        Yaml value = map.get(key);
        if (value == null) {
            throw defect(map, Kind.MISSING, key);
        }
        return text(value);
    }

    private String text(Yaml value) throws PipelineDefect {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        throw defect(value, Kind.TEXT, "");
    }

    private Yaml.Mapping map(@Nullable Yaml value, int line) throws PipelineDefect {
        if (value instanceof Yaml.Mapping map) {
            return map;
        }
        throw new PipelineDefect(file, value == null ? line : value.line(), Kind.MAP, "");
    }

    private PipelineDefect defect(Yaml at, Kind kind, String about) {
        return new PipelineDefect(file, at.line(), kind, about);
    }
}

package org.danaya.sigma.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.danaya.sigma.pipeline.Pipeline.Source;
import org.danaya.sigma.route.Origin;
import org.danaya.sigma.route.OwnFields;
import org.danaya.sigma.route.Router;

/**
 * Pipelines put together: they tell where events are from. An event that none of them knows is from
 * where its own fields {@code product}, {@code service} and {@code category} say.
 */
public final class Pipelines implements Router {

    private static final List<String> BUILT_IN = List.of("windows", "elastic", "cloud");

    /** What fits so many values is known; what fits others is looked for each time. */
    private static final int KNOWN = 1 << 12;

    /** In place of a value that no source asks for: none is empty. */
    private static final String OTHER = "";

    private final List<Pipeline> all;
    private final OwnFields own = new OwnFields();

    /** The places of marks, each once; those of {@link OwnFields} first. */
    private final List<String> marks;

    /** For each place of a mark, the marks that may lie there. */
    private final List<List<Mark>> meanings;

    /** What sources ask of each of those places, in lower case. */
    private final List<Set<String>> words;

    private final Map<List<Place>, Origin> origins = new ConcurrentHashMap<>();

    /** What fits the first values, at most {@link #KNOWN}. */
    private final Map<List<List<String>>, List<Place>> fitting = new ConcurrentHashMap<>();

    /** A mark of one of the pipelines. */
    private record Mark(int pipeline, String name) {}

    /** A source of one of the pipelines. */
    record Place(int pipeline, int source) {}

    private Pipelines(List<Pipeline> all) {
        this.all = List.copyOf(all);
        Map<String, List<Mark>> places = new LinkedHashMap<>();
        own.marks().forEach(place -> places.put(place, new ArrayList<>()));
        for (int i = 0; i < all.size(); i++) {
            int pipeline = i;
            all.get(i)
                    .marks()
                    .forEach(
                            (name, list) ->
                                    list.forEach(
                                            place ->
                                                    places.computeIfAbsent(
                                                                    place,
                                                                    unused -> new ArrayList<>())
                                                            .add(new Mark(pipeline, name))));
        }
        marks = List.copyOf(places.keySet());
        meanings = places.values().stream().map(List::copyOf).toList();
        words = meanings.stream().map(this::words).toList();
    }

    private Set<String> words(List<Mark> meaning) {
        return meaning.stream()
                .flatMap(
                        mark ->
                                all.get(mark.pipeline()).sources().stream()
                                        .flatMap(
                                                source ->
                                                        source
                                                                .when()
                                                                .getOrDefault(mark.name(), Set.of())
                                                                .stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Danaya's own pipelines, and these besides, or instead where the names are equal. */
    public static Pipelines with(List<Pipeline> others) {
        Map<String, Pipeline> named = new LinkedHashMap<>();
        BUILT_IN.forEach(name -> named.put(name, builtIn(name)));
        others.forEach(other -> named.put(other.name(), other));
        return new Pipelines(List.copyOf(named.values()));
    }

    /** The names of Danaya's own pipelines. */
    public static List<String> builtIn() {
        return BUILT_IN;
    }

    private static Pipeline builtIn(String name) {
        try (InputStream in = Pipelines.class.getResourceAsStream(name + ".yml")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return PipelineReader.read(name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PipelineDefect e) {
            throw new IllegalStateException(e.line() + ": " + e.getMessage(), e);
        }
    }

    public List<Pipeline> all() {
        return all;
    }

    /** Where the time of events lies, the best first. */
    public List<String> times() {
        return all.stream().flatMap(pipeline -> pipeline.times().stream()).distinct().toList();
    }

    /** Where the computer's name lies, the best first. */
    public List<String> hosts() {
        return all.stream().flatMap(pipeline -> pipeline.hosts().stream()).distinct().toList();
    }

    @Override
    public List<String> marks() {
        return marks;
    }

    @Override
    public boolean ignoresSpaces() {
        return all.stream().anyMatch(Pipeline::ignoresSpaces);
    }

    @Override
    public Set<String> places(String field) {
        Set<String> places = new LinkedHashSet<>(own.places(field));
        for (Pipeline pipeline : all) {
            pipeline.places(field).forEach(places::add);
            for (Source source : pipeline.sources()) {
                places.addAll(source.paths().getOrDefault(field, List.of()));
                for (String native_ : source.fields().getOrDefault(field, List.of())) {
                    pipeline.places(native_).forEach(places::add);
                }
            }
        }
        return places;
    }

    @Override
    public Origin origin(List<List<String>> values) {
        List<Place> places = fitting(values);
        if (places.isEmpty()) {
            boolean tellsItself =
                    values.stream().limit(own.marks().size()).anyMatch(each -> !each.isEmpty());
            return tellsItself ? own.origin(values) : new Origin.Untold();
        }
        return origins.computeIfAbsent(places, known -> new Known(all, known));
    }

    /** The sources that fit, which values that none asks for don't tell apart. */
    private List<Place> fitting(List<List<String>> values) {
        List<List<String>> asked = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Set<String> here = words.get(i);
            asked.add(
                    values.get(i).stream()
                            .map(value -> value.toLowerCase(Locale.ROOT))
                            .map(value -> here.contains(value) ? value : OTHER)
                            .distinct()
                            .toList());
        }
        List<Place> known = fitting.get(asked);
        if (known == null) {
            known = search(asked);
            if (fitting.size() < KNOWN) {
                fitting.put(List.copyOf(asked), known);
            }
        }
        return known;
    }

    private List<Place> search(List<List<String>> values) {
        Map<Mark, Set<String>> told = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            for (Mark mark : meanings.get(i)) {
                for (String value : values.get(i)) {
                    told.computeIfAbsent(mark, unused -> new LinkedHashSet<>()).add(value);
                }
            }
        }
        List<Place> found = new ArrayList<>();
        for (int pipeline = 0; pipeline < all.size(); pipeline++) {
            List<Source> sources = all.get(pipeline).sources();
            for (int source = 0; source < sources.size(); source++) {
                if (fits(pipeline, sources.get(source), told)) {
                    found.add(new Place(pipeline, source));
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean fits(int pipeline, Source source, Map<Mark, Set<String>> told) {
        return source.when().entrySet().stream()
                .allMatch(
                        wanted -> {
                            Set<String> there =
                                    told.getOrDefault(
                                            new Mark(pipeline, wanted.getKey()), Set.of());
                            return wanted.getValue().isEmpty()
                                    ? !there.isEmpty()
                                    : there.stream().anyMatch(wanted.getValue()::contains);
                        });
    }
}

package org.danaya.sigma.pipeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.sigma.pipeline.Pipeline.Source;
import org.danaya.sigma.route.Naming;
import org.danaya.sigma.route.Origin;
import org.danaya.sigma.rule.LogSource;
import org.jspecify.annotations.Nullable;

/**
 * Where an event is from that pipelines know. What the sources that fit it say together is all that
 * it is: a rule for another service or category doesn't concern it. Each is its own naming; there
 * is one for each set of sources.
 */
final class Known implements Origin, Naming {

    private final List<Pipeline> pipelines;
    private final List<Source> sources;
    private final Set<String> products;
    private final Set<String> services;
    private final Set<String> categories;

    Known(List<Pipeline> all, List<Pipelines.Place> fitting) {
        pipelines =
                fitting.stream().map(Pipelines.Place::pipeline).distinct().map(all::get).toList();
        sources =
                fitting.stream()
                        .map(place -> all.get(place.pipeline()).sources().get(place.source()))
                        .toList();
        products = together(sources.stream().map(Source::products));
        services = together(sources.stream().map(Source::services));
        categories = together(sources.stream().map(Source::categories));
    }

    private static Set<String> together(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean concerns(LogSource source) {
        return fits(source.product(), products)
                && fits(source.service(), services)
                && fits(source.category(), categories);
    }

    private static boolean fits(@Nullable String wanted, Set<String> there) {
        return wanted == null || there.contains(wanted.toLowerCase(Locale.ROOT));
    }

    @Override
    public Origin among(Set<String> words) {
        return this;
    }

    @Override
    public boolean isTold() {
        return true;
    }

    @Override
    public Naming naming() {
        return this;
    }

    @Override
    public List<String> places(LogSource rule, String field) {
        Set<String> places = new LinkedHashSet<>();
        for (Source source : sources) {
            if (speaksOf(source, rule)) {
                source.fields().getOrDefault(field, List.of()).stream()
                        .flatMap(other -> pipelines.stream().flatMap(each -> each.places(other)))
                        .forEach(places::add);
            }
        }
        if (places.isEmpty()) {
            pipelines.stream().flatMap(each -> each.places(field)).forEach(places::add);
        } else {
            pipelines.stream()
                    .flatMap(each -> each.paths().getOrDefault(field, List.of()).stream())
                    .forEach(places::add);
        }
        for (Source source : sources) {
            if (speaksOf(source, rule)) {
                places.addAll(source.paths().getOrDefault(field, List.of()));
            }
        }
        return List.copyOf(places);
    }

    /** Other names are for rules of its categories, where it tells any. */
    private static boolean speaksOf(Source source, LogSource rule) {
        String category = rule.category();
        return source.categories().isEmpty()
                || (category != null
                        && source.categories().contains(category.toLowerCase(Locale.ROOT)));
    }
}

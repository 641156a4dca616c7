package org.danaya.sigma.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of events of one kind of collection.
 *
 * @param name pipelines of one name replace each other
 * @param marks by name, the places of the values that tell where an event is from
 * @param places where a field may lie, which is {@value #FIELD} in them
 * @param paths by field, where else it may lie
 * @param sources what events are; each that fits an event adds to what it is
 * @param times where the event's time lies, the best first
 * @param hosts where the computer's name lies, the best first
 * @param ignoresSpaces whether {@code Process Name} is found where {@code ProcessName} is looked
 *     for
 */
public record Pipeline(
        String name,
        int version,
        Map<String, List<String>> marks,
        List<String> places,
        Map<String, List<String>> paths,
        List<Source> sources,
        List<String> times,
        List<String> hosts,
        boolean ignoresSpaces) {

    /** What stands for the field's name in a place. */
    static final String FIELD = "%";

    public Pipeline {
        marks = Map.copyOf(marks);
        places = List.copyOf(places);
        paths = Map.copyOf(paths);
        sources = List.copyOf(sources);
        times = List.copyOf(times);
        hosts = List.copyOf(hosts);
    }

    /**
     * What an event of certain marks is.
     *
     * @param when by mark, the values of which it has one, in lower case; none where any value does
     * @param fields by the field that rules for these categories name, the field of the event
     * @param paths by field, where else it may lie in such an event
     */
    public record Source(
            Map<String, Set<String>> when,
            Set<String> products,
            Set<String> services,
            Set<String> categories,
            Map<String, List<String>> fields,
            Map<String, List<String>> paths) {
        public Source {
            when = Map.copyOf(when);
            products = Set.copyOf(products);
            services = Set.copyOf(services);
            categories = Set.copyOf(categories);
            fields = Map.copyOf(fields);
            paths = Map.copyOf(paths);
        }
    }

    /** The places of a field that events name so. */
    Stream<String> places(String field) {
        return Stream.concat(
                places.stream().map(place -> place.replace(FIELD, field)),
                paths.getOrDefault(field, List.of()).stream());
    }
}

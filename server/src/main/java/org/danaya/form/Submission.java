package org.danaya.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a form sent, before anything is read from it. A controller method may ask for one.
 *
 * @param texts the values of each field
 * @param files the files of each field that carries any
 */
public record Submission(Map<String, List<String>> texts, Map<String, Upload> files) {

    /** One that holds only single values, for tests. */
    public static Submission of(Map<String, String> texts) {
        return new Submission(
                texts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                Map.of());
    }

    /** The values of a field; empty if it sent none. */
    public List<String> values(String field) {
        return texts.getOrDefault(field, List.of());
    }
}

package org.danaya.sigma.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What documents say about themselves; null or empty where one doesn't say. Texts are as written,
 * dates too.
 *
 * @param title never empty: where a document has none, its id, else its place
 * @param level null also where the word is none of the specification's (the linter tells)
 * @param author the licence of many rules demands that it goes along with each match
 * @param source where it stands
 */
public record Header(
        @Nullable String id,
        @Nullable String name,
        String title,
        @Nullable Status status,
        @Nullable Level level,
        @Nullable String description,
        @Nullable String license,
        @Nullable String author,
        @Nullable String date,
        @Nullable String modified,
        @Nullable String taxonomy,
        List<String> references,
        List<String> tags,
        List<String> fields,
        List<String> falsePositives,
        List<String> scope,
        List<Related> related,
        Source source) {
    /**
     * Another rule that this one stands in a relation to (Sigma rules, «Identification»).
     *
     * @param type derived, obsolete, merged, renamed or similar
     */
    public record Related(String id, String type) {}

    /**
     * Where a document stands.
     *
     * @param file as it was given to the reader
     * @param document its number in the file, from 0
     * @param line where it begins, from 1
     */
    public record Source(String file, int document, int line) {}
}

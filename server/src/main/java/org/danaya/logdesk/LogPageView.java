package org.danaya.logdesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.form.Form;

/**
 * What the log's public page shows.
 *
 * @param log nothing before the log has begun
 * @param form the form that checks a proof
 * @param verdict what came of a check, if one was asked for
 */
public record LogPageView(Optional<Shown> log, Form form, Optional<Verdict> verdict) {

    /**
     * The log.
     *
     * @param example whether its origin is the one for trying only
     * @param checkpoint the published checkpoint, as it lies on disk
     */
    public record Shown(
            String origin,
            boolean example,
            long size,
            Optional<Instant> publishedAt,
            List<String> keys,
            String checkpoint) {}

    /**
     * The answer about a file.
     *
     * @param leaf the kind of the leaf and when it was made, where it is one of a Danaya log
     * @param content what the leaf commits to, where the file shows it
     * @param technical for a technical reader, in English
     */
    public record Verdict(
            Outcome outcome,
            Optional<Leaf> leaf,
            Optional<String> content,
            List<String> technical) {

        /** The kind of answer: its words are under {@code log.page.verdict.NAME}. */
        public enum Outcome {
            /** The file proves it. */
            TRUE,
            /** The file proves nothing. */
            FALSE,
            /** The file belongs to a log whose key isn't known here. */
            FOREIGN,
            /** It could not be decided here. */
            UNDECIDED
        }
    }

    /** What a leaf says. */
    public record Leaf(String kind, Instant time, long index, String origin) {}
}

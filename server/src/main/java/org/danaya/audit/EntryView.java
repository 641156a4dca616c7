package org.danaya.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of one entry.
 *
 * @param facts by their names
 * @param anchored the first position at or after it that the public log was told; null while there
 *     is none
 * @param anchorHash the hash that the public log was told for it
 * @param names the names behind the entry's ids
 */
public record EntryView(
        JournalEntry entry,
        Map<String, String> facts,
        @Nullable Long anchored,
        @Nullable String anchorHash,
        @Nullable Instant anchoredAt,
        JournalNames names) {}

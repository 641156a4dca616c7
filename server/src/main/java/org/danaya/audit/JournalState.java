package org.danaya.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the chain stands.
 *
 * @param position the last position of the chain; 0 where it is empty
 * @param hash its hash, hexadecimal
 * @param waiting entries that aren't chained yet
 * @param anchored the last position that the public log was told; 0 for none
 * @param anchoredAt when it was told
 */
public record JournalState(
        long position, String hash, long waiting, long anchored, @Nullable Instant anchoredAt) {}

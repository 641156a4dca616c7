package org.danaya.trust.authority;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that shows that what a request says is true. Its content is read apart.
 *
 * @param kind a word such as {@code identity-document}
 * @param name the file's name, as it was given
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Evidence(
        UUID id,
        String kind,
        String name,
        byte[] sha256,
        long bytes,
        UUID addedBy,
        Instant addedAt) {

    /** The longest file. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /** The most files of one request. */
    public static final int MOST = 20;
}

package org.danaya.consultation.edit;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person typed and didn't save yet.
 *
 * @param version for which it was typed
 * @param part the unit's address
 * @param base the hash of the lines from which they began, in hexadecimal
 */
public record Typed(UUID version, String part, String base, String lines, Instant at) {}

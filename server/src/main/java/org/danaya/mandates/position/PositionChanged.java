package org.danaya.mandates.position;

import java.util.UUID;

/**
 * A position's state changed, told in the transaction in which it did.
 *
 * @param state the code of what it is now
 */
public record PositionChanged(UUID position, String state) {}

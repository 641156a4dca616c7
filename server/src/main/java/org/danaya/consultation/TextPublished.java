package org.danaya.consultation;

import java.util.UUID;

/** A version was made known to everybody; told in the transaction that does it. */
public record TextPublished(UUID version) {}

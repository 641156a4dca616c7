package org.danaya.consultation;

import java.util.UUID;

/** The text of a version was fixed. Published in the transaction that fixes it. */
public record VersionFrozen(UUID version) {}

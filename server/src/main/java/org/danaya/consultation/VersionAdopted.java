package org.danaya.consultation;

import java.util.UUID;

/** An act adopted a version, or the Council took note of it; told in the transaction of it. */
public record VersionAdopted(UUID version) {}

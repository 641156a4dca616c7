package org.danaya.consultation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That an adopted version was made known to everybody.
 *
 * @param by the account
 * @param under by what it was done in the lead's name
 * @param evidence the passkey's answer over {@link Publishing#statement}
 */
public record Publication(
        UUID version, UUID by, Instant at, Optional<VersionEvent.Under> under, UUID evidence) {}

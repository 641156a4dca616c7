package org.danaya.signin.passkey;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param label the name that its owner gave it
 * @param synced whether it is copied between its owner's devices
 */
public record Passkey(
        UUID id, UUID account, String label, Instant created, Instant lastUsed, boolean synced) {}

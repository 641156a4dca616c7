package org.danaya.access;

import java.util.UUID;

/**
 * An account is to be opened anew: whatever proved its owner until now must prove nothing any more.
 * Told in the transaction that approves the reset, beside {@link AccountBarred}.
 */
public record AccountReset(UUID account) {}

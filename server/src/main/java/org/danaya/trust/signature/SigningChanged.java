package org.danaya.trust.signature;

import java.util.UUID;

/** A request's state, or that of a signer, has changed; told in that transaction. */
public record SigningChanged(UUID request) {}

package org.danaya.trust.profile;

import java.net.URI;
import java.util.Optional;

/**
 * A certificate policy (RFC 5280 §4.2.1.4).
 *
 * @param statement where the certification practice statement is published
 */
public record Policy(String oid, Optional<URI> statement) {}

/**
 * What relying parties are told of certificates: OCSP answers (RFC 6960, 5019, 9654), revocation
 * lists (RFC 5280 §5) and the authorities' certificates, at the edge.
 *
 * <p>The status of every certificate stands in memory ({@code StatusIndex}), read from the database
 * at the start and kept current by the feed of {@code trust.authority}. An OCSP answer is signed by
 * a <em>responder</em>: a key of this machine with a short-lived certificate that the authority
 * delegates to it (RFC 6960 §4.2.2.2), renewed by itself.
 *
 * <p>Invariants: an answer says when its status was known to be true, never later; where the feed
 * has been silent for too long, or there is no responder, the answer is {@code tryLater} and never
 * {@code good}; an answer that was kept is given only while the status that it tells is the current
 * one; a published revocation list is whole, and its number only grows.
 */
@ApplicationModule(
        displayName = "Trust: status",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "page",
            "edge",
            "doctor",
            "trust.der",
            "trust.authority"
        })
@NullMarked
package org.danaya.trust.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

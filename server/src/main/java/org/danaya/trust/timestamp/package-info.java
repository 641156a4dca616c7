/**
 * Timestamps at the edge: RFC 3161 and 5816 in the profile of ETSI EN 319 422.
 *
 * <p>A request is <em>refused</em> with the reason that RFC 3161 §2.4.2 has for it, or a token is
 * <em>made</em> (a serial is taken, the time read, the token signed), <em>logged</em> (its hash is
 * in a leaf of the public log, committed with those of the tokens made at the same moment), and
 * only then <em>given</em>.
 *
 * <p>Invariants: no token leaves before its hash is durable in the log, so that one that was
 * back-dated shows; no serial is given twice, by no start and no edge; the time in a token is never
 * before one that was given earlier, also over a restart; where the clock is in doubt (a step, a
 * disagreement with the monotonic clock or with the operator's NTP servers) every request is
 * answered with timeNotAvailable.
 */
@ApplicationModule(
        displayName = "Trust: timestamp",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "page",
            "log",
            "edge",
            "trust.der",
            "trust.profile",
            "trust.authority",
            "trust.status",
            "trust.validation"
        })
@NullMarked
package org.danaya.trust.timestamp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Counts what the authorities issued, from the public log: that every certificate there has the
 * approvals that its profile asks for, each a passkey's signature over the certificate's exact
 * bytes; and, beside the database, that none is missing on either side.
 *
 * <p>The log publishes commitments alone. What they commit to about issuance holds hashes,
 * signatures and numbers, and nothing about a person, so that it may be given to anybody in a file
 * of disclosures: with it, a stranger counts for themself.
 */
@ApplicationModule(
        displayName = "Trust: audit of issuance",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "page",
            "log",
            "trust.profile",
            "trust.authority"
        })
@NullMarked
package org.danaya.trust.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

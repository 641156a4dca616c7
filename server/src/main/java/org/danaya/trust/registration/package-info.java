/**
 * The registration authority's desk: pages, an API and commands with which people ask for
 * certificates, check who asks, approve, look up and revoke; the holder's own page; and what the
 * public may see of the authorities.
 *
 * <p>Nothing is decided here. Who may ask, examine or approve, what a certificate says, whether it
 * may be issued: all of that is decided by {@code trust.authority}. How far a person's right
 * reaches is asked of {@link org.danaya.base.Rights} for the structure that a certificate or a
 * request belongs to; one that belongs to no structure takes a right for the whole platform.
 *
 * <p>It must never show the public whose a certificate is, and never approve anything without a
 * passkey's assertion over {@code Approvals.statement}.
 */
@ApplicationModule(
        displayName = "Trust: registration",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "form",
            "page",
            "table",
            "jobs",
            "log",
            "people",
            "access",
            "signin",
            "trust.profile",
            "trust.authority"
        })
@NullMarked
package org.danaya.trust.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

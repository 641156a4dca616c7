/**
 * Certification authorities: who asks for a certificate, who approves it, what is issued, and what
 * is revoked.
 *
 * <p>A certificate comes about in this order and in no other: a request is <em>prepared</em> (the
 * exact TBSCertificate is built from its profile), <em>linted</em> (each clause of the standards is
 * one rule), <em>approved</em> (other officers confirm, each with a passkey assertion that commits
 * to the TBSCertificate, the profile and the evidence), and signed by a permission that is used
 * once. The certificate, its leaf in the public log and the use of the permission are one
 * transaction.
 *
 * <p>Invariants: no signature of an authority without a linted TBSCertificate and the approvals
 * that its profile asks; no two certificates of an authority with one serial; no certificate
 * without its leaf; a revocation is never undone, and a suspension ends by a revocation or a
 * release.
 */
@ApplicationModule(
        displayName = "Trust: authority",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "page",
            "log",
            "people",
            "access",
            "signin",
            "trust.profile",
            "trust.lint"
        })
@NullMarked
package org.danaya.trust.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

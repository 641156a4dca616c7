/**
 * Who may act, speak and sign in a structure's name: for what, within what limits, until when, and
 * by whose will.
 *
 * <p>A mandate is drafted, approved by another person, signed by its grantor with a passkey over
 * its exact content, logged, and in force once its leaf is public ({@link
 * org.danaya.mandates.Mandate}). From then on it can be suspended and resumed, lose powers one by
 * one, be revoked or replaced; it expires by itself. What happens to it is appended ({@link
 * org.danaya.mandates.MandateEvent}) and its state at any instant is told from that alone, so that
 * "who could sign on that day" is the same question as "who can".
 *
 * <p>A grantor is an office, whose own powers two people recorded with the act they rest on ({@link
 * org.danaya.mandates.Office}), or the holder of a mandate, as deep as that one allows.
 *
 * <p>Invariants: powers, scope, dates and depth lie within the grantor's, when a mandate is signed
 * and each time it is asked about ({@link org.danaya.mandates.Worth}); nobody is below themselves;
 * nothing is back-dated; revoking one power leaves the others; the end of an incumbency ends the
 * mandates held in that capacity in the same transaction; no mandate in force without its approval,
 * its signature and its leaf in the public log.
 *
 * <p>Never: a list of those who have no mandate; more about a person in public than name, function,
 * structure, scope and dates.
 */
@ApplicationModule(
        displayName = "Mandates",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "form",
            "table",
            "page",
            "jobs",
            "log",
            "people",
            "access",
            "signin",
            "edge",
            "witness",
            "trust.profile",
            "trust.authority",
            "trust.validation",
            "trust.signature",
            "trust.seal"
        })
@NullMarked
package org.danaya.mandates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

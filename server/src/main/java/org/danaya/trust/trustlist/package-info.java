/**
 * The national trusted list (ETSI TS 119 612 v2.4.1): which trust service providers a State has
 * approved, for which services, since when.
 *
 * <p>The list is kept as the document that it is. A <em>draft</em> begins from the last edition; it
 * is open while people change it, then submitted, and becomes an <em>edition</em> when another
 * person approves its exact bytes with a passkey. An edition is signed (XAdES B-B, enveloped),
 * numbered, committed with its leaf in the public log, and lies on disk once that leaf is in a
 * published checkpoint. Foreign lists are read, judged and kept with their age.
 *
 * <p>Invariants: a number is given once, and each edition's is one more than the last; nobody who
 * changed a draft approves it; a service's published states are never edited, a new one follows;
 * what was published is never taken out; no state begins before the edition that first tells it; no
 * edition without approval, journal entry and leaf.
 *
 * <p>It must never publish by itself: renewal, too, takes a person. It must never take a document
 * for a list before its form, its signature and its age were judged.
 */
@ApplicationModule(
        displayName = "Trust: trusted list",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "doctor",
            "edge",
            "form",
            "jobs",
            "log",
            "page",
            "people",
            "access",
            "signin",
            "table",
            "trust.validation"
        })
@NullMarked
package org.danaya.trust.trustlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

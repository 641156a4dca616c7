/**
 * A policy text from its first draft to its adoption: every observation answered, every changed
 * word explained.
 *
 * <p>A {@link org.danaya.consultation.Dossier} is one text. Its versions ({@link
 * org.danaya.consultation.Version}) are drafted or imported, frozen, referred to structures,
 * consolidated, validated, sent on the way to the Council and adopted, or returned, which a new
 * version follows. Texts are trees of Akoma Ntoso, whose parts keep their names through all
 * versions.
 *
 * <p>Invariants: the text of a frozen version never changes, whatever happens to it; an import is a
 * new version with one author and one hash; one draft at most is open; a version is frozen only
 * with nothing left without its answer or its cause ({@link org.danaya.consultation.Freezing});
 * what happens to a version is appended, in the order of time, with the mandate that it was done
 * under.
 *
 * <p>Never: an observation dropped; silence told as agreement; a word of a confidential observation
 * to those whom it isn't for.
 */
@ApplicationModule(
        displayName = "Consultation",
        allowedDependencies = {
            "base",
            "store",
            "form",
            "table",
            "page",
            "jobs",
            "log",
            "people",
            "access",
            "signin",
            "trust.validation",
            "trust.signature",
            "trust.seal"
        })
@NullMarked
package org.danaya.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

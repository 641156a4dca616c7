/**
 * Tells whether an electronic signature holds: ETSI EN 319 102-1 by DSS, and above the report one
 * plain sentence.
 *
 * <p>A file is {@link org.danaya.trust.validation.Screening screened} before DSS sees it: what is
 * hostile or broken is refused as what it is. What passes is checked against the {@link
 * org.danaya.trust.validation.TrustAnchors} that this installation has, and nothing else.
 *
 * <p>Never: a request to the network because of what a document says; trust from an anchor source
 * that is broken or past its date; anything of a file kept after the answer, but the reports for
 * some minutes in memory.
 */
@ApplicationModule(
        displayName = "Validation",
        allowedDependencies = {"base", "store", "form", "page"})
@NullMarked
package org.danaya.trust.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Drafts of the certificate policy and of the certification practice statement in the frame of RFC
 * 3647: what the profiles and the settings say is filled in, what people must write is marked, with
 * what RFC 3647 and ETSI EN 319 411-1 ask for there.
 *
 * <p>The frame is a text for each language ({@code /policy/frame.LANGUAGE.md}); figures and tables
 * come from the profiles alone, so that the documents and the certificates can't differ. The same
 * data give the same bytes.
 */
@ApplicationModule(
        displayName = "Trust: policy documents",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "page",
            "trust.profile",
            "trust.lint",
            "trust.authority",
            "trust.status",
            "trust.timestamp"
        })
@NullMarked
package org.danaya.trust.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

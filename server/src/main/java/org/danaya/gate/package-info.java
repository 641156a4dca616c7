/**
 * What every request passes: it gets a name, is held to its limits, is answered with secure
 * headers, and, where it can't be answered, gets a sentence in the reader's language and a stable
 * code.
 *
 * <p>Never: a stack trace, the name of a program or its version, a silent default.
 */
@ApplicationModule(
        displayName = "Gate",
        allowedDependencies = {"base", "form", "page"})
@NullMarked
package org.danaya.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

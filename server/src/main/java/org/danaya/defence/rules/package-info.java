/**
 * Detection rules on the command line: {@code danaya sigma}.
 *
 * <p>Looks at Sigma documents as the library {@code sigma} reads them, and tells in the reader's
 * language what is wrong: one sentence for each check of the linter and for each cause of a
 * refusal, found by its stable code. It changes nothing, and needs no installation.
 */
@ApplicationModule(
        displayName = "Defence: rules",
        allowedDependencies = {"base", "page"})
@NullMarked
package org.danaya.defence.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The pages that belong to no single feature: the public's first page and the console's.
 *
 * <p>They lead to what exists, and to nothing else.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"base", "page"})
@NullMarked
package org.danaya.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Tables that people read, filter, sort, leaf through and take away.
 *
 * <p>All that a reader chose stands in the address. What sorts is an expression of our own code,
 * never of the address.
 */
@ApplicationModule(
        displayName = "Table",
        allowedDependencies = {"base", "form", "page"})
@NullMarked
package org.danaya.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

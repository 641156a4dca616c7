/**
 * The console's pages about structures, positions, incumbencies and persons, and the API that reads
 * structures.
 *
 * <p>Nothing is decided here: what a page may do is decided by the services of {@code people}, what
 * a person may do by the rights that the routes name and, for one structure, by {@link
 * org.danaya.base.Rights}.
 */
@NullMarked
package org.danaya.people.console;

import org.jspecify.annotations.NullMarked;

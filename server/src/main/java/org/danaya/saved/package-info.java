/**
 * Lists that a person wants to find again: the filters and the order of a table, under a name of
 * the person's own.
 *
 * <p>A saved view is <em>kept</em> until its person deletes it; saving under a name that is there
 * replaces it; all of an account go when it is closed. It belongs to one account and is shown to
 * nobody else. It holds the address of one of our own lists and grants nothing: opening it asks for
 * the same rights as the list itself.
 */
@ApplicationModule(
        displayName = "Saved views",
        allowedDependencies = {"base", "form", "page", "access"})
@NullMarked
package org.danaya.saved;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

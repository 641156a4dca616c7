/**
 * Structures, persons, positions and incumbencies: who the State's structures are, which functions
 * they have, and who holds each from when to when.
 *
 * <p>A structure is planned, exists, or has ended ({@link org.danaya.people.Existence}). It is
 * never deleted: it ends. Its identifier never changes; its names, kind and parent are attributes
 * that hold from a date on, and every earlier one is kept. Periods are half open: the day of the
 * end is the first day on which the thing isn't the case any more.
 *
 * <p>Invariants: the tree of structures has no cycle, on no date; a position has at most one
 * incumbent, and at most one acting incumbent, on any day; nobody holds a position outside the
 * position's own dates; ending a structure ends its positions, and ending a position ends its
 * incumbencies, in the same transaction; {@link org.danaya.people.IncumbencyEnded} is published in
 * the transaction that ends it.
 *
 * <p>It must never keep more about a person than a name, nor write before a preview was confirmed.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"base", "page", "form", "table"})
@NullMarked
package org.danaya.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

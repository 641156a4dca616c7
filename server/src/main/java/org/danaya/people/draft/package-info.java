/**
 * What people type about structures, persons and positions, whether in a form, in a file or through
 * a program, and what is wrong with it.
 *
 * <p>All that is wrong is told at once, each {@link org.danaya.people.draft.Problem} with its
 * field. Nothing is written here.
 */
@NullMarked
package org.danaya.people.draft;

import org.jspecify.annotations.NullMarked;

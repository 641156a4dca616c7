/**
 * Who could do something in a structure's name on a day, and how that is known: one question, to
 * the offices and the mandates, as they were recorded by an instant, with the leaves of the public
 * log that show it.
 */
@NullMarked
package org.danaya.mandates.asof;

import org.jspecify.annotations.NullMarked;

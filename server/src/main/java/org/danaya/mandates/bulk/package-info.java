/**
 * Many mandates from one CSV file: a preview that says line by line what is wrong, then all of them
 * drafted or none, to be approved and signed together.
 */
@NullMarked
package org.danaya.mandates.bulk;

import org.jspecify.annotations.NullMarked;

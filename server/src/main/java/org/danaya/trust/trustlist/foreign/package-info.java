/**
 * Trusted lists of others: where the operator names some, they are read, judged and kept with their
 * age; and what ours and theirs give to a validation.
 *
 * <p>Nothing is fetched that the operator didn't name. A list that can't be judged, is signed by
 * another, went back in its numbers or is past its date gives no anchor, and says so.
 */
@NullMarked
package org.danaya.trust.trustlist.foreign;

import org.jspecify.annotations.NullMarked;

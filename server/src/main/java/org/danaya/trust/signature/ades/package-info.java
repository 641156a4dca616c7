/**
 * What {@link org.danaya.trust.signature.AdesEngine} needs to speak with DSS: the parameters of
 * each form, what a signature looks like on a page, and timestamps from our own service.
 */
@NullMarked
package org.danaya.trust.signature.ades;

import org.jspecify.annotations.NullMarked;

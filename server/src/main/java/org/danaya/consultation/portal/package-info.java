/**
 * What everybody may know of texts: those that are published, how they came to be, what changed.
 */
@NullMarked
package org.danaya.consultation.portal;

import org.jspecify.annotations.NullMarked;

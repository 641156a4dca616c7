/** Drafts in the browser: their outline, their units, what others wrote meanwhile. */
@NullMarked
package org.danaya.consultation.edit.console;

import org.jspecify.annotations.NullMarked;

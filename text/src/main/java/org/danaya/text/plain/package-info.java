/** A text as plain text. */
@NullMarked
package org.danaya.text.plain;

import org.jspecify.annotations.NullMarked;

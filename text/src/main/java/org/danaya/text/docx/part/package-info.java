/**
 * What a Word file is packed of: a zip archive (ECMA-376 part 2) whose parts are markup. Read
 * within limits, into elements whose names are the same in transitional and strict files; written
 * with everything escaped.
 */
@NullMarked
package org.danaya.text.docx.part;

import org.jspecify.annotations.NullMarked;

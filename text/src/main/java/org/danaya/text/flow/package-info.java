/**
 * A text as its reader sees it, from top to bottom: lines, tables, footnotes.
 *
 * <p>This is the form between all others. What is written (HTML, PDF, DOCX, Markdown, plain text)
 * and compared is written and compared from here; what is read from elsewhere is read into here,
 * and its structure is recognised from here. Every word of a text is in its flow, once.
 */
@NullMarked
package org.danaya.text.flow;

import org.jspecify.annotations.NullMarked;

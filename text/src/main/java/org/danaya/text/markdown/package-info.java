/**
 * A text as Markdown: CommonMark with GFM's tables and footnotes, read from whatever anybody typed,
 * and written so that every word comes back.
 *
 * <p>What Markdown can't say is said so: a title is a heading that is underlined by {@code ===};
 * text that is set in is quoted, {@code >} a level; a line break in a table is {@code <br>}, and
 * {@code b i u sub sup dfn} are the other tags that are understood. Which part of the text a line
 * opens isn't written: it is recognised ({@link org.danaya.text.flow.Recognition}).
 */
@NullMarked
package org.danaya.text.markdown;

import org.jspecify.annotations.NullMarked;

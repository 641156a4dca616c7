/**
 * Two versions of a text, aligned: what became of each line, table, footnote and word.
 *
 * <p>A {@link org.danaya.text.redline.Redline} says it all and nothing twice: what it says of the
 * former version, from top to bottom, is the former version, and so for the later one. It holds no
 * opinion of how a change is shown.
 */
@NullMarked
package org.danaya.text.redline;

import org.jspecify.annotations.NullMarked;

/**
 * A text as HTML: a document of its own, or a fragment for a page.
 *
 * <p>What is written holds no script, no style attribute and asks no network for anything; no
 * address leads elsewhere than to {@code http}, {@code https}, {@code mailto} and to the text
 * itself.
 */
@NullMarked
package org.danaya.text.html;

import org.jspecify.annotations.NullMarked;

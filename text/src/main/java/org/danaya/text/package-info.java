/**
 * What every part of the library shares: what is wrong with a text that was handed in.
 *
 * <p>The parts: {@code akn} is a text as a tree of Akoma Ntoso, {@code flow} the same text as the
 * lines that a reader sees; every other form is written from, and read into, these two.
 */
@NullMarked
package org.danaya.text;

import org.jspecify.annotations.NullMarked;

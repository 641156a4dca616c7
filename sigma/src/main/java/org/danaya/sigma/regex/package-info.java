/**
 * Whether a regular expression finds something in a text, in time that grows with the text alone.
 *
 * <p>The expressions are RE2's, as far as they are understood here ({@link
 * org.danaya.sigma.regex.Finder#of}); the others are left to whoever knows them all. An expression
 * is read into a {@link org.danaya.sigma.regex.Tree}, which tells what a text must hold at least
 * ({@link org.danaya.sigma.regex.Needs}), and is run as an automaton whose states are made when a
 * text first leads to them.
 */
@NullMarked
package org.danaya.sigma.regex;

import org.jspecify.annotations.NullMarked;

/**
 * Thousands of literals looked for in one text at once. Texts and literals are bytes, without their
 * case.
 */
@NullMarked
package org.danaya.sigma.search;

import org.jspecify.annotations.NullMarked;

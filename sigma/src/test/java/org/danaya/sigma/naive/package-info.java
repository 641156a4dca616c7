/**
 * The judge of engines: an evaluator that reads like the specification, slowly, over plain trees of
 * JSON.
 */
@NullMarked
package org.danaya.sigma.naive;

import org.jspecify.annotations.NullMarked;

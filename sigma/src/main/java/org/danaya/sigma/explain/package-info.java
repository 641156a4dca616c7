/**
 * Why a rule matched an event: which of its selections held, and in each which value of which field
 * passed which test, written as a rule would write it.
 *
 * <p>A slow evaluator that keeps what it sees, for matches only. It follows the condition: what
 * held on a branch that counts is a reason; what had to be absent is none. The event is seen
 * through {@link org.danaya.sigma.explain.EventValues}, by the names that the rule gives to fields.
 * What a rule means is said in {@link org.danaya.sigma.rule}.
 */
@NullMarked
package org.danaya.sigma.explain;

import org.jspecify.annotations.NullMarked;

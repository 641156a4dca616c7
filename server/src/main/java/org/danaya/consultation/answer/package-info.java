/**
 * What became of observations, and why words changed.
 *
 * <p>An observation has the answers that were given to it, in the order of time ({@link
 * org.danaya.consultation.answer.Answer}); the last one counts. A change between a version and the
 * frozen one before it has causes ({@link org.danaya.consultation.answer.Cause}): an observation
 * that was accepted, what a session decided or the Council recommended, or the statement of whoever
 * writes that it is editorial.
 *
 * <p>Invariants: what was answered and said is appended, never edited; it is fixed once the next
 * version is frozen; whoever decides isn't whoever observed; a version is frozen only where each
 * observation on the one before it has its reasoned answer, each accepted one a change, each change
 * a cause.
 *
 * <p>Never: a word of a confidential observation to those whom it isn't for; a word of any of them
 * in the public log.
 */
@NullMarked
package org.danaya.consultation.answer;

import org.jspecify.annotations.NullMarked;

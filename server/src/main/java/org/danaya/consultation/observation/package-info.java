/**
 * What structures say about a version: they are asked, they write, and hand in by a person who may.
 *
 * <p>A {@link org.danaya.consultation.observation.Referral} asks a structure about a frozen version
 * until a deadline. Its people write {@link org.danaya.consultation.observation.Observation}s, one
 * list for all of them, and one of them who holds an office or a mandate for it hands the list in
 * as a {@link org.danaya.consultation.observation.Batch}, over its exact content.
 *
 * <p>Invariants: what was submitted never changes, nor what it is about; its place in later
 * versions is derived ({@link org.danaya.consultation.observation.Places}); nothing is submitted
 * without an office or a mandate, which is kept with it; what is late is kept, and told to be late;
 * at the deadline silence is recorded as silence, and nothing else; numbers within a version have
 * no gap; a form's row becomes an observation once per referral; of two people who change one
 * observation, the second sees both texts.
 *
 * <p>Never: the words of a confidential observation to others than its structure and those who
 * answer observations for the lead ({@link org.danaya.consultation.observation.Sight}); a draft to
 * anybody but its structure.
 */
@NullMarked
package org.danaya.consultation.observation;

import org.jspecify.annotations.NullMarked;

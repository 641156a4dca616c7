/**
 * Drafts edited in the browser, unit by unit, by several people at once.
 *
 * <p>A unit is shown as lines ({@link org.danaya.text.edit.PartMarkup}); who saves it says from
 * which lines they began. Changes of different units merge by themselves; of the same unit, the
 * second person sees both texts and decides. Every change of a unit is appended with its lines
 * before and after ({@link org.danaya.consultation.edit.Edit}).
 *
 * <p>Invariants: nothing that was typed is lost, whatever happens to the draft meanwhile: it is
 * kept until its author saves it or puts it aside, which the history keeps; a draft is valid after
 * each change as it was before; only a draft changes.
 *
 * <p>Never: one person's words overwritten by another's who hadn't seen them; what a person typed
 * and didn't save shown to another.
 */
@NullMarked
package org.danaya.consultation.edit;

import org.jspecify.annotations.NullMarked;

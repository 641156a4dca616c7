/**
 * The commenting form of the field (CEN, ISO), which ministries fill in Excel or Word: read,
 * understood, taken after a preview, and written.
 *
 * <p>Invariants: no row that says something is lost: it becomes a draft, waits for its place, was
 * there already, or is told with the reason; a row becomes a draft once per referral.
 */
@NullMarked
package org.danaya.consultation.observation.form;

import org.jspecify.annotations.NullMarked;

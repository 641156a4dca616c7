/**
 * Meetings about a version of a text, and their minutes: workshops, interministerial meetings, the
 * cabinet council, the Council of Ministers.
 *
 * <p>A {@link org.danaya.consultation.answer.session.Session} is open while its minutes are
 * written, then closed or cancelled. What it decided ({@link
 * org.danaya.consultation.answer.session.Decision}) is a cause of changes, as an observation is.
 *
 * <p>Invariants: minutes are closed by a person who wrote none of them, with a passkey over the
 * hash of what is kept; they never change afterwards; their hash is a leaf of the public log. Where
 * the structure that leads the text has a certificate for seals, the approved file is sealed.
 *
 * <p>Never: a name of somebody who attended in the public log.
 */
@NullMarked
package org.danaya.consultation.answer.session;

import org.jspecify.annotations.NullMarked;

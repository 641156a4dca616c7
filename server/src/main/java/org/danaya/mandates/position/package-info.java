/**
 * Official positions and communiqués: what the State says, in whose name, by whose signature, and
 * whether it still says so.
 *
 * <p>One is drafted, validated by another person, signed under an office or a mandate that has the
 * power to speak ({@link org.danaya.mandates.position.Speaking}), logged, and in force once its
 * leaf is public, its embargo is over and its first day has begun. From then on it can be
 * superseded by another, at the instant when that one comes in force, or withdrawn; it is kept and
 * shown all the same. What happens is appended ({@link
 * org.danaya.mandates.position.PositionEvent}), and the state at any instant is told from that
 * alone.
 *
 * <p>Invariants: the text never changes once another person validated it; nobody validates what
 * they wrote last; one successor at most is signed; a number is given when it comes in force, so
 * that no gap tells of what is under embargo; its leaf looks like that of any mandate.
 *
 * <p>Never: a word in public about what isn't in force yet, or is told to some kinds of structure
 * only, not even that it exists.
 */
@NullMarked
package org.danaya.mandates.position;

import org.jspecify.annotations.NullMarked;

/**
 * Checks what a public log shows: signed notes, checkpoints, proofs and witness policies.
 *
 * <p>For anyone's own code: no dependency, Java 21. Every check ends in a sealed verdict, never in
 * a boolean and never in silence. Nothing here signs, and nothing here opens a network connection.
 */
@NullMarked
package org.danaya.verify;

import org.jspecify.annotations.NullMarked;

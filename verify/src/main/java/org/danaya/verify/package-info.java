/**
 * Everything a third person needs to check a C2SP transparency log.
 *
 * <p>For anyone's own code: no dependency, Java 21, only the JDK's cryptography. It reads signed
 * notes ({@link org.danaya.verify.SignedNote}), checkpoints, verifier keys, tile paths, entry
 * bundles, proofs, policies and Danaya's own leaves, and checks them.
 *
 * <p>Two kinds of answer. Reading foreign bytes gives {@link org.danaya.verify.Parsed}: what was
 * read, or the first thing that is wrong and where. Checking gives {@link
 * org.danaya.verify.Verdict}: valid with what was established, invalid with a reason, or
 * unverifiable, which is never valid. No check ends in a boolean, and no foreign byte causes an
 * exception; an {@link java.lang.IllegalArgumentException} names a mistake of the calling code.
 * Every reader has a limit on what it reads, named in its constants.
 *
 * <p>Logs and witnesses also take from here what they sign, so that there is one implementation:
 * {@link org.danaya.verify.CosignedMessage} gives the bytes, {@link org.danaya.verify.NoteSigner}
 * signs them with a key that its caller holds, and {@link org.danaya.verify.TreeBuilder} makes the
 * tiles. Nothing here stores, reads or prints a private key, asks for the time, or opens a network
 * connection.
 */
@NullMarked
package org.danaya.verify;

import org.jspecify.annotations.NullMarked;

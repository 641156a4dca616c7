/**
 * Keys of this installation: where they are made, kept and used. The only package of the server
 * that touches a cryptographic provider.
 *
 * <p>The trust services keep their keys in a {@link org.danaya.crypto.Token}: files of PKCS #12
 * under a secret, or a module behind PKCS #11 whose keys never leave it. {@link
 * org.danaya.crypto.PublicKeyCheck} tells what makes a key unfit to be certified.
 *
 * <p>The keys of the log and of the witness stand by themselves, so that the log signs before
 * anybody gives a secret: each lives in a file of its own in the home's {@code keys} folder,
 * readable by its owner alone, whole or absent. It is made once; nothing here replaces or deletes
 * one. The form is PEM, PKCS #8 with the X.509 public key behind it, so that {@code openssl pkey}
 * reads it.
 */
@ApplicationModule(
        displayName = "Crypto",
        allowedDependencies = {"base"})
@NullMarked
package org.danaya.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

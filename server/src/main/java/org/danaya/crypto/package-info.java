/**
 * Keys of this installation: where they are made, kept and used. The only package of the server
 * that touches a cryptographic provider.
 *
 * <p>A private key lives in a file of its own in the home's {@code keys} folder, readable by its
 * owner alone, whole or absent. It is made once; nothing here replaces or deletes one. The form is
 * PEM, PKCS #8 with the X.509 public key behind it, so that {@code openssl pkey} reads it.
 */
@ApplicationModule(
        displayName = "Crypto",
        allowedDependencies = {"base"})
@NullMarked
package org.danaya.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

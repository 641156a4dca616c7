package org.danaya.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/** A secret that the operator gave by reference. */
final class SecretFile {

    private SecretFile() {}

    static Secret read(Path file) {
        try {
            return Secret.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new Fault(e, SigninFault.SECRET_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }
}

package org.danaya.access;

import java.nio.file.Path;
import java.security.SecureRandom;

/** Secrets under a key of one test's own. */
public final class TestSecrets {

    private TestSecrets() {}

    /** With the key in a folder. */
    public static Secrets in(Path folder) {
        return Secrets.open(folder.resolve("access.key"), new SecureRandom());
    }
}

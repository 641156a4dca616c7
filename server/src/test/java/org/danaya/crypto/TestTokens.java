package org.danaya.crypto;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.danaya.base.Secret;

/** Tokens for the tests of modules above. */
public final class TestTokens {

    private TestTokens() {}

    /** A token in files of a folder, quick to open because its secret is hardly derived. */
    public static Token inFiles(Path folder) {
        return SoftwareToken.open(
                "test", folder, Secret.of("a secret of tests"), new SecureRandom(), 1_000);
    }
}

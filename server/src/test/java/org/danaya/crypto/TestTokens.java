package org.danaya.crypto;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/** Tokens for the tests of modules above. */
public final class TestTokens {

    private static final int SESSIONS = 4;

    private TestTokens() {}

    /** The kinds of token that a suite runs with. */
    public enum Kind {
        FILES,
        /** SoftHSM2, where it is installed. */
        PKCS11
    }

    /**
     * A token of a kind, to be closed. That of PKCS #11 is one for the run, so that labels must be
     * new; while it is open, the library finds no other new token.
     */
    public static Token of(Kind kind, Path folder) {
        return switch (kind) {
            case FILES -> inFiles(folder);
            case PKCS11 -> {
                assumeTrue(SoftHsm.library().isPresent(), "SoftHSM2 isn't installed");
                yield suite();
            }
        };
    }

    private static synchronized Token suite() {
        Token token = open();
        try {
            token.labels();
            return token;
        } catch (Fault _) {
            // A library that looked for a token and found none looks again.
            token.close();
            SoftHsm.initialize("suite");
            return open();
        }
    }

    private static Token open() {
        return Pkcs11Token.open(
                "suite", SoftHsm.library().orElseThrow(), "suite", SoftHsm.PIN, SESSIONS);
    }

    /** A token in files of a folder, quick to open because its secret is hardly derived. */
    public static Token inFiles(Path folder) {
        return SoftwareToken.open(
                "test", folder, Secret.of("a secret of tests"), new SecureRandom(), 1_000);
    }
}

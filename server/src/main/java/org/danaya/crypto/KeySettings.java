package org.danaya.crypto;

import java.nio.file.Path;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of the keys of trust services. */
public final class KeySettings {

    /**
     * The file of the secret that encrypts keys in files, or of the PIN of the PKCS #11 token.
     * Where it isn't given, the credential {@code danaya-keys} of systemd is taken; where there is
     * none, a secret is made beside the keys, which is for trying only.
     */
    public static final Setting<Path> SECRET = Setting.secretFile("keys.secret");

    /**
     * Whether that secret is asked for at the terminal at each start, and lies nowhere. Goes before
     * {@link #SECRET}.
     */
    public static final Setting<Boolean> ASK = Setting.flag("keys.ask", false);

    /** The vendor's PKCS #11 library; empty where keys live in files. */
    public static final Setting<String> LIBRARY = Setting.text("keys.pkcs11-library", "");

    /** The label of the token of the authorities and holders. */
    public static final Setting<String> TOKEN = Setting.text("keys.pkcs11-token", "danaya");

    /** How many sessions with the token are open at once, at most. */
    public static final Setting<Integer> SESSIONS =
            Setting.number("keys.pkcs11-sessions", 2, 1_000, 8);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(SECRET, ASK, LIBRARY, TOKEN, SESSIONS);

    private KeySettings() {}
}

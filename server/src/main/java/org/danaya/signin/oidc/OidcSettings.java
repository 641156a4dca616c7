package org.danaya.signin.oidc;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of a foreign provider. */
public final class OidcSettings {

    /** The provider's issuer identifier, to the letter; without it there is no provider. */
    public static final Setting<URI> ISSUER = Setting.address("oidc.issuer", null);

    /** The name under which the provider knows this platform. */
    public static final Setting<String> CLIENT_ID = Setting.text("oidc.client-id", null);

    /** The file that holds the secret shared with the provider. */
    public static final Setting<Path> CLIENT_SECRET_FILE =
            Setting.secretFile("oidc.client-secret-file");

    /** What people call the provider; its host where absent. */
    public static final Setting<String> NAME = Setting.text("oidc.name", null);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(ISSUER, CLIENT_ID, CLIENT_SECRET_FILE, NAME);

    private OidcSettings() {}
}

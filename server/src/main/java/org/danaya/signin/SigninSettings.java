package org.danaya.signin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.base.Setting;
import org.danaya.signin.oidc.OidcSettings;

/** The settings of signing in. */
public final class SigninSettings {

    /** How long a session lives without a request. */
    public static final Setting<Duration> IDLE_LIMIT =
            Setting.duration("session.idle-limit", "15m");

    /** How long a session lives at all. */
    public static final Setting<Duration> ABSOLUTE_LIMIT =
            Setting.duration("session.absolute-limit", "8h");

    /** How long a passkey assertion counts as fresh. */
    public static final Setting<Duration> FRESH_LIMIT =
            Setting.duration("session.fresh-limit", "5m");

    /** The token with which figures are read from this machine; without it a right is needed. */
    public static final Setting<Path> METRICS_TOKEN_FILE = Setting.secretFile("metrics.token-file");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            Stream.concat(
                            Stream.of(IDLE_LIMIT, ABSOLUTE_LIMIT, FRESH_LIMIT, METRICS_TOKEN_FILE),
                            OidcSettings.ALL.stream())
                    .toList();

    private SigninSettings() {}
}

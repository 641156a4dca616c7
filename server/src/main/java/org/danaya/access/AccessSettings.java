package org.danaya.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of accounts and invitations. */
public final class AccessSettings {

    /**
     * The address under which people reach the portal; {@code http://localhost:PORT} where absent.
     */
    public static final Setting<URI> PUBLIC_URL = Setting.address("public-url", null);

    /** How long an invitation's link works. */
    public static final Setting<Duration> INVITATION_LIFE =
            Setting.duration("access.invitation-life", "3d");

    /** The SMTP server; without it no mail is sent, and links are copied by hand. */
    public static final Setting<String> MAIL_HOST = Setting.text("mail.host", null);

    /** The port of the SMTP server. */
    public static final Setting<Integer> MAIL_PORT = Setting.port("mail.port", 587);

    /** How the way to the SMTP server is protected. */
    public static final Setting<MailProtection> MAIL_PROTECTION =
            Setting.choice("mail.protection", MailProtection.class, MailProtection.STARTTLS);

    /** The name to sign in to the SMTP server with. */
    public static final Setting<String> MAIL_USER = Setting.text("mail.user", null);

    /** The file that holds the password for the SMTP server. */
    public static final Setting<Path> MAIL_PASSWORD_FILE = Setting.secretFile("mail.password-file");

    /** The address that mail comes from. */
    public static final Setting<String> MAIL_FROM = Setting.text("mail.from", "danaya@localhost");

    /**
     * The identifier of the structure that runs the installation: in its name certificates and the
     * trusted list are approved. Nobody's where absent.
     */
    public static final Setting<String> AGENCY = Setting.text("access.agency", null);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(
                    PUBLIC_URL,
                    INVITATION_LIFE,
                    MAIL_HOST,
                    MAIL_PORT,
                    MAIL_PROTECTION,
                    MAIL_USER,
                    MAIL_PASSWORD_FILE,
                    MAIL_FROM,
                    AGENCY);

    /** How the way to an SMTP server is protected. */
    public enum MailProtection {
        /** TLS asked for on the plain port; refused if the server doesn't offer it (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Nothing: for a server on this machine only. */
        NONE
    }

    private AccessSettings() {}
}

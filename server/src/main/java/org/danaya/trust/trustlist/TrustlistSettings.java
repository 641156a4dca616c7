package org.danaya.trust.trustlist;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of the trusted list: the country's profile above all. */
public final class TrustlistSettings {

    /** The country or territory of the scheme (TS 119 612 §5.3.10). */
    public static final Setting<String> TERRITORY =
            new Setting<>(
                    "trustlist.territory",
                    "two capital letters such as ML (ISO 3166-1)",
                    "ML",
                    false,
                    TrustlistSettings::territory);

    /** The type of the list, for a first draft; made from the territory where absent. */
    public static final Setting<URI> TYPE = Setting.address("trustlist.type", null);

    /** How states are determined, for a first draft; made from the territory where absent. */
    public static final Setting<URI> APPROACH = Setting.address("trustlist.approach", null);

    /** The rules of the scheme, for a first draft; made from the territory where absent. */
    public static final Setting<URI> RULES = Setting.address("trustlist.rules", null);

    /** Where relying parties reach the list, for a first draft and the notice of renewal. */
    public static final Setting<URI> PUBLIC_URL = Setting.address("trustlist.public-url", null);

    /** How many days an edition stands: six months at most (TS 119 612 §5.3.15). */
    public static final Setting<Integer> VALIDITY_DAYS =
            Setting.number("trustlist.validity-days", 1, 180, 150);

    /** How many days before that the alert begins. */
    public static final Setting<Integer> ALERT_DAYS =
            Setting.number("trustlist.alert-days", 1, 170, 45);

    /** To whom the alert goes by mail, where a mail server is set; to nobody where absent. */
    public static final Setting<String> ALERT_MAIL = Setting.text("trustlist.alert-mail", null);

    /**
     * The file of the secret that encrypts the lists’ key; one is made in the home where absent.
     */
    public static final Setting<Path> SECRET_FILE = Setting.secretFile("trustlist.secret-file");

    /** The file that names foreign lists; none are read where absent. */
    public static final Setting<Path> FOREIGN_FILE = Setting.path("trustlist.foreign-file", null);

    /** How often foreign lists are looked at. */
    public static final Setting<Duration> FOREIGN_INTERVAL =
            Setting.duration("trustlist.foreign-interval", "6h");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(
                    TERRITORY,
                    TYPE,
                    APPROACH,
                    RULES,
                    PUBLIC_URL,
                    VALIDITY_DAYS,
                    ALERT_DAYS,
                    ALERT_MAIL,
                    SECRET_FILE,
                    FOREIGN_FILE,
                    FOREIGN_INTERVAL);

    private TrustlistSettings() {}

    private static String territory(String text) {
        if (!text.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}

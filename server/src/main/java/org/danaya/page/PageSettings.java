package org.danaya.page;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of what people see: the country's profile above all. */
public final class PageSettings {

    /** The country. */
    public static final Setting<String> COUNTRY =
            new Setting<>(
                    "country.code",
                    "two capital letters such as ML (ISO 3166-1)",
                    "ML",
                    false,
                    PageSettings::country);

    /** What the country is called in French. */
    public static final Setting<String> COUNTRY_FR = Setting.text("country.name-fr", "Mali");

    /** What the country is called in English. */
    public static final Setting<String> COUNTRY_EN = Setting.text("country.name-en", "Mali");

    /** The time zone in which dates and hours are shown. */
    public static final Setting<ZoneId> TIME_ZONE =
            new Setting<>(
                    "country.time-zone",
                    "time zone such as Africa/Bamako",
                    "Africa/Bamako",
                    false,
                    PageSettings::zone);

    /** What the installation is for; all but the real one say so on every page. */
    public static final Setting<Purpose> PURPOSE =
            Setting.choice("purpose", Purpose.class, Purpose.REAL);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(COUNTRY, COUNTRY_FR, COUNTRY_EN, TIME_ZONE, PURPOSE);

    private PageSettings() {}

    private static String country(String text) {
        if (!text.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

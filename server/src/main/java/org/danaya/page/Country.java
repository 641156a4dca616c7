package org.danaya.page;

import java.time.ZoneId;
import java.util.Map;
import org.danaya.base.Settings;

/** The country's profile, as far as pages show it. */
record Country(Map<Language, String> names, ZoneId zone, Purpose purpose) {

    static Country of(Settings settings) {
        return new Country(
                Map.of(
                        Language.FRENCH, settings.get(PageSettings.COUNTRY_FR),
                        Language.ENGLISH, settings.get(PageSettings.COUNTRY_EN)),
                settings.get(PageSettings.TIME_ZONE),
                settings.get(PageSettings.PURPOSE));
    }

    /** The same country, where all that there is can only rehearse. */
    Country rehearsing() {
        return purpose == Purpose.REAL ? new Country(names, zone, Purpose.REHEARSAL) : this;
    }

    String name(Language language) {
        return names.getOrDefault(language, "");
    }
}

package org.danaya.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that Danaya speaks, the first one first. */
public enum Language {
    /** French. */
    FRENCH("fr", Locale.FRENCH),
    /** English. */
    ENGLISH("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The code of ISO 639-1. */
    public String code() {
        return code;
    }

    /** The locale, for dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** The language of a tag such as {@code en-GB} or {@code en_GB.UTF-8}; French for any other. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : FRENCH;
    }

    /**
     * The language that a browser prefers (RFC 9110 §12.5.4); French where it prefers none of ours.
     */
    public static Language preferred(@Nullable String header) {
        if (header == null) {
            return FRENCH;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            List<Locale> ours = List.of(FRENCH.locale, ENGLISH.locale);
            Locale best = Locale.lookup(ranges, ours);
            return ENGLISH.locale.equals(best) ? ENGLISH : FRENCH;
        } catch (IllegalArgumentException _) {
            return FRENCH;
        }
    }
}

package org.danaya.page;

import java.util.Locale;

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
}

package org.danaya.text.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * The words that a form adds to a text by itself: “Notes”, “Page 3 of 12”, what a change is called.
 * In French or English, whatever the language of the text.
 */
public enum Legend {
    FRENCH(Locale.FRENCH),
    ENGLISH(Locale.ENGLISH);

    private static final Map<Legend, Properties> WORDS =
            Map.of(
                    FRENCH, read("words.fr.properties"),
                    ENGLISH, read("words.en.properties"));

    private final Locale locale;

    Legend(Locale locale) {
        this.locale = locale;
    }

    private Properties words() {
        return Objects.requireNonNull(WORDS.get(this));
    }

    /** For whoever reads a language: English for {@code en} and its kinds, French otherwise. */
    public static Legend of(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    /** Its language as BCP 47 says it. */
    public String language() {
        return locale.getLanguage();
    }

    /**
     * A sentence.
     *
     * @param key of a line of {@code words.fr.properties}
     * @param facts that it names
     * @throws IllegalArgumentException where there is no such key
     */
    public String say(String key, Object... facts) {
        String sentence = words().getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException(key);
        }
        return new MessageFormat(sentence, locale).format(facts);
    }

    /** All keys. */
    Set<String> keys() {
        return words().stringPropertyNames();
    }

    /** The pattern of a sentence. */
    String pattern(String key) {
        return words().getProperty(key, "");
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        try (var in = Objects.requireNonNull(Legend.class.getResourceAsStream(name));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}

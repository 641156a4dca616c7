package org.danaya.trust.trustlist.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names, sentences or addresses in several languages, in the order of the list (TS 119 612 §5.1.4).
 * A language may come more than once: a provider has several addresses.
 */
public record Texts(List<Said> said) {

    /** Nothing in any language. */
    public static final Texts NONE = new Texts(List.of());

    /** Keeps a copy. */
    public Texts {
        said = List.copyOf(said);
    }

    /**
     * A text in a language.
     *
     * @param language as RFC 5646 writes it, such as {@code fr}
     */
    public record Said(String language, String text) {}

    /** The same in French and English, without what is empty. */
    public static Texts of(String french, String english) {
        List<Said> said = new ArrayList<>();
        if (!english.isEmpty()) {
            said.add(new Said("en", english));
        }
        if (!french.isEmpty()) {
            said.add(new Said("fr", french));
        }
        return new Texts(said);
    }

    /** The same and one text more. */
    public Texts plus(String language, String text) {
        List<Said> all = new ArrayList<>(said);
        all.add(new Said(language, text));
        return new Texts(all);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** The first text in exactly this language; empty where there is none. */
    public String in(String language) {
        return find(language).orElse("");
    }

    /** The first text in the reader's language, else in English, else any. */
    public String best(Locale locale) {
        return find(locale.getLanguage())
                .or(() -> find("en"))
                .or(() -> said.stream().map(Said::text).findFirst())
                .orElse("");
    }

    /** All of them. */
    public List<String> all() {
        return said.stream().map(Said::text).toList();
    }

    private Optional<String> find(String language) {
        return said.stream()
                .filter(
                        each ->
                                Locale.forLanguageTag(each.language())
                                        .getLanguage()
                                        .equals(language))
                .map(Said::text)
                .findFirst();
    }
}

package org.danaya.mandates.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.page.Language;

/** The languages that a letter is in. Words under {@code letter.edition.CODE}. */
public enum Edition {
    /** French alone. */
    FRENCH("fr", List.of(Language.FRENCH)),
    /** French, with English beside it. */
    BOTH("fr-en", List.of(Language.FRENCH, Language.ENGLISH));

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // List.of, never written to
    private final List<Language> languages;

    Edition(String code, List<Language> languages) {
        this.code = code;
        this.languages = languages;
    }

    /** Its stable code, which ends the address of its download. */
    public String code() {
        return code;
    }

    /** Its languages, from left to right. */
    List<Language> languages() {
        return languages;
    }

    static Optional<Edition> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}

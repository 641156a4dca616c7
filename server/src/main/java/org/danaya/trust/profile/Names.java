package org.danaya.trust.profile;

/** What a thing is called, in French and in English. */
public record Names(String fr, String en) {

    /** The name in the language of a code: {@code en}, or French for any other. */
    public String in(String language) {
        return language.equals("en") ? en : fr;
    }
}

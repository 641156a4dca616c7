package org.danaya.consultation;

import java.util.Arrays;
import java.util.Locale;

/** What a text is to become. Words under {@code consultation.kind.CODE}. */
public enum TextKind {
    /** A national strategy or policy. */
    STRATEGY("strategie"),
    /** An action plan. */
    PLAN("plan"),
    /** A law. */
    LAW("loi"),
    /** An ordinance. */
    ORDINANCE("ordonnance"),
    /** A decree. */
    DECREE("decret"),
    /** An order of a minister or of several. */
    ORDER("arrete"),
    /** Anything else that is consulted about. */
    OTHER("texte");

    private final String word;

    TextKind(String word) {
        this.word = word;
    }

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its word in the names of Akoma Ntoso: {@code /akn/ml/doc/WORD/…}. */
    public String word() {
        return word;
    }

    static TextKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code));
    }
}

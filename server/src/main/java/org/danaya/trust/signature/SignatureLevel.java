package org.danaya.trust.signature;

import java.util.Locale;

/** How long a signature can be relied on. */
public enum SignatureLevel {
    /** The signature alone. */
    B,
    /** With a timestamp, which proves when. */
    T,
    /** With what is needed to check it after its certificates ended. */
    LT,
    /** And a timestamp over that, renewed before it ends. */
    LTA;

    /** The code for programs and for words: {@code lta}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

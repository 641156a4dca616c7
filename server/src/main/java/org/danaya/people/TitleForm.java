package org.danaya.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which form of a title a holder bears in French. Kept with the incumbency, not the person. */
public enum TitleForm {
    /** Directeur. */
    MASCULINE,
    /** Directrice. */
    FEMININE;

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TitleForm> read(String code) {
        return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
    }
}

package org.danaya.consultation.answer.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody was there. Words under {@code answer.presence.CODE}. */
public enum Presence {
    /** In person. */
    PRESENT,
    /** Somebody spoke for them. */
    REPRESENTED,
    /** They said that they wouldn't come. */
    EXCUSED;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The presence of a code, if there is one. */
    static Optional<Presence> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}

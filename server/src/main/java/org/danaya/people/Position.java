package org.danaya.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.page.Language;
import org.jspecify.annotations.Nullable;

/**
 * A function of a structure, which one person at a time holds.
 *
 * @param version counts what was recorded; an edit names the version that it began from
 * @param titleFr its title in French, in the masculine or only form, 1 to 300 characters
 * @param titleFrFeminine its feminine form, where there is another
 * @param titleEn its title in English, where there is one
 * @param basisAct the reference of the act that creates it
 * @param from since when it exists, if known
 * @param until the first day on which it doesn't exist any more
 */
public record Position(
        UUID id,
        UUID structure,
        int version,
        String titleFr,
        @Nullable String titleFrFeminine,
        @Nullable String titleEn,
        @Nullable String basisAct,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Its title as its holder bears it. */
    public String title(Language language, TitleForm form) {
        if (language == Language.ENGLISH && titleEn != null) {
            return titleEn;
        }
        return form == TitleForm.FEMININE && titleFrFeminine != null ? titleFrFeminine : titleFr;
    }

    /** Its title with no holder: both forms in French. */
    public String title(Language language) {
        if (language == Language.ENGLISH && titleEn != null) {
            return titleEn;
        }
        return titleFrFeminine == null || titleFrFeminine.equals(titleFr)
                ? titleFr
                : titleFr + " / " + titleFrFeminine;
    }

    /** Whether it has ended on a day. */
    public boolean endedOn(LocalDate day) {
        return until != null && !day.isBefore(until);
    }

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
}

package org.danaya.mandates.delegation;

import java.util.List;
import java.util.Optional;
import org.danaya.mandates.Period;

/**
 * What a delegation is for.
 *
 * @param nameFr the event's name in French, 1 to 200 characters
 * @param nameEn its name in English, where it has one
 * @param organiser who organises it, where that is known
 * @param place the town
 * @param country ISO 3166, two letters
 * @param period its days, those of travel counted
 * @param languages those that the delegation works in, by their two letters
 */
public record Occasion(
        String nameFr,
        Optional<String> nameEn,
        Optional<String> organiser,
        String place,
        String country,
        Period period,
        List<String> languages) {

    /** Keeps a copy. */
    public Occasion {
        languages = List.copyOf(languages);
    }
}

package org.danaya.trust.profile;

import java.util.Optional;

/**
 * One place of a subject's name, in the order of the name.
 *
 * @param most the most characters
 * @param pattern a regular expression that the whole value matches
 */
public record SubjectField(
        SubjectAttribute attribute,
        Source source,
        boolean required,
        int most,
        Optional<String> pattern) {

    /** Where the value comes from. */
    public sealed interface Source {

        /** It stands in the profile. */
        record Fixed(String value) implements Source {}

        /** It is asked for. */
        record Asked() implements Source {}

        /** The platform knows it. */
        record Known(Fact fact) implements Source {}
    }

    /** What the platform knows about the holder. */
    public enum Fact {
        PERSON_GIVEN_NAMES,
        PERSON_SURNAME,
        PERSON_NAME,
        PERSON_NUMBER,
        POSITION_TITLE,
        STRUCTURE_NAME,
        STRUCTURE_NUMBER
    }
}

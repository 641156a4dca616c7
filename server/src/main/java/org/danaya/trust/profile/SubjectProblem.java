package org.danaya.trust.profile;

/**
 * What is wrong with a value that was asked for. Its words are {@code profile.problem.CODE} with
 * the field, the value and what is expected.
 *
 * @param field the attribute's or the name type's code
 */
public record SubjectProblem(Code code, String field, String value, String expected) {

    /** The problems there are. */
    public enum Code {
        MISSING,
        TOO_LONG,
        BAD_FORM,
        NOT_ALLOWED,
        TOO_MANY,
        TWICE
    }

    /** The key of its words. */
    public String words() {
        return "profile.problem." + Section.spelled(code);
    }
}

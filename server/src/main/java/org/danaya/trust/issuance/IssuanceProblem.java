package org.danaya.trust.issuance;

/**
 * Something that an audit found.
 *
 * @param leaf where in the log, counted from 0; -1 where it stands only in the database
 * @param what a hash or a serial number, for whoever looks
 */
public record IssuanceProblem(Kind kind, long leaf, String what) {

    /** The kinds; the words are under {@code issuance.problem.NAME}. */
    public enum Kind {
        /** Nobody disclosed what the leaf commits to, or something else. */
        CLOSED("closed"),
        /** The leaf isn't of the form that its kind has. */
        MALFORMED("malformed"),
        /** Fewer passkeys approved these exact bytes than the profile asks for. */
        TOO_FEW_APPROVALS("too-few-approvals"),
        /** The approval in advance isn't in the log before it, or is another authority's. */
        NOT_STANDING("not-standing"),
        /** More were issued under an approval in advance than it allows. */
        TOO_MANY("too-many"),
        /** The profile of this digest isn't among those given: what it asks for isn't known. */
        UNKNOWN_PROFILE("unknown-profile"),
        /** The authority didn't register in the log before. */
        UNKNOWN_AUTHORITY("unknown-authority"),
        /** An approval whose signature doesn't hold. */
        FALSE_APPROVAL("false-approval"),
        /** Two certificates of one authority have one serial number. */
        SERIAL_TWICE("serial-twice"),
        /** A certificate in the database has no leaf. */
        NOT_IN_LOG("not-in-log"),
        /** A leaf's certificate isn't in the database. */
        NOT_IN_DATABASE("not-in-database");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Its stable name. */
        public String code() {
            return code;
        }
    }
}

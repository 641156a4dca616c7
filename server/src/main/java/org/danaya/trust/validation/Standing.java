package org.danaya.trust.validation;

import java.util.Locale;

/** Whether a signature holds. Each has its sentence and what to do under its code. */
public enum Standing {
    /** It holds, and covers the whole file. */
    HOLDS,
    /** It holds, for a part of the file only. */
    HOLDS_FOR_PART,
    /** What was signed is not what is here. */
    ALTERED,
    /**
     * It held; its signer's certificate was revoked before, or nobody can tell that it was after.
     */
    REVOKED,
    /** The signer's certificate is suspended. */
    SUSPENDED,
    /** The certificate ended, and nothing proves that the signature is older. */
    EXPIRED,
    /** The certificate wasn't valid yet. */
    NOT_YET,
    /** Nobody whom this installation trusts answers for the signer. */
    UNKNOWN_SIGNER,
    /** Whether the certificate was revoked can't be told here. */
    STATUS_UNKNOWN,
    /** The algorithms are too weak for its time. */
    WEAK,
    /** The file that it is about isn't here. */
    CONTENT_MISSING,
    /** It breaks a rule of its format. */
    MALFORMED,
    /** It can't be decided, for another reason. */
    UNDECIDED;

    /** The code for programs: {@code holds-for-part}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it holds without any doubt. */
    public boolean holds() {
        return this == HOLDS;
    }
}

package org.danaya.programs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Right;

/** What a key may let a program do. Its words are under {@code programs.grant.CODE}. */
public enum Grant {
    /** Read structures. */
    READ_STRUCTURES(Right.READ_STRUCTURES, false),
    /** Read certificates and requests for them. */
    READ_CERTIFICATES(Right.READ_CERTIFICATES, false),
    /** Read what was sealed, when and by whom. */
    READ_SEALS(Right.READ_SEALS, false),
    /** Seal documents in the structure's name, with nobody looking: that takes two people. */
    SEAL_DOCUMENTS(Right.SEAL_DOCUMENTS, true);

    private final Right right;
    private final boolean takesTwo;

    Grant(Right right, boolean takesTwo) {
        this.right = right;
        this.takesTwo = takesTwo;
    }

    /** The right that it gives. */
    public Right right() {
        return right;
    }

    /** Whether a second person approves a key with it. */
    public boolean takesTwo() {
        return takesTwo;
    }

    /** Its stable code, such as {@code seal-documents}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Grant> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}

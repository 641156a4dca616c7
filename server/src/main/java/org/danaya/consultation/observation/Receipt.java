package org.danaya.consultation.observation;

import java.util.Arrays;

/** When something came. Words under {@code observation.receipt.CODE}. */
public enum Receipt {
    /** Before the deadline, while observations were taken. */
    IN_TIME("in-time"),
    /** After it; kept, and told to be late. */
    LATE("late");

    private final String code;

    Receipt(String code) {
        this.code = code;
    }

    /** Its stable code. */
    public String code() {
        return code;
    }

    static Receipt of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code));
    }
}

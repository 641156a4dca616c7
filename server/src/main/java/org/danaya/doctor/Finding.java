package org.danaya.doctor;

import java.util.List;

/**
 * One thing that was looked at. The words stand under {@code doctor.CODE}; for what is wrong they
 * name the cause and the remedy too.
 */
public sealed interface Finding {

    /** The stable code, such as {@code disk-space}. */
    String code();

    /** What the words name, in the order of their places. */
    List<Object> facts();

    /** All is well. */
    record Good(String code, List<Object> facts) implements Finding {}

    /** Something is wrong. */
    record Wrong(String code, List<Object> facts) implements Finding {}

    /** It could not be looked at. */
    record Unseen(String code, List<Object> facts) implements Finding {}

    /** All is well. */
    static Finding good(String code, Object... facts) {
        return new Good(code, List.of(facts));
    }

    /** Something is wrong. */
    static Finding wrong(String code, Object... facts) {
        return new Wrong(code, List.of(facts));
    }

    /** It could not be looked at. */
    static Finding unseen(String code, Object... facts) {
        return new Unseen(code, List.of(facts));
    }
}

package org.danaya.sigma.engine;

/** What a value of an event is. Bytes, because events hold many. */
final class Kind {

    /** Text between the quotes of JSON, with its escapes. */
    static final byte JSON_TEXT = 0;

    /** Text as it is, in UTF-8. */
    static final byte TEXT = 1;

    /** The characters of a number. */
    static final byte NUMBER = 2;

    /** {@code true} or {@code false}. */
    static final byte TRUTH = 3;

    static final byte NULL = 4;

    /** An object or an array: there, without a text of its own. */
    static final byte CONTAINER = 5;

    private Kind() {}

    /** Whether a value of this kind has a text. */
    static boolean isScalar(byte kind) {
        return kind <= TRUTH;
    }
}

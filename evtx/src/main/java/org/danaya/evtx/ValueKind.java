package org.danaya.evtx;

/** What a field's value is in JSON. */
public enum ValueKind {
    /** The event doesn't have the field. */
    ABSENT,
    /** The element is there and empty: {@code null}. */
    NULL,
    /** A number, without quotes. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A string. */
    STRING;

    static ValueKind of(int type, int size) {
        if (!ValueText.bare(type, size)) {
            return STRING;
        }
        return type == ValueType.BOOLEAN ? BOOLEAN : NUMBER;
    }
}

package org.danaya.verify.mandate;

/** What a sealed mandate is. In the order of the seal's numbers. */
public enum SealKind {
    MANDATE(0),
    DELEGATION_MEMBER(1),
    DELEGATION_HEAD(2),
    SPOKESPERSON(3);

    private final int number;

    SealKind(int number) {
        this.number = number;
    }

    /** The kind of that number, from 0 to 3. */
    static SealKind of(long number) {
        return number == 0
                ? MANDATE
                : number == 1 ? DELEGATION_MEMBER : number == 2 ? DELEGATION_HEAD : SPOKESPERSON;
    }

    /** The seal's number for it. */
    public int number() {
        return number;
    }
}

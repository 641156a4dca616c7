package org.danaya.audit;

/**
 * A position of the chain and the hash there.
 *
 * @param position from 1; 0 where the chain is empty
 */
public record Head(long position, Hash hash) {

    /** The head of an empty chain. */
    static final Head START = new Head(0, Hash.of(new byte[Hash.BYTES]));
}

package org.danaya.mandates.status;

import java.time.Instant;
import java.util.List;
import org.danaya.verify.mandate.Anchor;

/**
 * What verifiers fetch, as it was published last: parts that were signed together.
 *
 * @param at when the register was looked at
 * @param keySet {@link org.danaya.verify.mandate.KeySet}, signed
 * @param lists by their number
 * @param snapshot {@link org.danaya.verify.mandate.Snapshot}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Published(
        Instant at, Anchor anchor, byte[] keySet, List<SignedList> lists, byte[] snapshot) {

    /** Keeps a copy. */
    public Published {
        lists = List.copyOf(lists);
    }

    /**
     * A status list.
     *
     * @param cwt {@link org.danaya.verify.mandate.StatusToken}, signed
     * @param jwt the same for wallets, without what the IETF's draft doesn't know
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record SignedList(byte[] cwt, String jwt) {}
}

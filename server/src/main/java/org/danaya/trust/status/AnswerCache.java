package org.danaya.trust.status;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.danaya.trust.status.OcspOutcome.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were signed before, in a fixed number of places; a newer one takes the place of an
 * older one. What is found is right: the same question, the current status, the current responder,
 * not too old.
 */
final class AnswerCache {

    /** What one answer costs, with its headers. */
    private static final int ANSWER_BYTES = 2_048;

    private final AtomicReferenceArray<@Nullable Kept> places;

    AnswerCache(long bytes) {
        long wanted = Math.max(1, Math.min(bytes / ANSWER_BYTES, 1 << 24));
        this.places = new AtomicReferenceArray<>((int) Long.highestOneBit(wanted));
    }

    @Nullable Kept find(int entry, long word, Responder responder, CertId id, long now) {
        Kept kept = places.getAcquire(place(entry, id));
        return kept != null
                        && kept.entry() == entry
                        && kept.word() == word
                        && kept.responder().equals(responder)
                        && now < kept.remakeAt()
                        && Arrays.equals(
                                id.request(), id.from(), id.to(), kept.id(), 0, kept.id().length)
                ? kept
                : null;
    }

    void keep(Kept kept, CertId id) {
        places.setRelease(place(kept.entry(), id), kept);
    }

    /** Two digests of one CertID have two places. */
    private int place(int entry, CertId id) {
        return ((entry * 0x9e3779b1 + id.length() * 0x85ebca6b) >>> 4) & (places.length() - 1);
    }
}

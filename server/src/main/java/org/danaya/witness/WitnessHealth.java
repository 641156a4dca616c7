package org.danaya.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a witness of this log is, for people to see.
 *
 * @param name in the policy
 * @param keyName in its signatures
 * @param url its submission prefix; empty where the policy gives none, so that it can't be asked
 * @param size leaves of the last checkpoint that it cosigned for us; 0 before the first
 * @param succeeded when it did
 * @param asked when it was asked last
 * @param error what was wrong the last time, in English for a technical reader; absent where
 *     nothing was
 */
public record WitnessHealth(
        String name,
        String keyName,
        String url,
        State state,
        long size,
        @Nullable Instant succeeded,
        @Nullable Instant asked,
        @Nullable String error) {

    /** What it does for us. Its words are under {@code witness.state.CODE}, in lower case. */
    public enum State {
        /** It wasn't asked yet. */
        UNTRIED,
        /** It cosigned when it was asked last. */
        COSIGNING,
        /** It can't be reached, or answers something that isn't a cosignature. */
        FAILING,
        /**
         * It answers that it won't: it doesn't know the log or its key, or finds it inconsistent.
         */
        REFUSING,
        /** It has cosigned a larger tree than ours. */
        AHEAD
    }
}

package org.danaya.trust.trustlist;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.danaya.trust.trustlist.model.TrustedList;
import org.jspecify.annotations.Nullable;

/** A next edition that people work on. One at a time is open or submitted. */
public sealed interface Draft {

    /**
     * What every draft has.
     *
     * @param version grows with each change; who changes or decides names the one they saw
     * @param base the number of the edition that it began from; empty for the first
     * @param origin the list as it stood when the draft was opened, published or imported
     * @param list the list as it is to become
     * @param reasons by a service's key, why its state changes
     * @param authors the accounts that had a hand in it
     */
    record Head(
            UUID id,
            int version,
            OptionalLong base,
            Optional<TrustedList> origin,
            TrustedList list,
            Map<String, String> reasons,
            Set<UUID> authors,
            UUID openedBy,
            Instant openedAt) {

        /** Keeps copies. */
        public Head {
            reasons = Map.copyOf(reasons);
            authors = Set.copyOf(authors);
        }

        /** The number that it gets when it is published. */
        public long sequence() {
            return Math.max(base.orElse(0), origin.map(list -> list.scheme().sequence()).orElse(0L))
                    + 1;
        }
    }

    /**
     * It may be changed.
     *
     * @param returned why it was given back; null where it wasn't
     */
    record Open(Head head, @Nullable String returned) implements Draft {}

    /** It waits for another person. */
    record Submitted(Head head, UUID by, Instant at) implements Draft {}

    /** It became an edition. */
    record Published(Head head) implements Draft {}

    /** It came to nothing. */
    record Abandoned(Head head) implements Draft {}

    /** What every draft has. */
    Head head();
}

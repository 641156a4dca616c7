package org.danaya.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that somebody asks to be given to somebody. */
public sealed interface RoleProposal {

    /**
     * What is asked.
     *
     * @param account to whom the role would go
     * @param structure for which structure; null for the whole platform
     * @param to until when, not included; null where it has no end
     * @param proposedBy the account of who asks
     */
    record Asked(
            UUID id,
            UUID account,
            Role role,
            @Nullable UUID structure,
            Instant from,
            @Nullable Instant to,
            String reason,
            UUID proposedBy,
            Instant proposedAt) {

        /** The scope as the journal writes it: {@code platform} or {@code structure:ID}. */
        public String scope() {
            return structure == null ? "platform" : "structure:" + structure;
        }
    }

    /** Nobody has decided yet. */
    record Pending(Asked asked) implements RoleProposal {

        /** Another person says yes. */
        public Approved approved(UUID by, Instant at) {
            return new Approved(asked, by, at);
        }

        /** Another person says no. */
        public Refused refused(UUID by, String reason, Instant at) {
            return new Refused(asked, by, reason, at);
        }

        /** Who asked takes it back. */
        public Withdrawn withdrawn(Instant at) {
            return new Withdrawn(asked, at);
        }
    }

    /** The role was given. */
    record Approved(Asked asked, UUID by, Instant at) implements RoleProposal {}

    /** The role was not given. */
    record Refused(Asked asked, UUID by, String reason, Instant at) implements RoleProposal {}

    /** Who asked took it back. */
    record Withdrawn(Asked asked, Instant at) implements RoleProposal {}

    /** What is asked. */
    Asked asked();
}

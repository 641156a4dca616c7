package org.danaya.programs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A key by which a program of a structure acts. */
public sealed interface ApiKey {

    /**
     * What is known of it in every state.
     *
     * @param networks from where it may be used; empty for anywhere
     * @param answers the account of who answers for it now
     * @param usedAt when it was last used, to about a minute
     */
    record Head(
            UUID id,
            UUID structure,
            String name,
            Set<Grant> grants,
            List<Network> networks,
            Instant expiresAt,
            UUID madeBy,
            Instant madeAt,
            UUID answers,
            Optional<Instant> usedAt) {

        /** Keeps copies. */
        public Head {
            grants = Set.copyOf(grants);
            networks = List.copyOf(networks);
        }

        /** Whether a second person approves it. */
        boolean takesTwo() {
            return grants.stream().anyMatch(Grant::takesTwo);
        }
    }

    /** Who approved it, and the passkey assertion that {@code signin} keeps. */
    record Approval(UUID by, Instant at, UUID evidence) {}

    /** It was made and waits for a second person; it can't be used. */
    record Waiting(Head head) implements ApiKey {

        InForce approved(Approval approval) {
            return new InForce(head, Optional.of(approval));
        }
    }

    /** It can be used until its date. */
    record InForce(Head head, Optional<Approval> approval) implements ApiKey {}

    /** It was ended before its date, or refused before it began. */
    record Revoked(Head head, Optional<Approval> approval, UUID by, Instant at, String reason)
            implements ApiKey {}

    /** What is known of it in every state. */
    Head head();

    /** What people are told that it is at a moment: words under {@code programs.state.CODE}. */
    default String code(Instant now) {
        return switch (this) {
            case Revoked _ -> "revoked";
            case Waiting(Head head) -> now.isBefore(head.expiresAt()) ? "waiting" : "expired";
            case InForce(Head head, _) -> now.isBefore(head.expiresAt()) ? "in-force" : "expired";
        };
    }

    /** Who approved it, if anybody did. */
    default Optional<Approval> given() {
        return switch (this) {
            case Waiting _ -> Optional.empty();
            case InForce(_, Optional<Approval> approval) -> approval;
            case Revoked(_, Optional<Approval> approval, _, _, _) -> approval;
        };
    }
}

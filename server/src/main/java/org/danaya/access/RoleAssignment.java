package org.danaya.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds or will hold.
 *
 * @param structure for which structure; null for the whole platform
 * @param from since when
 * @param to until when, not included; null where it has no end
 * @param how by which way it was given
 */
public record RoleAssignment(
        UUID id,
        UUID account,
        Role role,
        @Nullable UUID structure,
        Instant from,
        @Nullable Instant to,
        How how) {

    /** By which way a role was given. */
    public enum How {
        /** One proposed, another approved. */
        APPROVED,
        /** With the first account of the platform. */
        FIRST_ADMINISTRATOR,
        /** By an administrator alone, as was once possible: nobody gets a role so any more. */
        FIRST_APPROVER,
        /** By the operator, at the machine. */
        OPERATOR;

        /** Its code in the database and in words. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static How of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** For which structure; empty for the whole platform. */
    public Optional<UUID> within() {
        return Optional.ofNullable(structure);
    }

    /** Until when; empty where it has no end. */
    public Optional<Instant> until() {
        return Optional.ofNullable(to);
    }

    /** Whether it holds at a moment. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    /** The scope as the journal writes it: {@code platform} or {@code structure:ID}. */
    public String scope() {
        return structure == null ? "platform" : "structure:" + structure;
    }
}

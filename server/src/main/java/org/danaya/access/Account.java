package org.danaya.access;

import java.time.Instant;
import java.util.UUID;
import org.danaya.base.Fault;

/** The key of one person to the console. */
public sealed interface Account {

    /**
     * Whose account it is.
     *
     * @param id the account's
     * @param person the person's
     * @param name the person's name, as the console shows it
     */
    record Owner(UUID id, UUID person, String name) {}

    /** It waits for a passkey: nobody has signed in yet, or it was reset. */
    record Invited(Owner owner, Instant since) implements Account {

        /** The person made a passkey. */
        public Active enrolled(Instant at) {
            return new Active(owner, at);
        }
    }

    /** The person may sign in. */
    record Active(Owner owner, Instant since) implements Account {

        /** Its owner lost every key: it waits for a passkey again, and keeps its roles. */
        Invited reset(Instant at) {
            return new Invited(owner, at);
        }

        /** Nobody signs in with it for now. */
        public Suspended suspended(String reason, Instant at) {
            return new Suspended(owner, at, reason);
        }
    }

    /** The person may not sign in for now. */
    record Suspended(Owner owner, Instant since, String reason) implements Account {

        /** The person may sign in again. */
        public Active resumed(Instant at) {
            return new Active(owner, at);
        }
    }

    /** For good. */
    record Closed(Owner owner, Instant since, String reason) implements Account {}

    /** Whose account it is. */
    Owner owner();

    /** Since when it is in this state. */
    Instant since();

    /** The account's id. */
    default UUID id() {
        return owner().id();
    }

    /** Closes it for good; a closed one can't be closed again. */
    default Closed closed(String reason, Instant at) {
        return switch (this) {
            case Invited(Owner owner, _) -> new Closed(owner, at, reason);
            case Active(Owner owner, _) -> new Closed(owner, at, reason);
            case Suspended(Owner owner, _, _) -> new Closed(owner, at, reason);
            case Closed _ -> throw new Fault(AccessFault.WRONG_STATE, code());
        };
    }

    /** The state's code: its words are under {@code access.state.CODE}. */
    default String code() {
        return switch (this) {
            case Invited _ -> "invited";
            case Active _ -> "active";
            case Suspended _ -> "suspended";
            case Closed _ -> "closed";
        };
    }
}

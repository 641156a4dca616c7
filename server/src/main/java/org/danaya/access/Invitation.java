package org.danaya.access;

import java.util.UUID;

/** What a link that still works is for. */
public sealed interface Invitation {

    /** For a person who has been registered: their account waits for a passkey. */
    record ToAccount(UUID invitation, UUID account, String name) implements Invitation {}

    /**
     * For somebody whom the platform doesn't know yet: they say their name, and get an account with
     * a role.
     */
    record ToNewcomer(UUID invitation, Role role) implements Invitation {}
}

package org.danaya.base;

import java.util.UUID;

/** Who acts. */
public sealed interface Actor {

    /** Whoever acts in this thread, bound by the door that the request came through. */
    ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** The actor bound to this thread; {@code System("unbound")} where no door bound one. */
    static Actor current() {
        return CURRENT.orElse(new Program("unbound"));
    }

    /**
     * The account of the signed-in person of this thread.
     *
     * @throws Fault {@link BaseFault#OUT_OF_REACH} where somebody or something else acts
     */
    static UUID self() {
        if (current() instanceof Person person) {
            return person.account();
        }
        throw new Fault(BaseFault.OUT_OF_REACH);
    }

    /**
     * A signed-in person.
     *
     * @param account the account's id
     * @param role the role under which the act is done, by its code
     * @param address where the request came from, an IP address
     */
    record Person(UUID account, String role, String address) implements Actor {}

    /** Somebody who isn't signed in, and where the request came from. */
    record Stranger(String address) implements Actor {}

    /**
     * A program of somebody else's, by its API key.
     *
     * @param id of the key
     * @param address where the request came from, an IP address
     */
    record Key(UUID id, String address) implements Actor {}

    /** The operator at the command line, by the name of the operating system's user. */
    record Operator(String user) implements Actor {}

    /** The program itself, by the name of the part that acts. */
    record Program(String part) implements Actor {}
}

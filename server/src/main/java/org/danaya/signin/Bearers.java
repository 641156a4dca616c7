package org.danaya.signin;

import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Rights;
import org.danaya.base.Secret;

/**
 * Tells for whom a program acts that shows an API key ({@code Authorization: Bearer}, RFC 6750
 * §2.1). The module that makes keys gives the one bean of this type.
 */
@FunctionalInterface
public interface Bearers {

    /**
     * Who holds a key.
     *
     * @param key as the program sent it, whatever it is
     * @param address where the request came from, an IP address
     * @throws Fault where the key can't be used, with the status to answer with
     */
    Bearer bearer(Secret key, String address);

    /**
     * A program.
     *
     * @param key the id of its key
     * @param rights what the key lets it do now, and for which structures
     */
    record Bearer(UUID key, Rights rights) {}
}

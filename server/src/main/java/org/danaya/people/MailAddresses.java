package org.danaya.people;

import java.util.Set;
import java.util.UUID;

/**
 * Where to write to people. The platform keeps nobody's address for its own sake: whoever reads the
 * certificates that people have, which stands above, answers.
 */
@FunctionalInterface
public interface MailAddresses {

    /** The addresses of a person; none where nobody knows one. */
    Set<String> of(UUID person);
}

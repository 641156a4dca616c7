package org.danaya.base;

import java.util.Locale;
import java.util.Optional;

/**
 * Says what the things of one kind are called and where they are shown, to the person behind this
 * thread and within that person's {@link Rights}. What is kept for long, such as the journal, keeps
 * ids only; a page asks here for the names. A module gives one bean for each kind that it owns.
 */
public interface Naming {

    /** The kind, as an act's subject has it before the colon. */
    String kind();

    /**
     * The name of a thing; nothing where there is none, or where the person may not know it.
     *
     * @param id what stands behind the colon, whatever it is
     */
    Optional<Named> name(String id, Locale locale);

    /**
     * A name.
     *
     * @param path the page about the thing; empty where there is none
     */
    record Named(String name, String path) {}
}

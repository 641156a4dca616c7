package org.danaya.store;

import java.time.Instant;

/** Whether PostgreSQL is there. */
public sealed interface DatabaseState {

    /** It takes connections, as far as the program knows. */
    record Up() implements DatabaseState {}

    /**
     * The embedded server died and is being started again.
     *
     * @param since when it died
     * @param attempt how many starts were tried since, this one included
     */
    record Restarting(Instant since, int attempt) implements DatabaseState {}

    /** The program ended it. */
    record Stopped() implements DatabaseState {}
}

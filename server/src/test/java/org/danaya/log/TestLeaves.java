package org.danaya.log;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves for the tests of modules above, on a database and without a sequencer. */
public final class TestLeaves {

    private TestLeaves() {}

    public static Leaves on(JdbcClient jdbc) {
        return new Leaves(jdbc, Clock.systemUTC(), new SecureRandom(), LogMetrics.unread());
    }
}

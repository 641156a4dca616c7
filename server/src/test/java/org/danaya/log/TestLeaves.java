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

    /** Places all that waits, as the sequencer would. */
    public static void place(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        with taken as (delete from log.waiting returning id)
                        insert into log.place (leaf_index, id)
                        select (select coalesce(max(leaf_index) + 1, 0) from log.place)
                                + row_number() over (order by id) - 1, id
                        from taken
                        """)
                .update();
    }
}

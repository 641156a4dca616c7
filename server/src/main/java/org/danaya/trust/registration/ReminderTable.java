package org.danaya.trust.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code registration.reminder}. */
@Component
class ReminderTable {

    private final JdbcClient jdbc;

    ReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether nobody was told yet so many days before the end, or fewer. */
    boolean isNew(long certificate, int days) {
        return jdbc.sql(
                        """
                        select not exists (
                            select from registration.reminder where certificate = ? and days <= ?)
                        """)
                .params(certificate, days)
                .query(Boolean.class)
                .single();
    }

    /** Notes that somebody was told. */
    void note(long certificate, int days, Instant at) {
        jdbc.sql(
                        """
                        insert into registration.reminder (certificate, days, sent_at)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(certificate, days, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

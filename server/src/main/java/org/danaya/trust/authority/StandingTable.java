package org.danaya.trust.authority;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code authority.standing}. */
final class StandingTable {

    private final JdbcClient jdbc;

    StandingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            UUID id,
            int authority,
            int profile,
            String basis,
            Instant from,
            Instant until,
            int most) {
        jdbc.sql(
                        """
                        insert into authority.standing
                            (id, authority, profile_id, basis, from_at, until_at, most)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        authority,
                        profile,
                        basis,
                        from.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC),
                        most)
                .update();
    }

    /** Uses up a number of one that stands now; nothing where none has so many left. */
    Optional<UUID> use(int authority, int profile, int count, Instant now) {
        return jdbc.sql(
                        """
                        update authority.standing set used = used + :count
                        where id = (
                            select id from authority.standing
                            where authority = :authority and profile_id = :profile
                              and from_at <= :now and until_at > :now and ended_at is null
                              and used + :count <= most
                            order by until_at limit 1 for update)
                        returning id
                        """)
                .param("count", count)
                .param("authority", authority)
                .param("profile", profile)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}

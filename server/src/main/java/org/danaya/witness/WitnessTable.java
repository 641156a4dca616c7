package org.danaya.witness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of each witness, across restarts. */
final class WitnessTable {

    private final JdbcClient jdbc;

    WitnessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every witness that was ever asked, by the text of its key. */
    Map<String, WitnessHealth> all() {
        return jdbc
                .sql("select * from witness.witness")
                .query((row, _) -> Map.entry(row.getString("vkey"), health(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(String vkey, WitnessHealth health) {
        jdbc.sql(
                        """
                        insert into witness.witness
                            (vkey, name, key_name, url, state, size, succeeded_at, asked_at, error)
                        values (:vkey, :name, :keyName, :url, :state, :size, :succeeded, :asked, :error)
                        on conflict (vkey) do update set
                            name = excluded.name, url = excluded.url, state = excluded.state,
                            size = excluded.size, succeeded_at = excluded.succeeded_at,
                            asked_at = excluded.asked_at, error = excluded.error
                        """)
                .param("vkey", vkey)
                .param("name", health.name())
                .param("keyName", health.keyName())
                .param("url", health.url())
                .param("state", health.state().name())
                .param("size", health.size())
                .param("succeeded", timestamp(health.succeeded()))
                .param("asked", timestamp(health.asked()))
                .param("error", health.error())
                .update();
    }

    private static WitnessHealth health(ResultSet row) throws SQLException {
        return new WitnessHealth(
                row.getString("name"),
                row.getString("key_name"),
                row.getString("url"),
                WitnessHealth.State.valueOf(row.getString("state")),
                row.getLong("size"),
                instant(row.getTimestamp("succeeded_at")),
                instant(row.getTimestamp("asked_at")),
                row.getString("error"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

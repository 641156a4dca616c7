package org.danaya.trust.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finished documents whose timestamps are renewed. */
final class ArchiveTable {

    private final JdbcClient jdbc;

    ArchiveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an eye on a document; nothing changes where it is kept already. */
    void keep(UUID document, Instant renewAt) {
        jdbc.sql(
                        """
                        insert into signature.archive (document, renew_at) values (?, ?)
                        on conflict do nothing
                        """)
                .params(document, RequestTable.at(renewAt))
                .update();
    }

    /** Those whose time has come, the most urgent first. */
    List<UUID> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select document from signature.archive where renew_at <= ?
                        order by renew_at limit ?
                        """)
                .params(RequestTable.at(now), most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void renewed(UUID document, Instant renewAt, Instant now) {
        jdbc.sql(
                        """
                        update signature.archive
                        set renew_at = ?, renewed_at = ?, renewals = renewals + 1, problem = null
                        where document = ?
                        """)
                .params(RequestTable.at(renewAt), RequestTable.at(now), document)
                .update();
    }

    /** What went wrong, and when it is tried again. */
    void failed(UUID document, String problem, Instant again) {
        jdbc.sql("update signature.archive set problem = ?, renew_at = ? where document = ?")
                .params(problem, RequestTable.at(again), document)
                .update();
    }

    /** How things are. */
    Archives.Figures figures() {
        return jdbc.sql(
                        """
                        select count(*) as kept, min(renew_at) as next, max(renewed_at) as last,
                            coalesce(sum(renewals), 0) as renewals, count(problem) as failing,
                            max(problem) as problem
                        from signature.archive
                        """)
                .query((row, _) -> figures(row))
                .single();
    }

    private static Archives.Figures figures(ResultSet row) throws SQLException {
        return new Archives.Figures(
                row.getLong("kept"),
                row.getLong("renewals"),
                row.getLong("failing"),
                time(row, "next"),
                time(row, "last"),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null
                ? Optional.empty()
                : Optional.of(RequestTable.time(row, column));
    }
}

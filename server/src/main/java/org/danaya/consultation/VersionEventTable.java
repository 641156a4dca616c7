package org.danaya.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.version_event}. Rows are only ever added. */
final class VersionEventTable {

    private final JdbcClient sql;

    VersionEventTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Appends what happened to a version that is locked. */
    void append(UUID version, VersionEvent event) {
        sql.sql(
                        """
                        insert into consultation.version_event (version, place, kind, at, account, basis,
                            signer, function, other, reason)
                        select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
                        from consultation.version_event where version = ?
                        """)
                .params(
                        Arrays.asList(
                                version,
                                event.kind(),
                                Moments.column(event.at()),
                                event.account(),
                                event.under().map(VersionEvent.Under::basis).orElse(""),
                                event.under().map(VersionEvent.Under::signer).orElse(""),
                                event.under().map(VersionEvent.Under::function).orElse(""),
                                event.other().orElse(null),
                                event.reason().orElse(null),
                                version))
                .update();
    }

    /** What happened to a version, in order. */
    List<VersionEvent> of(UUID version) {
        return sql.sql("select * from consultation.version_event where version = ? order by place")
                .param(version)
                .query(VersionEventTable::row)
                .list();
    }

    private static VersionEvent row(ResultSet row, int number) throws SQLException {
        return new VersionEvent(
                row.getString("kind"),
                Moments.of(row, "at"),
                row.getObject("account", UUID.class),
                VersionEvent.Under.read(
                        row.getString("basis"), row.getString("signer"), row.getString("function")),
                Optional.ofNullable(row.getObject("other", UUID.class)),
                Optional.ofNullable(row.getString("reason")));
    }
}

package org.danaya.trust.trustlist.foreign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code trustlist.foreign_list}. */
@Component
final class ForeignListTable {

    private final JdbcClient sql;

    ForeignListTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A list as it was last seen.
     *
     * @param problem what was wrong at the last look; empty where nothing was
     */
    record Row(String address, Optional<Kept> kept, Instant lookedAt, String problem) {}

    /** The last document that was right. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(byte[] document, Instant fetchedAt) {}

    List<Row> all() {
        return sql.sql("select * from trustlist.foreign_list order by address")
                .query(
                        (row, _) -> {
                            byte[] document = row.getBytes("document");
                            return new Row(
                                    row.getString("address"),
                                    document == null
                                            ? Optional.empty()
                                            : Optional.of(
                                                    new Kept(
                                                            document,
                                                            Objects.requireNonNull(
                                                                    Moments.ofNullable(
                                                                            row, "fetched_at")))),
                                    Objects.requireNonNull(Moments.ofNullable(row, "looked_at")),
                                    row.getString("problem"));
                        })
                .list();
    }

    void right(String address, byte[] document, Instant at) {
        sql.sql(
                        """
                        insert into trustlist.foreign_list
                            (address, document, fetched_at, looked_at, problem)
                        values (:address, :document, :at, :at, '')
                        on conflict (address) do update set document = :document,
                            fetched_at = :at, looked_at = :at, problem = ''
                        """)
                .param("address", address)
                .param("document", document)
                .param("at", Moments.column(at))
                .update();
    }

    void wrong(String address, String problem, Instant at) {
        sql.sql(
                        """
                        insert into trustlist.foreign_list (address, looked_at, problem)
                        values (:address, :at, :problem)
                        on conflict (address) do update set looked_at = :at, problem = :problem
                        """)
                .param("address", address)
                .param("problem", problem)
                .param("at", Moments.column(at))
                .update();
    }
}

package org.danaya.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.publication}. */
final class PublicationTable {

    private final JdbcClient sql;

    PublicationTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Publication publication) {
        sql.sql(
                        """
                        insert into consultation.publication (version, published_by, published_at,
                            basis, signer, function, evidence)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        publication.version(),
                        publication.by(),
                        Moments.column(publication.at()),
                        publication.under().map(VersionEvent.Under::basis).orElse(""),
                        publication.under().map(VersionEvent.Under::signer).orElse(""),
                        publication.under().map(VersionEvent.Under::function).orElse(""),
                        publication.evidence())
                .update();
    }

    Optional<Publication> find(UUID version) {
        return sql.sql("select * from consultation.publication where version = ?")
                .param(version)
                .query(PublicationTable::row)
                .optional();
    }

    private static Publication row(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getObject("version", UUID.class),
                row.getObject("published_by", UUID.class),
                Moments.of(row, "published_at"),
                VersionEvent.Under.read(
                        row.getString("basis"), row.getString("signer"), row.getString("function")),
                row.getObject("evidence", UUID.class));
    }
}

package org.danaya.trust.trustlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.people.Basis;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code trustlist.edition}. Rows are only ever added. */
@Component
final class EditionTable {

    private final JdbcClient sql;

    EditionTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Edition edition) {
        sql.sql(
                        """
                        insert into trustlist.edition (sequence, unsigned, signed, unsigned_sha256,
                            signed_sha256, issued, next_update, draft, signer, submitted_by,
                            approved_by, evidence, basis)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        edition.sequence(),
                        edition.unsigned(),
                        edition.signed(),
                        Sha256.of(edition.unsigned()),
                        edition.digest(),
                        Moments.column(edition.issued()),
                        Moments.column(edition.nextUpdate()),
                        edition.draft(),
                        edition.signer(),
                        edition.submittedBy(),
                        edition.approvedBy(),
                        edition.evidence(),
                        edition.basis().map(Basis::column).orElse(Basis.NONE))
                .update();
    }

    Optional<Edition> last() {
        return sql.sql("select * from trustlist.edition order by sequence desc limit 1")
                .query(EditionTable::edition)
                .optional();
    }

    Optional<Edition> find(long sequence) {
        return sql.sql("select * from trustlist.edition where sequence = ?")
                .param(sequence)
                .query(EditionTable::edition)
                .optional();
    }

    /** The newest first. */
    List<Edition> page(long offset, int limit) {
        return sql.sql("select * from trustlist.edition order by sequence desc offset ? limit ?")
                .params(offset, limit)
                .query(EditionTable::edition)
                .list();
    }

    long count() {
        return sql.sql("select count(*) from trustlist.edition").query(Long.class).single();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getLong("sequence"),
                row.getBytes("unsigned"),
                row.getBytes("signed"),
                Moments.of(row, "issued"),
                Moments.of(row, "next_update"),
                row.getObject("draft", UUID.class),
                row.getObject("signer", UUID.class),
                row.getObject("submitted_by", UUID.class),
                row.getObject("approved_by", UUID.class),
                Basis.read(row.getString("basis")),
                row.getObject("evidence", UUID.class));
    }
}

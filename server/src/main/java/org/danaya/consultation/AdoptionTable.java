package org.danaya.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.adoption}. */
final class AdoptionTable {

    private final JdbcClient sql;

    AdoptionTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Adoption adoption) {
        sql.sql(
                        """
                        insert into consultation.adoption (version, place, kind, number, day,
                            reference, recorded_by, recorded_at, basis, signer, function, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                adoption.version(),
                                adoption.place(),
                                adoption.act().kind().code(),
                                adoption.act().number().orElse(null),
                                adoption.act().day(),
                                adoption.act().reference(),
                                adoption.recordedBy(),
                                Moments.column(adoption.recordedAt()),
                                adoption.under().map(VersionEvent.Under::basis).orElse(""),
                                adoption.under().map(VersionEvent.Under::signer).orElse(""),
                                adoption.under().map(VersionEvent.Under::function).orElse(""),
                                adoption.correction().orElse(null)))
                .update();
    }

    /** The one that counts. */
    Optional<Adoption> last(UUID version) {
        return all(version).stream().reduce((_, later) -> later);
    }

    /** In the order of their places. */
    List<Adoption> all(UUID version) {
        return sql.sql("select * from consultation.adoption where version = ? order by place")
                .param(version)
                .query(AdoptionTable::row)
                .list();
    }

    private static Adoption row(ResultSet row, int number) throws SQLException {
        return new Adoption(
                row.getObject("version", UUID.class),
                row.getInt("place"),
                new Adoption.Act(
                        AdoptionKind.of(row.getString("kind")),
                        Optional.ofNullable(row.getString("number")),
                        row.getObject("day", LocalDate.class),
                        row.getString("reference")),
                row.getObject("recorded_by", UUID.class),
                Moments.of(row, "recorded_at"),
                VersionEvent.Under.read(
                        row.getString("basis"), row.getString("signer"), row.getString("function")),
                Optional.ofNullable(row.getString("reason")));
    }
}

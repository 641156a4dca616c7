package org.danaya.mandates.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.KeyId;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.SealFit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.seal}. Rows are only ever added. */
final class SealTable {

    private final JdbcClient sql;

    SealTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<MandateSeals.Sealed> find(UUID mandate) {
        return sql.sql("select text, shortened from mandates.seal where mandate = ?")
                .param(mandate)
                .query(SealTable::seal)
                .optional();
    }

    /** Keeps a seal; false where the mandate has one. */
    boolean insert(UUID mandate, KeyId key, MandateSeals.Sealed sealed, Instant at) {
        return sql.sql(
                                """
                                insert into mandates.seal (mandate, kid, text, shortened, sealed_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                mandate,
                                key.toBytes(),
                                sealed.text(),
                                sealed.shortened().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new),
                                Moments.column(at))
                        .update()
                == 1;
    }

    private static MandateSeals.Sealed seal(ResultSet row, int number) throws SQLException {
        Set<SealFit.Field> shortened =
                Arrays.stream((String[]) row.getArray("shortened").getArray())
                        .map(SealFit.Field::valueOf)
                        .collect(Collectors.toSet());
        return new MandateSeals.Sealed(
                MandateSeal.read(row.getString("text")).orThrow(), shortened);
    }
}

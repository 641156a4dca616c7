package org.danaya.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code audit.link}: the chain. */
@Repository
class LinkTable {

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last link of the chain; {@link Head#START} where there is none. */
    Head head() {
        return jdbc.sql("select position, hash from audit.link order by position desc limit 1")
                .query((row, _) -> new Head(row.getLong(1), Hash.of(row.getBytes(2))))
                .optional()
                .orElse(Head.START);
    }

    /** Adds links from a position on. */
    void add(long first, long[] entries, List<Hash> hashes) {
        jdbc.sql(
                        """
                        insert into audit.link (position, entry, hash)
                        select ? + l.n - 1, l.entry, l.hash
                        from unnest(?::bigint[], ?::bytea[]) with ordinality as l (entry, hash, n)
                        """)
                .params(first, entries, hashes.stream().map(Hash::bytes).toArray(byte[][]::new))
                .update();
    }

    /** Takes the right to chain until the transaction ends; false where another has it. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit.link'))")
                .query(Boolean.class)
                .single();
    }
}

package org.danaya.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code audit.anchor}: what the public log was told. */
@Repository
class AnchorTable {

    private final JdbcClient jdbc;

    AnchorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Anchor anchor) {
        jdbc.sql("insert into audit.anchor (position, hash, at, reference) values (?, ?, ?, ?)")
                .params(
                        anchor.head().position(),
                        anchor.head().hash().bytes(),
                        anchor.at().atOffset(ZoneOffset.UTC),
                        anchor.reference())
                .update();
    }

    /** The anchor of the greatest position. */
    Optional<Anchor> last() {
        return select("order by position desc limit 1").optional();
    }

    /** The first anchor that covers a position. */
    Optional<Anchor> covering(long position) {
        return select("where position >= " + position + " order by position limit 1").optional();
    }

    List<Anchor> all() {
        return select("order by position").list();
    }

    /** When the oldest entry was written that no anchor covers yet. */
    Optional<Instant> uncoveredSince() {
        return jdbc.sql(
                        """
                        select e.at from audit.link l join audit.entry e on e.id = l.entry
                        where l.position > (select coalesce(max(position), 0) from audit.anchor)
                        order by l.position limit 1
                        """)
                .query((row, _) -> EntryTable.instant(row, 1))
                .optional();
    }

    private JdbcClient.MappedQuerySpec<Anchor> select(String rest) {
        return jdbc.sql("select position, hash, at, reference from audit.anchor " + rest)
                .query(
                        (row, _) ->
                                new Anchor(
                                        new Head(row.getLong(1), Hash.of(row.getBytes(2))),
                                        EntryTable.instant(row, 3),
                                        row.getString(4)));
    }
}

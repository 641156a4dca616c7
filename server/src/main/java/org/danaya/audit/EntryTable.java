package org.danaya.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code audit.entry} and {@code audit.unchained}, as the journal writes them. */
@Repository
class EntryTable {

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NewEntry entry, byte[] salt) {
        jdbc.sql(
                        """
                        with written as (
                            insert into audit.entry (at, actor_kind, actor, role, act, subject,
                                outcome, facts, request, address_digest, address, address_salt)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            returning id)
                        insert into audit.unchained (entry) select id from written
                        """)
                .params(
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.actorKind(),
                        entry.actor(),
                        entry.role(),
                        entry.act(),
                        entry.subject(),
                        entry.outcome(),
                        entry.facts(),
                        entry.request(),
                        ChainHash.addressDigest(salt, entry.address()).bytes(),
                        entry.address(),
                        salt)
                .update();
    }

    /** The committed entries that are not in the chain, in the order of their ids. */
    List<ChainHash.Covered> unchained(int limit) {
        return jdbc.sql(
                        """
                        select e.id, e.at, e.actor_kind, e.actor, e.role, e.act, e.subject,
                            e.outcome, e.facts, e.request, e.address_digest
                        from audit.unchained u join audit.entry e on e.id = u.entry
                        order by u.entry limit ?
                        """)
                .param(limit)
                .query((row, _) -> covered(row))
                .list();
    }

    /** Takes entries off the list of those that wait; tells how many were on it. */
    int chained(long[] ids) {
        return jdbc.sql("delete from audit.unchained where entry = any (?)").param(ids).update();
    }

    /** How many entries wait for the chain, counted up to a limit. */
    long waiting(int limit) {
        return jdbc.sql("select count(*) from (select 1 from audit.unchained limit ?) as counted")
                .param(limit)
                .query(Long.class)
                .single();
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static ChainHash.Covered covered(ResultSet row) throws SQLException {
        return new ChainHash.Covered(
                row.getLong(1),
                instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Hash.of(row.getBytes(11)));
    }
}

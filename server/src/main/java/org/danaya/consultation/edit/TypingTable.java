package org.danaya.consultation.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code consultation.typing} and {@code consultation.editing}. */
final class TypingTable {

    private final JdbcClient sql;

    TypingTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nobody else keeps or forgets what an account typed for a unit until the transaction ends. */
    void alone(UUID account, UUID version, String part) {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) l")
                .param("typing " + account + " " + version + " " + part)
                .query(Integer.class)
                .single();
    }

    void keep(UUID account, UUID dossier, Typed typed) {
        sql.sql(
                        """
                        insert into consultation.typing (account, version, part, dossier, base, lines, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account, version, part) do update set base = excluded.base,
                            lines = excluded.lines, at = excluded.at
                        """)
                .params(
                        account,
                        typed.version(),
                        typed.part(),
                        dossier,
                        HexFormat.of().parseHex(typed.base()),
                        typed.lines(),
                        Moments.column(typed.at()))
                .update();
    }

    int count(UUID account) {
        return sql.sql("select count(*) from consultation.typing where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    Optional<Typed> find(UUID account, UUID version, String part) {
        return sql.sql(
                        """
                        select * from consultation.typing
                        where account = ? and version = ? and part = ?
                        """)
                .params(account, version, part)
                .query(TypingTable::row)
                .optional();
    }

    /** What an account typed for a dossier, the latest first. */
    List<Typed> of(UUID account, UUID dossier, int most) {
        return sql.sql(
                        """
                        select * from consultation.typing
                        where account = ? and dossier = ? order by at desc limit ?
                        """)
                .params(account, dossier, most)
                .query(TypingTable::row)
                .list();
    }

    void delete(UUID account, UUID version, String part) {
        sql.sql(
                        """
                        delete from consultation.typing
                        where account = ? and version = ? and part = ?
                        """)
                .params(account, version, part)
                .update();
    }

    /** Forgets lines, unless others came in their place. */
    void delete(UUID account, UUID version, String part, String lines) {
        sql.sql(
                        """
                        delete from consultation.typing
                        where account = ? and version = ? and part = ? and lines = ?
                        """)
                .params(account, version, part, lines)
                .update();
    }

    int waiting(UUID version) {
        return sql.sql(
                        """
                        select count(*) from consultation.typing
                        where version = ? and base <> sha256(convert_to(lines, 'UTF8'))
                        """)
                .param(version)
                .query(Integer.class)
                .single();
    }

    private static Typed row(ResultSet row, int number) throws SQLException {
        return new Typed(
                row.getObject("version", UUID.class),
                row.getString("part"),
                HexFormat.of().formatHex(row.getBytes("base")),
                row.getString("lines"),
                Moments.of(row, "at"));
    }

    void here(UUID account, UUID version, String part, Instant now) {
        sql.sql(
                        """
                        insert into consultation.editing (version, part, account, at)
                        values (?, ?, ?, ?)
                        on conflict (version, part, account) do update set at = excluded.at
                        """)
                .params(version, part, account, Moments.column(now))
                .update();
    }

    void away(UUID account, UUID version, String part) {
        sql.sql(
                        """
                        delete from consultation.editing
                        where version = ? and part = ? and account = ?
                        """)
                .params(version, part, account)
                .update();
    }

    void forget(Instant before) {
        sql.sql("delete from consultation.editing where at < ?")
                .param(Moments.column(before))
                .update();
    }

    /** Somebody who has a unit open. */
    record Here(String part, UUID account) {}

    /** Who has which unit of a version open since a time. */
    List<Here> here(UUID version, Instant since) {
        return sql.sql(
                        """
                        select part, account from consultation.editing
                        where version = ? and at >= ? order by part, at desc limit 500
                        """)
                .params(version, Moments.column(since))
                .query((row, _) -> new Here(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }
}

package org.danaya.consultation.edit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code consultation.edit} and {@code consultation.edit_undo}. */
final class EditTable {

    private final JdbcClient sql;

    EditTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The place of the next change: nobody else adds one until the transaction ends. */
    int next(UUID version) {
        sql.sql("select id from consultation.version where id = ? for update")
                .param(version)
                .query((row, _) -> row.getString(1))
                .list();
        return sql.sql(
                        "select coalesce(max(place), 0) + 1 from consultation.edit where version = ?")
                .param(version)
                .query(Integer.class)
                .single();
    }

    void append(UUID version, Edit edit) {
        String former = edit.former().orElse(null);
        String said = edit.said().orElse(null);
        sql.sql(
                        """
                        insert into consultation.edit (version, place, operation, part, at, account,
                            revision, former, former_hash, said, said_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                version,
                                edit.place(),
                                edit.operation(),
                                edit.part(),
                                Moments.column(edit.at()),
                                edit.account(),
                                edit.revision(),
                                former,
                                hash(former),
                                said,
                                hash(said)))
                .update();
    }

    private static byte @Nullable [] hash(@Nullable String lines) {
        return lines == null ? null : Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The changes of a unit, the last one first. */
    List<Edit> of(UUID version, String part, int most) {
        return sql.sql(
                        """
                        select * from consultation.edit where version = ? and part = ?
                        order by place desc limit ?
                        """)
                .params(version, part, most)
                .query(EditTable::row)
                .list();
    }

    /** The last change that is in the text. */
    Optional<Edit> last(UUID version, String part) {
        return of(version, part, 50).stream()
                .filter(edit -> !edit.operation().equals(Edit.ASIDE))
                .findFirst();
    }

    /** The lines that a hash is of, where a unit said them in a version of a dossier. */
    Optional<String> lines(UUID dossier, String part, String hash) {
        byte[] sha256 = HexFormat.of().parseHex(hash);
        return sql.sql(
                        """
                        select case when former_hash = ? then former else said end
                        from consultation.edit
                        join consultation.version on version.id = edit.version
                        where dossier = ? and part = ? and operation <> ?
                            and (former_hash = ? or said_hash = ?)
                        limit 1
                        """)
                .params(sha256, dossier, part, Edit.ASIDE, sha256, sha256)
                .query(String.class)
                .optional();
    }

    Optional<Edit> find(UUID version, int place) {
        return sql.sql("select * from consultation.edit where version = ? and place = ?")
                .params(version, place)
                .query(EditTable::row)
                .optional();
    }

    private static Edit row(ResultSet row, int number) throws SQLException {
        return new Edit(
                row.getInt("place"),
                row.getString("operation"),
                row.getString("part"),
                Moments.of(row, "at"),
                row.getObject("account", UUID.class),
                row.getInt("revision"),
                Optional.ofNullable(row.getString("former")),
                Optional.ofNullable(row.getString("said")));
    }

    /** Keeps what a draft was before its last operation, compressed. */
    void undoable(UUID version, int revision, UUID account, String operation, byte[] akn) {
        sql.sql(
                        """
                        insert into consultation.edit_undo (version, revision, account, operation, akn)
                        values (?, ?, ?, ?, ?)
                        on conflict (version) do update set revision = excluded.revision,
                            account = excluded.account, operation = excluded.operation,
                            akn = excluded.akn
                        """)
                .params(version, revision, account, operation, akn)
                .update();
    }

    /** The operation that an account did last, where nobody changed the draft since. */
    Optional<String> undoable(UUID version, int revision, UUID account) {
        return sql.sql(
                        """
                        select operation from consultation.edit_undo
                        where version = ? and revision = ? and account = ?
                        """)
                .params(version, revision, account)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> before(UUID version, int revision, UUID account) {
        return sql.sql(
                        """
                        select akn from consultation.edit_undo
                        where version = ? and revision = ? and account = ?
                        """)
                .params(version, revision, account)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    void undone(UUID version) {
        sql.sql("delete from consultation.edit_undo where version = ?").param(version).update();
    }
}

package org.danaya.trust.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code seal.sheet} and {@code seal.piece}. */
final class SheetTable {

    private final JdbcClient sql;

    SheetTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Sheet.Head head) {
        sql.sql(
                        """
                        insert into seal.sheet (id, account, structure, level, made_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        head.id(),
                        head.account(),
                        head.structure(),
                        head.level().name(),
                        Moments.column(head.madeAt()))
                .update();
    }

    void insert(UUID sheet, Sheet.Piece piece, SignedFile file) {
        sql.sql(
                        """
                        insert into seal.piece (id, sheet, place, name, form, sha256, active, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        piece.id(),
                        sheet,
                        piece.place(),
                        piece.name(),
                        piece.form().name(),
                        piece.sha256(),
                        piece.active(),
                        file.bytes())
                .update();
    }

    Optional<Sheet> find(UUID id) {
        return found(id, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Sheet> lock(UUID id) {
        return found(id, " for update");
    }

    Optional<SignedFile> content(UUID piece) {
        return sql.sql("select name, content from seal.piece where id = ?")
                .param(piece)
                .query((row, _) -> new SignedFile(row.getString(1), row.getBytes(2)))
                .optional();
    }

    void confirmed(UUID id, UUID evidence, byte[] certificate, Optional<SignedFor> name) {
        sql.sql(
                        """
                        update seal.sheet set evidence = ?, certificate_sha256 = ?, basis = ?,
                            role = ?
                        where id = ?
                        """)
                .params(evidence, certificate, SignedFor.basis(name), SignedFor.role(name), id)
                .update();
    }

    /** Whether it wasn't sealed already. */
    boolean sealed(UUID piece, Seals.Sealed sealed) {
        return sql.sql(
                                """
                        update seal.piece set name = ?, sha256 = ?, content = ?, seal = ?
                        where id = ? and seal is null
                        """)
                        .params(
                                sealed.file().name(),
                                sealed.seal().after(),
                                sealed.file().bytes(),
                                sealed.seal().id(),
                                piece)
                        .update()
                == 1;
    }

    /** Deletes a sheet and its documents. */
    void delete(UUID id) {
        sql.sql("delete from seal.sheet where id = ?").param(id).update();
    }

    /** Deletes those of before a moment. */
    void forget(Instant before) {
        sql.sql("delete from seal.sheet where made_at < ?").param(Moments.column(before)).update();
    }

    /** The sheet is locked before its pieces are read: nothing is laid on it between the two. */
    private Optional<Sheet> found(UUID id, String rest) {
        sql.sql("select id from seal.sheet where id = ?" + rest)
                .param(id)
                .query(UUID.class)
                .optional();
        List<Sheet.Piece> pieces =
                sql.sql(
                                """
                                select id, place, name, form, sha256, octet_length(content) as size,
                                    active, seal
                                from seal.piece where sheet = ? order by place
                                """)
                        .param(id)
                        .query(SheetTable::piece)
                        .list();
        return sql.sql("select * from seal.sheet where id = ?")
                .param(id)
                .query((row, _) -> sheet(row, pieces))
                .optional();
    }

    private static Sheet sheet(ResultSet row, List<Sheet.Piece> pieces) throws SQLException {
        Sheet.Head head =
                new Sheet.Head(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        row.getObject("structure", UUID.class),
                        SignatureLevel.valueOf(row.getString("level")),
                        Moments.of(row, "made_at"),
                        pieces);
        UUID evidence = row.getObject("evidence", UUID.class);
        return evidence == null
                ? new Sheet.Open(head)
                : new Sheet.Confirmed(
                        head,
                        evidence,
                        row.getBytes("certificate_sha256"),
                        SignedFor.read(row.getString("basis"), row.getString("role")));
    }

    private static Sheet.Piece piece(ResultSet row, int number) throws SQLException {
        return new Sheet.Piece(
                row.getObject("id", UUID.class),
                row.getInt("place"),
                row.getString("name"),
                SignatureForm.valueOf(row.getString("form")),
                row.getBytes("sha256"),
                row.getInt("size"),
                row.getBoolean("active"),
                Optional.ofNullable(row.getObject("seal", UUID.class)));
    }
}

package org.danaya.trust.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents with their content, and the signatures that were made. */
final class DocumentTable {

    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID request, SigningDocument document, byte[] content) {
        jdbc.sql(
                        """
                        insert into signature.document
                            (id, request, place, name, form, pages, original, sha256, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        document.id(),
                        request,
                        document.place(),
                        document.name(),
                        document.form().name(),
                        document.pages(),
                        document.sha256(),
                        document.sha256(),
                        content)
                .update();
    }

    List<SigningDocument> of(UUID request) {
        return jdbc.sql(
                        """
                        select id, place, name, form, pages, sha256, octet_length(content) as size
                        from signature.document where request = ? order by place
                        """)
                .param(request)
                .query(
                        (row, _) ->
                                new SigningDocument(
                                        row.getObject("id", UUID.class),
                                        row.getInt("place"),
                                        row.getString("name"),
                                        SignatureForm.valueOf(row.getString("form")),
                                        row.getInt("pages"),
                                        row.getBytes("sha256"),
                                        row.getInt("size")))
                .list();
    }

    void form(UUID document, SignatureForm form) {
        jdbc.sql("update signature.document set form = ? where id = ?")
                .params(form.name(), document)
                .update();
    }

    SignatureForm form(UUID document) {
        return jdbc.sql("select form from signature.document where id = ?")
                .param(document)
                .query((row, _) -> SignatureForm.valueOf(row.getString(1)))
                .single();
    }

    Optional<SignedFile> content(UUID document) {
        return content(document, "");
    }

    /** Its content; nobody else signs it until the transaction ends. */
    Optional<SignedFile> lock(UUID document) {
        return content(document, " for update");
    }

    void signed(UUID document, byte[] content, byte[] sha256) {
        jdbc.sql("update signature.document set content = ?, sha256 = ? where id = ?")
                .params(content, sha256, document)
                .update();
    }

    /** Forgets the files of a request. */
    void empty(UUID request) {
        jdbc.sql("update signature.document set content = ''::bytea where request = ?")
                .param(request)
                .update();
    }

    void made(Made made) {
        jdbc.sql(
                        """
                        insert into signature.made (id, document, signer, evidence, certificate,
                            before_sha256, after_sha256, level, made_at, basis, role)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        made.id(),
                        made.document(),
                        made.signer(),
                        made.evidence(),
                        made.certificate(),
                        made.before(),
                        made.after(),
                        made.level().name(),
                        RequestTable.at(made.at()),
                        SignedFor.basis(made.name()),
                        SignedFor.role(made.name()))
                .update();
    }

    boolean isMade(UUID document, UUID signer) {
        return jdbc.sql("select count(*) from signature.made where document = ? and signer = ?")
                .params(document, signer)
                .query(Integer.class)
                .single()
                .equals(1);
    }

    int made(UUID signer) {
        return jdbc.sql("select count(*) from signature.made where signer = ?")
                .param(signer)
                .query(Integer.class)
                .single();
    }

    /**
     * The signatures that a file has, by its hash: those that were made until it was as it is. Once
     * its archive timestamp was renewed, nothing is known by its hash any more.
     */
    List<Made> madeUntil(byte[] sha256) {
        return jdbc.sql(
                        """
                        select m.* from signature.made last
                        join signature.made m on m.document = last.document
                            and m.made_at <= last.made_at
                        where last.after_sha256 = ? order by m.made_at
                        """)
                .param(sha256)
                .query((row, _) -> made(row))
                .list();
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                row.getObject("id", UUID.class),
                row.getObject("document", UUID.class),
                row.getObject("signer", UUID.class),
                row.getObject("evidence", UUID.class),
                row.getBytes("certificate"),
                row.getBytes("before_sha256"),
                row.getBytes("after_sha256"),
                SignatureLevel.valueOf(row.getString("level")),
                RequestTable.time(row, "made_at"),
                SignedFor.read(row.getString("basis"), row.getString("role")));
    }

    private Optional<SignedFile> content(UUID document, String lock) {
        return jdbc.sql("select name, content from signature.document where id = ?" + lock)
                .param(document)
                .query((row, _) -> new SignedFile(row.getString(1), row.getBytes(2)))
                .optional();
    }

    /** A signature that was made. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Made(
            UUID id,
            UUID document,
            UUID signer,
            UUID evidence,
            byte[] certificate,
            byte[] before,
            byte[] after,
            SignatureLevel level,
            Instant at,
            Optional<SignedFor> name) {}
}

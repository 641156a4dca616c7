package org.danaya.trust.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of seals: {@code seal.seal}, {@code seal.day} and {@code seal.answer}. */
final class SealTable {

    private final JdbcClient sql;

    SealTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What a program was answered, kept for a day so that it can ask again.
     *
     * @param request SHA-256 of all that it asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Answered(byte[] request, Seal seal, SignedFile file) {}

    void insert(Seal seal) {
        sql.sql(
                        """
                        insert into seal.seal (id, structure, certificate, account, evidence, api_key,
                            form, level, before_sha256, after_sha256, size, made_at, basis, role)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                seal.id(),
                                seal.structure(),
                                seal.certificate(),
                                seal.by() instanceof Seal.By.Officer(UUID account, _)
                                        ? account
                                        : null,
                                seal.by() instanceof Seal.By.Officer(_, UUID evidence)
                                        ? evidence
                                        : null,
                                seal.by() instanceof Seal.By.Program(UUID key) ? key : null,
                                seal.form().name(),
                                seal.level().name(),
                                seal.before(),
                                seal.after(),
                                seal.size(),
                                Moments.column(seal.at()),
                                SignedFor.basis(seal.name()),
                                SignedFor.role(seal.name())))
                .update();
    }

    /** Counts one more seal of a day, unless there are as many as there may be. */
    boolean count(UUID structure, LocalDate day, int most) {
        return sql.sql(
                                """
                                insert into seal.day as d (structure, day, count) values (?, ?, 1)
                                on conflict (structure, day)
                                do update set count = d.count + 1 where d.count < ?
                                """)
                        .params(structure, day, most)
                        .update()
                == 1;
    }

    /** Takes one back from the count of a day, unless there is the seal that it was for. */
    void giveBack(UUID structure, LocalDate day, UUID seal) {
        sql.sql(
                        """
                        update seal.day set count = count - 1
                        where structure = ? and day = ? and count > 0
                            and not exists (select 1 from seal.seal where id = ?)
                        """)
                .params(structure, day, seal)
                .update();
    }

    /** How many bytes of answers are kept for a key. */
    long kept(UUID key) {
        return sql.sql(
                        """
                        select coalesce(sum(octet_length(content)), 0) from seal.answer
                        where api_key = ?
                        """)
                .param(key)
                .query(Long.class)
                .single();
    }

    /** Nobody else keeps an answer for a key until the transaction ends. */
    void lockAnswers(UUID key) {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) l")
                .param("seal.answer:" + key)
                .query(Integer.class)
                .single();
    }

    void keep(UUID key, String name, Answered answered) {
        sql.sql(
                        """
                        insert into seal.answer (api_key, name, request_sha256, seal, filename, content)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key,
                        name,
                        answered.request(),
                        answered.seal().id(),
                        answered.file().name(),
                        answered.file().bytes())
                .update();
    }

    Optional<Answered> answered(UUID key, String name) {
        return sql.sql(
                        """
                        select s.*, a.request_sha256, a.filename, a.content
                        from seal.answer a join seal.seal s on s.id = a.seal
                        where a.api_key = ? and a.name = ?
                        """)
                .params(key, name)
                .query(
                        (row, number) ->
                                new Answered(
                                        row.getBytes("request_sha256"),
                                        seal(row, number),
                                        new SignedFile(
                                                row.getString("filename"),
                                                row.getBytes("content"))))
                .optional();
    }

    /** Deletes answers of before a moment. */
    int forget(Instant before) {
        return sql.sql(
                        """
                        delete from seal.answer a using seal.seal s
                        where s.id = a.seal and s.made_at < ?
                        """)
                .param(Moments.column(before))
                .update();
    }

    Optional<Seal> find(UUID id) {
        return sql.sql("select * from seal.seal where id = ?")
                .param(id)
                .query(SealTable::seal)
                .optional();
    }

    /** The seals that left a document with a hash. */
    List<Seal> leaving(byte[] after) {
        return sql.sql("select * from seal.seal where encode(after_sha256, 'hex') = ?")
                .param(HexFormat.of().formatHex(after))
                .query(SealTable::seal)
                .list();
    }

    long count(Reach reach, String hash) {
        return conditioned("select count(*) from seal.seal ", reach, hash, "")
                .query(Long.class)
                .single();
    }

    /** Some, the newest first, unless they are ordered otherwise. */
    List<Seal> list(Reach reach, String hash, String orderBy, long skipped, int most) {
        return conditioned(
                        "select * from seal.seal ",
                        reach,
                        hash,
                        " order by "
                                + (orderBy.isEmpty() ? "" : orderBy + ", ")
                                + "id desc limit "
                                + most
                                + " offset "
                                + skipped)
                .query(SealTable::seal)
                .list();
    }

    /** Some, the newest first, before one or from the top. */
    List<Seal> before(Reach reach, Optional<UUID> id, int most) {
        return conditioned(
                        "select * from seal.seal ",
                        reach,
                        "",
                        " and (cast(:before as uuid) is null or id < cast(:before as uuid))"
                                + " order by id desc limit "
                                + most)
                .param("before", id.orElse(null))
                .query(SealTable::seal)
                .list();
    }

    private JdbcClient.StatementSpec conditioned(
            String select, Reach reach, String hash, String rest) {
        return sql.sql(
                        select
                                + """
                                where (:everywhere or structure = any(cast(:structures as uuid[])))
                                and (:hash = '' or :hash in (encode(before_sha256, 'hex'),
                                    encode(after_sha256, 'hex')))
                                """
                                + rest)
                .param("everywhere", reach instanceof Reach.Everywhere)
                .param(
                        "structures",
                        switch (reach) {
                            case Reach.Everywhere() -> new String[0];
                            case Reach.Structures(Set<UUID> ids) ->
                                    ids.stream().map(UUID::toString).toArray(String[]::new);
                        })
                .param("hash", hash);
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        return new Seal(
                row.getObject("id", UUID.class),
                row.getObject("structure", UUID.class),
                row.getLong("certificate"),
                account == null
                        ? new Seal.By.Program(row.getObject("api_key", UUID.class))
                        : new Seal.By.Officer(account, row.getObject("evidence", UUID.class)),
                SignedFor.read(row.getString("basis"), row.getString("role")),
                SignatureForm.valueOf(row.getString("form")),
                SignatureLevel.valueOf(row.getString("level")),
                row.getBytes("before_sha256"),
                row.getBytes("after_sha256"),
                row.getInt("size"),
                Moments.of(row, "made_at"));
    }
}

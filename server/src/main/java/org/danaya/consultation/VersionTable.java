package org.danaya.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.TextVersion.Head;
import org.danaya.consultation.TextVersion.Origin;
import org.danaya.consultation.TextVersion.Said;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.version}. */
final class VersionTable {

    private static final String COLUMNS =
            """
            id, dossier, number, state, revision, sha256, words, parts, origin, origin_name, origin_hash,
            author, created_at, changed_at, frozen_at
            """;

    private final JdbcClient sql;

    VersionTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Head head, byte[] akn, Said said) {
        sql.sql(
                        """
                        insert into consultation.version (id, dossier, number, akn, sha256, words, parts,
                            origin, origin_name, origin_hash, author, created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                head.id(),
                                head.dossier(),
                                head.number(),
                                akn,
                                HexFormat.of().parseHex(said.sha256()),
                                said.words(),
                                said.parts(),
                                head.origin().form(),
                                head.origin().name(),
                                hash(head.origin().sha256()),
                                head.author(),
                                Moments.column(head.createdAt()),
                                Moments.column(head.createdAt())))
                .update();
    }

    private static byte @Nullable [] hash(String hex) {
        return hex.isEmpty() ? null : HexFormat.of().parseHex(hex);
    }

    /** Writes what a draft says now; false where it changed since, or isn't one any more. */
    boolean rewrite(UUID id, int revision, byte[] akn, Said said, Instant now) {
        return sql.sql(
                                """
                                update consultation.version set revision = revision + 1, akn = ?,
                                    sha256 = ?, words = ?, parts = ?, changed_at = ?
                                where id = ? and revision = ? and state = 'draft'
                                """)
                        .params(
                                Arrays.asList(
                                        akn,
                                        HexFormat.of().parseHex(said.sha256()),
                                        said.words(),
                                        said.parts(),
                                        Moments.column(now),
                                        id,
                                        revision))
                        .update()
                == 1;
    }

    void freeze(UUID id, Instant now) {
        sql.sql(
                        """
                        update consultation.version set state = 'frozen', frozen_at = ?, changed_at = ?
                        where id = ?
                        """)
                .params(Moments.column(now), Moments.column(now), id)
                .update();
    }

    void move(UUID id, String state, Instant now) {
        sql.sql("update consultation.version set state = ?, changed_at = ? where id = ?")
                .params(state, Moments.column(now), id)
                .update();
    }

    Optional<TextVersion> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from consultation.version where id = ?")
                .param(id)
                .query(VersionTable::row)
                .optional();
    }

    /** A version that nobody else changes until the transaction ends. */
    Optional<TextVersion> lock(UUID id) {
        return sql.sql("select " + COLUMNS + " from consultation.version where id = ? for update")
                .param(id)
                .query(VersionTable::row)
                .optional();
    }

    /** The versions of a dossier, the first one first. */
    List<TextVersion> of(UUID dossier) {
        return sql.sql(
                        "select "
                                + COLUMNS
                                + " from consultation.version where dossier = ? order by number")
                .param(dossier)
                .query(VersionTable::row)
                .list();
    }

    Optional<byte[]> text(UUID id) {
        return sql.sql("select akn from consultation.version where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Nobody else adds a version to a dossier until the transaction ends. */
    void lockDossier(UUID dossier) {
        sql.sql("select id from consultation.dossier where id = ? for update")
                .param(dossier)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static TextVersion row(ResultSet row, int number) throws SQLException {
        byte[] hash = row.getBytes("origin_hash");
        Head head =
                new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("dossier", UUID.class),
                        row.getInt("number"),
                        row.getObject("author", UUID.class),
                        Moments.of(row, "created_at"),
                        new Origin(
                                row.getString("origin"),
                                row.getString("origin_name"),
                                hash == null ? "" : HexFormat.of().formatHex(hash)));
        Said said =
                new Said(
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getInt("words"),
                        row.getInt("parts"));
        Instant since = Moments.of(row, "changed_at");
        Instant frozen = Moments.ofNullable(row, "frozen_at");
        String state = row.getString("state");
        if (frozen == null) {
            return state.equals("draft")
                    ? new TextVersion.Draft(head, said, row.getInt("revision"), since)
                    : new TextVersion.Abandoned(head, said, since);
        }
        return switch (state) {
            case "superseded" -> new TextVersion.Superseded(head, said, frozen, since);
            case "withdrawn" -> new TextVersion.Withdrawn(head, said, frozen, since);
            case "adopted" -> new TextVersion.Adopted(head, said, frozen, since);
            case "noted" -> new TextVersion.Noted(head, said, frozen, since);
            case "published" -> new TextVersion.Published(head, said, frozen, since);
            default ->
                    new TextVersion.Fixed(
                            head,
                            said,
                            frozen,
                            Stage.of(state).orElseThrow(() -> new IllegalStateException(state)),
                            since);
        };
    }
}

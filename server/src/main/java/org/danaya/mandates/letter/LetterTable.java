package org.danaya.mandates.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.letter}. */
final class LetterTable {

    private final JdbcClient sql;

    LetterTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What seals a letter.
     *
     * @param id of the seal in the list of seals
     */
    record Sealing(UUID id, SignatureLevel level) {}

    /** Puts a letter in the place of the one that there was. */
    void put(
            UUID mandate,
            Edition edition,
            byte[] qr,
            Optional<Sealing> sealing,
            byte[] content,
            Instant at) {
        sql.sql(
                        """
                        insert into mandates.letter
                            (mandate, edition, qr, seal, level, content, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (mandate, edition) do update set qr = excluded.qr,
                            seal = excluded.seal, level = excluded.level,
                            content = excluded.content, made_at = excluded.made_at
                        """)
                .params(
                        Arrays.asList(
                                mandate,
                                edition.code(),
                                qr,
                                orNull(sealing.map(Sealing::id)),
                                orNull(sealing.map(each -> each.level().code())),
                                content,
                                Moments.column(at)))
                .update();
        sql.sql(
                        """
                        insert into mandates.letter_made (sha256, mandate, seal, made_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        Arrays.asList(
                                Sha256.of(content),
                                mandate,
                                orNull(sealing.map(Sealing::id)),
                                Moments.column(at)))
                .update();
    }

    /** The letter whose bytes have this hash, however long ago it was made. */
    Optional<Letters.Recorded> recorded(byte[] sha256) {
        return sql.sql("select mandate, seal from mandates.letter_made where sha256 = ?")
                .param(sha256)
                .query(
                        (row, _) ->
                                new Letters.Recorded(
                                        row.getObject("mandate", UUID.class),
                                        row.getObject("seal") != null))
                .optional();
    }

    /** The letters of a mandate, French alone first. */
    List<Letter> of(UUID mandate) {
        return sql.sql(
                        """
                        select edition, level, length(content) as size, made_at
                        from mandates.letter where mandate = ? order by edition
                        """)
                .param(mandate)
                .query((row, _) -> letter(row))
                .list();
    }

    /** The letter itself. */
    Optional<byte[]> content(UUID mandate, Edition edition) {
        return sql.sql("select content from mandates.letter where mandate = ? and edition = ?")
                .params(mandate, edition.code())
                .query(byte[].class)
                .optional();
    }

    /** Whether there is a letter with this seal in its QR. */
    boolean has(UUID mandate, Edition edition, byte[] qr, boolean sealed) {
        return sql.sql(
                        """
                        select exists (select 1 from mandates.letter
                        where mandate = ? and edition = ? and qr = ?
                            and (seal is not null or not ?))
                        """)
                .params(mandate, edition.code(), qr, sealed)
                .query(Boolean.class)
                .single();
    }

    /** The mandates in force that lack a letter, or whose letter is a draft; oldest first. */
    List<UUID> wanting(UUID after, int most) {
        return sql.sql(
                        """
                        select id from mandates.mandate m
                        where state in ('in-force', 'suspended') and id > ? and (select count(*)
                            from mandates.letter where mandate = m.id and seal is not null) < ?
                        order by id limit ?
                        """)
                .params(after, Edition.values().length, most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                Edition.of(row.getString("edition")).orElseThrow(),
                Optional.ofNullable(row.getString("level")).map(LetterTable::level),
                row.getInt("size"),
                Moments.of(row, "made_at"));
    }

    private static SignatureLevel level(String code) {
        for (SignatureLevel level : SignatureLevel.values()) {
            if (level.code().equals(code)) {
                return level;
            }
        }
        throw new IllegalStateException(code);
    }
}

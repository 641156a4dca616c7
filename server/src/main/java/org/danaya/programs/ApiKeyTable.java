package org.danaya.programs;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Reach;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code programs.api_key}. */
@Component
final class ApiKeyTable {

    /** By name, for a list. */
    static final String BY_NAME = "name";

    /** By the end, for a list. */
    static final String BY_END = "expires_at";

    private static final String ALL = "select * from programs.api_key ";

    private final JdbcClient sql;

    ApiKeyTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(ApiKey key, byte[] stored) {
        ApiKey.Head head = key.head();
        sql.sql(
                        """
                        insert into programs.api_key (id, structure, name, grants, networks, stored,
                            expires_at, made_by, made_at, answers, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        head.id(),
                        head.structure(),
                        head.name(),
                        head.grants().stream().map(Grant::code).sorted().toArray(String[]::new),
                        head.networks().stream().map(Network::toString).toArray(String[]::new),
                        stored,
                        Moments.column(head.expiresAt()),
                        head.madeBy(),
                        Moments.column(head.madeAt()),
                        head.answers(),
                        key instanceof ApiKey.Waiting ? "waiting" : "in-force")
                .update();
    }

    void approve(UUID id, ApiKey.Approval approval) {
        sql.sql(
                        """
                        update programs.api_key
                        set state = 'in-force', approved_by = ?, approved_at = ?, evidence = ?
                        where id = ? and state = 'waiting'
                        """)
                .params(approval.by(), Moments.column(approval.at()), approval.evidence(), id)
                .update();
    }

    void answers(UUID id, UUID account) {
        sql.sql("update programs.api_key set answers = ? where id = ?")
                .params(account, id)
                .update();
    }

    void revoke(UUID id, UUID by, Instant at, String reason) {
        sql.sql(
                        """
                        update programs.api_key
                        set state = 'revoked', ended_by = ?, ended_at = ?, reason = ?
                        where id = ? and state <> 'revoked'
                        """)
                .params(by, Moments.column(at), reason, id)
                .update();
    }

    /** Keeps when a key was used, where the last time is old enough to be worth a write. */
    void used(UUID id, Instant at, Instant before) {
        sql.sql(
                        """
                        update programs.api_key set last_used_at = ?
                        where id = ? and (last_used_at is null or last_used_at < ?)
                        """)
                .params(Moments.column(at), id, Moments.column(before))
                .update();
    }

    Optional<ApiKey> find(UUID id) {
        return sql.sql(ALL + "where id = ?").param(id).query(ApiKeyTable::key).optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<ApiKey> lock(UUID id) {
        return sql.sql(ALL + "where id = ? for update")
                .param(id)
                .query(ApiKeyTable::key)
                .optional();
    }

    /** By the stored form of its secret, through an index: see {@code access.Secrets}. */
    Optional<ApiKey> ofStored(byte[] stored) {
        return sql.sql(ALL + "where stored = ?").param(stored).query(ApiKeyTable::key).optional();
    }

    /** How many of a structure aren't over. */
    int live(UUID structure, Instant now) {
        return sql.sql(
                        """
                        select count(*) from programs.api_key
                        where structure = ? and state <> 'revoked' and expires_at > ?
                        """)
                .params(structure, Moments.column(now))
                .query(Integer.class)
                .single();
    }

    /** Lets one transaction after another make keys of a structure. */
    void lockStructure(UUID structure) {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) l")
                .param("programs.api_key:" + structure)
                .query(Integer.class)
                .single();
    }

    long count(Reach reach, String text, String state, Instant now) {
        return conditioned("select count(*) from programs.api_key ", reach, text, state, now, "")
                .query(Long.class)
                .single();
    }

    List<ApiKey> list(
            Reach reach,
            String text,
            String state,
            Instant now,
            String orderBy,
            long skipped,
            int most) {
        return conditioned(
                        ALL,
                        reach,
                        text,
                        state,
                        now,
                        " order by "
                                + (orderBy.isEmpty() ? "" : orderBy + ", ")
                                + "made_at desc limit "
                                + most
                                + " offset "
                                + skipped)
                .query(ApiKeyTable::key)
                .list();
    }

    private JdbcClient.StatementSpec conditioned(
            String select, Reach reach, String text, String state, Instant now, String rest) {
        return sql.sql(
                        select
                                + """
                                where (:everywhere or structure = any(cast(:structures as uuid[])))
                                and strpos(lower(name), lower(:text)) > 0
                                and (:state = '' or :state = case
                                    when state <> 'revoked' and expires_at <= :now then 'expired'
                                    else state end)
                                """
                                + rest)
                .param("everywhere", reach instanceof Reach.Everywhere)
                .param("structures", ids(reach))
                .param("text", text)
                .param("state", state)
                .param("now", Moments.column(now));
    }

    private static String[] ids(Reach reach) {
        return switch (reach) {
            case Reach.Everywhere() -> new String[0];
            case Reach.Structures(Set<UUID> ids) ->
                    ids.stream().map(UUID::toString).toArray(String[]::new);
        };
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        ApiKey.Head head =
                new ApiKey.Head(
                        row.getObject("id", UUID.class),
                        row.getObject("structure", UUID.class),
                        row.getString("name"),
                        texts(row.getArray("grants")).stream()
                                .flatMap(code -> Grant.of(code).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        texts(row.getArray("networks")).stream().map(Network::of).toList(),
                        Moments.of(row, "expires_at"),
                        row.getObject("made_by", UUID.class),
                        Moments.of(row, "made_at"),
                        row.getObject("answers", UUID.class),
                        Optional.ofNullable(Moments.ofNullable(row, "last_used_at")));
        Optional<ApiKey.Approval> approval =
                Optional.ofNullable(row.getObject("approved_by", UUID.class)).isPresent()
                        ? Optional.of(
                                new ApiKey.Approval(
                                        row.getObject("approved_by", UUID.class),
                                        Moments.of(row, "approved_at"),
                                        row.getObject("evidence", UUID.class)))
                        : Optional.empty();
        return switch (row.getString("state")) {
            case "waiting" -> new ApiKey.Waiting(head);
            case "in-force" -> new ApiKey.InForce(head, approval);
            case "revoked" ->
                    new ApiKey.Revoked(
                            head,
                            approval,
                            row.getObject("ended_by", UUID.class),
                            Moments.of(row, "ended_at"),
                            row.getString("reason"));
            case String other -> throw new IllegalStateException(other);
        };
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

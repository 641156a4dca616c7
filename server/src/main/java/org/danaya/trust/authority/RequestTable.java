package org.danaya.trust.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.trust.profile.SubjectAttribute;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code authority.request}. */
final class RequestTable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Request.Head> heads) {
        jdbc.sql(
                        """
                        insert into authority.request
                            (id, profile, applicant, structure, holder, subject, alternatives,
                             public_key, key_label, batch, submitted_at, state)
                        select id, profile, applicant, structure, holder, subject::jsonb,
                            alternatives::jsonb, public_key, key_label, batch, at, 'SUBMITTED'
                        from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[],
                                ?::text[], ?::text[], ?::bytea[], ?::text[], ?::uuid[],
                                ?::timestamptz[])
                            as given (id, profile, applicant, structure, holder, subject,
                                alternatives, public_key, key_label, batch, at)
                        """)
                .param(each(heads, UUID[]::new, Request.Head::id))
                .param(each(heads, String[]::new, Request.Head::profile))
                .param(each(heads, UUID[]::new, Request.Head::applicant))
                .param(each(heads, UUID[]::new, head -> head.structure().orElse(null)))
                .param(each(heads, UUID[]::new, head -> head.holder().orElse(null)))
                .param(each(heads, String[]::new, RequestTable::subject))
                .param(
                        each(
                                heads,
                                String[]::new,
                                head -> JSON.writeValueAsString(head.alternatives())))
                .param(each(heads, byte[][]::new, Request.Head::publicKey))
                .param(each(heads, String[]::new, head -> head.keyLabel().orElse(null)))
                .param(each(heads, UUID[]::new, head -> head.batch().orElse(null)))
                .param(each(heads, Timestamp[]::new, head -> Timestamp.from(head.submittedAt())))
                .update();
    }

    private static String subject(Request.Head head) {
        Map<String, String> subject = new TreeMap<>();
        head.subject().forEach((attribute, value) -> subject.put(attribute.name(), value));
        return JSON.writeValueAsString(subject);
    }

    private static <T, R> @Nullable R[] each(
            List<T> all, IntFunction<@Nullable R[]> array, Function<T, @Nullable R> value) {
        return all.stream().map(value).toArray(array);
    }

    Optional<Request> find(UUID id) {
        return jdbc.sql("select * from authority.request where id = ?")
                .param(id)
                .query(RequestTable::request)
                .optional();
    }

    /** Several, in the order of their ids. */
    List<Request> find(List<UUID> ids) {
        return jdbc.sql("select * from authority.request where id = any (?) order by id")
                .param(ids.toArray(UUID[]::new))
                .query(RequestTable::request)
                .list();
    }

    /** The same, in the order of their ids, and nobody else changes them in the meantime. */
    List<Request> lock(List<UUID> ids) {
        return jdbc.sql(
                        """
                        select * from authority.request where id = any (?) order by id for update
                        """)
                .param(ids.toArray(UUID[]::new))
                .query(RequestTable::request)
                .list();
    }

    /**
     * One that nobody decided yet, and nobody else decides it in the meantime.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_REQUEST}, {@link AuthorityFault#REQUEST_MOVED}
     */
    Request.Head lockOpen(UUID id) {
        return lockOpen(List.of(id)).getFirst();
    }

    /** The same of several, in the order of their ids. */
    List<Request.Head> lockOpen(List<UUID> ids) {
        List<Request> locked = lock(ids);
        if (locked.size() != ids.size()) {
            throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
        }
        return locked.stream()
                .map(
                        request ->
                                switch (request) {
                                    case Request.Submitted(Request.Head head) -> head;
                                    case Request.Prepared prepared -> prepared.head();
                                    case Request.Issued _, Request.Refused _, Request.Withdrawn _ ->
                                            throw new Fault(AuthorityFault.REQUEST_MOVED);
                                })
                .toList();
    }

    /** Those that wait for somebody, the oldest first. */
    List<Request> open(Reach reach, int most) {
        boolean everywhere = reach instanceof Reach.Everywhere;
        UUID[] structures =
                reach instanceof Reach.Structures(Set<UUID> ids)
                        ? ids.toArray(UUID[]::new)
                        : new UUID[0];
        return jdbc.sql(
                        """
                        select * from authority.request
                        where state in ('SUBMITTED', 'PREPARED') and (? or structure = any (?))
                        order by submitted_at, id limit ?
                        """)
                .params(everywhere, structures, most)
                .query(RequestTable::request)
                .list();
    }

    /** How many of a structure wait for somebody. */
    int countOpen(UUID structure) {
        return jdbc.sql(
                        """
                        select count(*) from authority.request
                        where state in ('SUBMITTED', 'PREPARED') and structure = ?
                        """)
                .param(structure)
                .query(Integer.class)
                .single();
    }

    /** Nobody else adds requests of a structure until the transaction ends. */
    void lockStructure(UUID structure) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) l")
                .param("authority.request:" + structure)
                .query(Integer.class)
                .single();
    }

    List<Request> ofBatch(UUID batch, int most) {
        return jdbc.sql("select * from authority.request where batch = ? order by id limit ?")
                .params(batch, most)
                .query(RequestTable::request)
                .list();
    }

    List<Requests.Place> placesOfBatch(UUID batch, int most) {
        return jdbc.sql(
                        """
                        select id, structure from authority.request where batch = ?
                        order by id limit ?
                        """)
                .params(batch, most)
                .query(
                        (row, _) ->
                                new Requests.Place(
                                        row.getObject(1, UUID.class),
                                        Optional.ofNullable(row.getObject(2, UUID.class))))
                .list();
    }

    /** An applicant's or holder's, the newest first. */
    List<Request> of(UUID account) {
        return jdbc.sql(
                        """
                        select * from authority.request where applicant = :account or holder = :account
                        order by submitted_at desc, id limit 100
                        """)
                .param("account", account)
                .query(RequestTable::request)
                .list();
    }

    void prepare(List<Request.Prepared> prepared) {
        jdbc.sql(
                        """
                        update authority.request r
                        set state = 'PREPARED', authority = given.authority,
                            profile_id = given.profile, tbs = given.tbs, tbs_sha256 = given.sha256,
                            evidence_sha256 = given.evidence, prepared_by = given.prepared_by,
                            prepared_at = given.at, version = version + 1
                        from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::bytea[], ?::bytea[],
                                ?::bytea[], ?::uuid[], ?::timestamptz[])
                            as given (id, authority, profile, tbs, sha256, evidence, prepared_by, at)
                        where r.id = given.id and r.state in ('SUBMITTED', 'PREPARED')
                        """)
                .param(each(prepared, UUID[]::new, one -> one.head().id()))
                .param(each(prepared, Integer[]::new, Request.Prepared::authority))
                .param(each(prepared, Integer[]::new, Request.Prepared::profile))
                .param(each(prepared, byte[][]::new, Request.Prepared::tbs))
                .param(each(prepared, byte[][]::new, Request.Prepared::tbsSha256))
                .param(each(prepared, byte[][]::new, Request.Prepared::evidenceSha256))
                .param(each(prepared, UUID[]::new, Request.Prepared::preparedBy))
                .param(each(prepared, Timestamp[]::new, one -> Timestamp.from(one.preparedAt())))
                .update();
    }

    /** What was prepared of them counts no more. */
    void reopen(List<UUID> ids) {
        jdbc.sql(
                        """
                        update authority.request set state = 'SUBMITTED', version = version + 1
                        where id = any (?) and state = 'PREPARED'
                        """)
                .param(ids.toArray(UUID[]::new))
                .update();
    }

    /** Marks all of them as issued: those that aren't prepared any more count for nothing. */
    int issue(List<UUID> ids, Instant at) {
        return jdbc.sql(
                        """
                        update authority.request
                        set state = 'ISSUED', ended_at = ?, version = version + 1
                        where id = any (?) and state = 'PREPARED'
                        """)
                .params(at.atOffset(ZoneOffset.UTC), ids.toArray(UUID[]::new))
                .update();
    }

    void end(UUID id, String state, UUID by, Instant at, String reason) {
        jdbc.sql(
                        """
                        update authority.request
                        set state = :state, ended_by = :by, ended_at = :at, reason = :reason,
                            version = version + 1
                        where id = :id and state in ('SUBMITTED', 'PREPARED')
                        """)
                .param("state", state)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        Request.Head head = head(row);
        return switch (row.getString("state")) {
            case "SUBMITTED" -> new Request.Submitted(head);
            case "PREPARED" -> prepared(head, row);
            case "ISSUED" -> new Request.Issued(head, prepared(head, row), ended(row));
            case "REFUSED" ->
                    new Request.Refused(
                            head,
                            row.getObject("ended_by", UUID.class),
                            ended(row),
                            row.getString("reason"));
            case "WITHDRAWN" -> new Request.Withdrawn(head, ended(row));
            default -> throw new IllegalStateException("state of a request");
        };
    }

    private static Request.Prepared prepared(Request.Head head, ResultSet row) throws SQLException {
        return new Request.Prepared(
                head,
                row.getInt("authority"),
                row.getInt("profile_id"),
                row.getBytes("tbs"),
                row.getBytes("tbs_sha256"),
                row.getBytes("evidence_sha256"),
                row.getObject("prepared_by", UUID.class),
                row.getTimestamp("prepared_at").toInstant());
    }

    private static Instant ended(ResultSet row) throws SQLException {
        return row.getTimestamp("ended_at").toInstant();
    }

    private static Request.Head head(ResultSet row) throws SQLException {
        Map<SubjectAttribute, String> subject = new EnumMap<>(SubjectAttribute.class);
        JSON.readValue(row.getString("subject"), MAP)
                .forEach((name, value) -> subject.put(SubjectAttribute.valueOf(name), value));
        return new Request.Head(
                row.getObject("id", UUID.class),
                row.getString("profile"),
                row.getObject("applicant", UUID.class),
                Optional.ofNullable(row.getObject("structure", UUID.class)),
                Optional.ofNullable(row.getObject("holder", UUID.class)),
                subject,
                alternatives(row.getString("alternatives")),
                row.getBytes("public_key"),
                Optional.ofNullable(row.getString("key_label")),
                Optional.ofNullable(row.getObject("batch", UUID.class)),
                row.getTimestamp("submitted_at").toInstant());
    }

    /** Most have none. */
    private static List<String> alternatives(String json) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, LIST);
    }
}

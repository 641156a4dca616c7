package org.danaya.trust.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.trust.profile.SubjectAttribute;
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

    void insert(Request.Head head) {
        Map<String, String> subject = new java.util.TreeMap<>();
        head.subject().forEach((attribute, value) -> subject.put(attribute.name(), value));
        jdbc.sql(
                        """
                        insert into authority.request
                            (id, profile, applicant, structure, holder, subject, alternatives,
                             public_key, key_label, batch, state, submitted_at)
                        values (:id, :profile, :applicant, :structure, :holder, :subject::jsonb,
                                :alternatives::jsonb, :key, :label, :batch, 'SUBMITTED', :now)
                        """)
                .param("id", head.id())
                .param("profile", head.profile())
                .param("applicant", head.applicant())
                .param("structure", head.structure().orElse(null))
                .param("holder", head.holder().orElse(null))
                .param("subject", JSON.writeValueAsString(subject))
                .param("alternatives", JSON.writeValueAsString(head.alternatives()))
                .param("key", head.publicKey())
                .param("label", head.keyLabel().orElse(null))
                .param("batch", head.batch().orElse(null))
                .param("now", head.submittedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Request> find(UUID id) {
        return jdbc.sql("select * from authority.request where id = ?")
                .param(id)
                .query(RequestTable::request)
                .optional();
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
    Request lockOpen(UUID id) {
        return switch (lock(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST))) {
            case Request.Submitted submitted -> submitted;
            case Request.Prepared prepared -> prepared;
            case Request.Issued _, Request.Refused _, Request.Withdrawn _ ->
                    throw new Fault(AuthorityFault.REQUEST_MOVED);
        };
    }

    /** Those that wait for somebody, the oldest first. */
    List<Request> open(int most) {
        return jdbc.sql(
                        """
                        select * from authority.request where state in ('SUBMITTED', 'PREPARED')
                        order by submitted_at, id limit ?
                        """)
                .param(most)
                .query(RequestTable::request)
                .list();
    }

    List<Request> ofBatch(UUID batch, int most) {
        return jdbc.sql("select * from authority.request where batch = ? order by id limit ?")
                .params(batch, most)
                .query(RequestTable::request)
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

    void prepare(Request.Prepared prepared) {
        jdbc.sql(
                        """
                        update authority.request
                        set state = 'PREPARED', authority = :authority, profile_id = :profile,
                            tbs = :tbs, tbs_sha256 = :sha256, evidence_sha256 = :evidence,
                            prepared_by = :by, prepared_at = :at, version = version + 1
                        where id = :id and state in ('SUBMITTED', 'PREPARED')
                        """)
                .param("authority", prepared.authority())
                .param("profile", prepared.profile())
                .param("tbs", prepared.tbs())
                .param("sha256", prepared.tbsSha256())
                .param("evidence", prepared.evidenceSha256())
                .param("by", prepared.preparedBy())
                .param("at", prepared.preparedAt().atOffset(ZoneOffset.UTC))
                .param("id", prepared.head().id())
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
                JSON.readValue(row.getString("alternatives"), LIST),
                row.getBytes("public_key"),
                Optional.ofNullable(row.getString("key_label")),
                Optional.ofNullable(row.getObject("batch", UUID.class)),
                row.getTimestamp("submitted_at").toInstant());
    }
}

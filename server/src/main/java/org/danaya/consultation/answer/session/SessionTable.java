package org.danaya.consultation.answer.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code consultation.session}, {@code session_writer} and {@code minutes}. */
final class SessionTable {

    private static final String SELECT =
            """
            select session.*, minutes.sha256, minutes.approved_by, minutes.evidence, minutes.closed_at
            from consultation.session left join consultation.minutes on minutes.session = session.id
            """;

    private final JdbcClient sql;
    private final MinuteTable minutes;

    SessionTable(JdbcClient sql) {
        this.sql = sql;
        this.minutes = new MinuteTable(sql);
    }

    /** The number of the next session; nobody else adds one until the transaction ends. */
    int next(UUID dossier) {
        sql.sql("select id from consultation.dossier where id = ? for update")
                .param(dossier)
                .query((row, _) -> row.getString(1))
                .list();
        return sql.sql(
                        "select coalesce(max(number), 0) + 1 from consultation.session where dossier = ?")
                .param(dossier)
                .query(Integer.class)
                .single();
    }

    void insert(Session.Head head, Session.Terms terms) {
        sql.sql(
                        """
                        insert into consultation.session (id, dossier, version, number, kind, title, place,
                            begins_at, ends_at, agenda, opened_by, opened_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        head.id(),
                        head.dossier(),
                        head.version(),
                        head.number(),
                        terms.kind().code(),
                        terms.title(),
                        terms.place(),
                        Moments.column(terms.begins()),
                        Moments.column(terms.ends()),
                        String.join("\n", terms.agenda()),
                        head.openedBy(),
                        Moments.column(head.openedAt()),
                        Moments.column(head.openedAt()))
                .update();
    }

    void rewrite(UUID id, Session.Terms terms) {
        sql.sql(
                        """
                        update consultation.session set kind = ?, title = ?, place = ?, begins_at = ?,
                            ends_at = ?, agenda = ? where id = ?
                        """)
                .params(
                        terms.kind().code(),
                        terms.title(),
                        terms.place(),
                        Moments.column(terms.begins()),
                        Moments.column(terms.ends()),
                        String.join("\n", terms.agenda()),
                        id)
                .update();
    }

    /** Counts a change, and remembers who wrote it. */
    void written(UUID id, UUID account, Instant now) {
        sql.sql(
                        """
                        update consultation.session set revision = revision + 1, changed_at = ?
                        where id = ?
                        """)
                .params(Moments.column(now), id)
                .update();
        writer(id, account);
    }

    void writer(UUID id, UUID account) {
        sql.sql(
                        """
                        insert into consultation.session_writer (session, account) values (?, ?)
                        on conflict do nothing
                        """)
                .params(id, account)
                .update();
    }

    List<UUID> writers(UUID id) {
        return sql.sql("select account from consultation.session_writer where session = ?")
                .param(id)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void close(Session.Closed closed, byte[] pdf) {
        sql.sql(
                        """
                        insert into consultation.minutes (session, pdf, sha256, approved_by, evidence,
                            closed_at) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        closed.id(),
                        pdf,
                        HexFormat.of().parseHex(closed.sha256()),
                        closed.approvedBy(),
                        closed.evidence(),
                        Moments.column(closed.closedAt()))
                .update();
        move(closed.id(), "closed", closed.closedAt(), Optional.empty());
    }

    void cancel(UUID id, Instant now, String reason) {
        move(id, "cancelled", now, Optional.of(reason));
    }

    private void move(UUID id, String state, Instant now, Optional<String> reason) {
        sql.sql(
                        """
                        update consultation.session set state = ?, changed_at = ?, reason = ? where id = ?
                        """)
                .params(Arrays.asList(state, Moments.column(now), reason.orElse(null), id))
                .update();
    }

    Optional<byte[]> pdf(UUID id) {
        return sql.sql("select pdf from consultation.minutes where session = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    Optional<Session> find(UUID id) {
        return read(SELECT + " where session.id = ?", id).stream().findFirst();
    }

    /** A session that nobody else changes until the transaction ends. */
    Optional<Session> lock(UUID id) {
        sql.sql("select id from consultation.session where id = ? for update")
                .param(id)
                .query((row, _) -> row.getString(1))
                .list();
        return find(id);
    }

    /** The sessions of a dossier, the last one first. */
    List<Session> of(UUID dossier) {
        return read(SELECT + " where session.dossier = ? order by number desc", dossier);
    }

    private List<Session> read(String query, UUID key) {
        List<Row> rows = sql.sql(query).param(key).query(SessionTable::row).list();
        List<UUID> ids = rows.stream().map(row -> row.head().id()).toList();
        Map<UUID, List<Decision>> decisions =
                minutes.decisions(ids).stream().collect(Collectors.groupingBy(Decision::session));
        Map<UUID, List<Attendance>> attendance = minutes.attendance(ids);
        return rows.stream()
                .map(
                        row ->
                                row.session(
                                        attendance.getOrDefault(row.head().id(), List.of()),
                                        decisions.getOrDefault(row.head().id(), List.of())))
                .toList();
    }

    private record Row(
            Session.Head head,
            Session.Terms terms,
            String state,
            int revision,
            Instant changedAt,
            String reason,
            Optional<Approval> approval) {

        Session session(List<Attendance> attendance, List<Decision> decisions) {
            Session.Content content = new Session.Content(terms, attendance, decisions);
            return approval.<Session>map(
                            each ->
                                    new Session.Closed(
                                            head,
                                            content,
                                            each.sha256(),
                                            each.by(),
                                            each.evidence(),
                                            each.at()))
                    .orElseGet(
                            () ->
                                    state.equals("open")
                                            ? new Session.Open(head, content, revision, changedAt)
                                            : new Session.Cancelled(
                                                    head, content, changedAt, reason));
        }
    }

    private record Approval(String sha256, UUID by, UUID evidence, Instant at) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        Session.Head head =
                new Session.Head(
                        row.getObject("id", UUID.class),
                        row.getObject("dossier", UUID.class),
                        row.getObject("version", UUID.class),
                        row.getInt("number"),
                        row.getObject("opened_by", UUID.class),
                        Moments.of(row, "opened_at"));
        Session.Terms terms =
                new Session.Terms(
                        SessionKind.of(row.getString("kind")).orElseThrow(),
                        row.getString("title"),
                        row.getString("place"),
                        Moments.of(row, "begins_at"),
                        Moments.of(row, "ends_at"),
                        row.getString("agenda").lines().toList());
        byte[] hash = row.getBytes("sha256");
        String reason = row.getString("reason");
        return new Row(
                head,
                terms,
                row.getString("state"),
                row.getInt("revision"),
                Moments.of(row, "changed_at"),
                reason == null ? "" : reason,
                hash == null
                        ? Optional.empty()
                        : Optional.of(
                                new Approval(
                                        HexFormat.of().formatHex(hash),
                                        row.getObject("approved_by", UUID.class),
                                        row.getObject("evidence", UUID.class),
                                        Moments.of(row, "closed_at"))));
    }
}

package org.danaya.trust.trustlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.danaya.store.Moments;
import org.danaya.trust.trustlist.model.TrustedList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code trustlist.draft} and {@code trustlist.draft_author}. */
@Component
final class DraftTable {

    private final JdbcClient sql;

    DraftTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Draft.Open draft) {
        Draft.Head head = draft.head();
        sql.sql(
                        """
                        insert into trustlist.draft (id, version, base, origin, content, state,
                            opened_by, opened_at)
                        values (?, ?, ?, ?, ?, 'open', ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                head.id(),
                                head.version(),
                                head.base().isPresent() ? head.base().getAsLong() : null,
                                head.origin().map(ListWriter::writeDraft).orElse(null),
                                ListWriter.writeDraft(head.list()),
                                head.openedBy(),
                                Moments.column(head.openedAt())))
                .update();
        author(head.id(), head.openedBy());
    }

    /** The one that is open or submitted. */
    Optional<Draft> current() {
        return sql.sql("select * from trustlist.draft where state in ('open', 'submitted')")
                .query(this::draft)
                .optional();
    }

    /** The same, kept from others until the transaction ends. */
    Optional<Draft> lock() {
        return sql.sql(
                        """
                        select * from trustlist.draft where state in ('open', 'submitted')
                        for update
                        """)
                .query(this::draft)
                .optional();
    }

    void change(UUID id, TrustedList list, UUID by) {
        sql.sql(
                        """
                        update trustlist.draft set content = ?, version = version + 1
                        where id = ? and state = 'open'
                        """)
                .params(ListWriter.writeDraft(list), id)
                .update();
        author(id, by);
    }

    void reason(UUID draft, String service, String reason) {
        sql.sql(
                        """
                        insert into trustlist.draft_reason values (?, ?, ?)
                        on conflict (draft, service) do update set reason = excluded.reason
                        """)
                .params(draft, service, reason)
                .update();
    }

    private Map<String, String> reasons(UUID draft) {
        Map<String, String> reasons = new HashMap<>();
        sql.sql("select service, reason from trustlist.draft_reason where draft = ?")
                .param(draft)
                .query((RowCallbackHandler) row -> reasons.put(row.getString(1), row.getString(2)));
        return reasons;
    }

    void submit(UUID id, UUID by, Instant at) {
        sql.sql(
                        """
                        update trustlist.draft set state = 'submitted', submitted_by = ?,
                            submitted_at = ?, returned = null, version = version + 1
                        where id = ? and state = 'open'
                        """)
                .params(by, Moments.column(at), id)
                .update();
        author(id, by);
    }

    /** Opens it again; the reason is null where who submitted it took it back. */
    void reopen(UUID id, @Nullable String reason) {
        sql.sql(
                        """
                        update trustlist.draft set state = 'open', submitted_by = null,
                            submitted_at = null, returned = ?, version = version + 1
                        where id = ? and state = 'submitted'
                        """)
                .params(Arrays.asList(reason, id))
                .update();
    }

    void end(UUID id, String state, Instant at) {
        sql.sql("update trustlist.draft set state = ?, decided_at = ? where id = ?")
                .params(state, Moments.column(at), id)
                .update();
    }

    private void author(UUID draft, UUID account) {
        sql.sql("insert into trustlist.draft_author values (?, ?) on conflict do nothing")
                .params(draft, account)
                .update();
    }

    private Set<UUID> authors(UUID draft) {
        return new HashSet<>(
                sql.sql("select account from trustlist.draft_author where draft = ?")
                        .param(draft)
                        .query(UUID.class)
                        .list());
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long base = row.getLong("base");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(base);
        Draft.Head head =
                new Draft.Head(
                        id,
                        row.getInt("version"),
                        known,
                        Optional.ofNullable(row.getBytes("origin")).map(ListReader::readAgain),
                        ListReader.readAgain(row.getBytes("content")),
                        reasons(id),
                        authors(id),
                        row.getObject("opened_by", UUID.class),
                        Moments.of(row, "opened_at"));
        return switch (row.getString("state")) {
            case "open" -> new Draft.Open(head, row.getString("returned"));
            case "submitted" ->
                    new Draft.Submitted(
                            head,
                            row.getObject("submitted_by", UUID.class),
                            Objects.requireNonNull(Moments.ofNullable(row, "submitted_at")));
            case "published" -> new Draft.Published(head);
            case "abandoned" -> new Draft.Abandoned(head);
            case String other -> throw new SQLException("No such state: " + other);
        };
    }
}

package org.danaya.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access.role_proposal}. */
@Component
final class ProposalTable {

    private static final String COLUMNS =
            """
            select id, account_id, role, structure_id, valid_from, valid_to, reason, proposed_by,
                proposed_at, state, decided_by, decided_at, decision_reason
            from access.role_proposal
            """;

    private final JdbcClient sql;

    ProposalTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(RoleProposal.Pending proposal) {
        RoleProposal.Asked asked = proposal.asked();
        sql.sql(
                        """
                        insert into access.role_proposal (id, account_id, role, structure_id,
                            valid_from, valid_to, reason, proposed_by, proposed_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')
                        """)
                .params(
                        Arrays.asList(
                                asked.id(),
                                asked.account(),
                                asked.role().code(),
                                asked.structure(),
                                Moments.column(asked.from()),
                                Moments.orNull(asked.to()),
                                asked.reason(),
                                asked.proposedBy(),
                                Moments.column(asked.proposedAt())))
                .update();
    }

    void update(RoleProposal proposal) {
        switch (proposal) {
            case RoleProposal.Pending _ ->
                    throw new IllegalArgumentException("A decision is never taken back");
            case RoleProposal.Approved(var asked, UUID by, Instant at) ->
                    decide(asked.id(), "approved", by, null, at);
            case RoleProposal.Refused(var asked, UUID by, String reason, Instant at) ->
                    decide(asked.id(), "refused", by, reason, at);
            case RoleProposal.Withdrawn(var asked, Instant at) ->
                    decide(asked.id(), "withdrawn", null, null, at);
        }
    }

    Optional<RoleProposal> find(UUID id) {
        return sql.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(ProposalTable::proposal)
                .optional();
    }

    /** Finds it and keeps others from deciding it until the transaction ends. */
    Optional<RoleProposal> lock(UUID id) {
        return sql.sql(COLUMNS + "where id = ? for update")
                .param(id)
                .query(ProposalTable::proposal)
                .optional();
    }

    boolean pending(UUID account, Role role, @Nullable UUID structure) {
        return sql.sql(
                        """
                        select exists (select from access.role_proposal where state = 'pending'
                        and account_id = ? and role = ? and structure_id is not distinct from ?::uuid)
                        """)
                .params(Arrays.asList(account, role.code(), structure))
                .query(Boolean.class)
                .single();
    }

    /** At most so many, those that wait first, then the newest first. */
    List<RoleProposal> newest(int most) {
        return sql.sql(COLUMNS + "order by (state = 'pending') desc, id desc limit ?")
                .param(most)
                .query(ProposalTable::proposal)
                .list();
    }

    void withdrawOfAccount(UUID account, Instant at) {
        sql.sql(
                        """
                        update access.role_proposal set state = 'withdrawn', decided_at = ?
                        where account_id = ? and state = 'pending'
                        """)
                .params(Arrays.asList(Moments.column(at), account))
                .update();
    }

    private void decide(
            UUID id, String state, @Nullable UUID by, @Nullable String reason, Instant at) {
        sql.sql(
                        """
                        update access.role_proposal
                        set state = ?, decided_by = ?, decision_reason = ?, decided_at = ?
                        where id = ? and state = 'pending'
                        """)
                .params(Arrays.asList(state, by, reason, Moments.column(at), id))
                .update();
    }

    private static RoleProposal proposal(ResultSet row, int number) throws SQLException {
        RoleProposal.Pending pending =
                new RoleProposal.Pending(
                        new RoleProposal.Asked(
                                row.getObject("id", UUID.class),
                                row.getObject("account_id", UUID.class),
                                Role.of(row.getString("role")).orElseThrow(),
                                row.getObject("structure_id", UUID.class),
                                Moments.of(row, "valid_from"),
                                Moments.ofNullable(row, "valid_to"),
                                row.getString("reason"),
                                row.getObject("proposed_by", UUID.class),
                                Moments.of(row, "proposed_at")));
        return switch (row.getString("state")) {
            case "pending" -> pending;
            case "approved" ->
                    pending.approved(
                            row.getObject("decided_by", UUID.class), Moments.of(row, "decided_at"));
            case "refused" ->
                    pending.refused(
                            row.getObject("decided_by", UUID.class),
                            row.getString("decision_reason"),
                            Moments.of(row, "decided_at"));
            case "withdrawn" -> pending.withdrawn(Moments.of(row, "decided_at"));
            case String other -> throw new SQLException("No such state: " + other);
        };
    }
}

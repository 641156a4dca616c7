package org.danaya.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access.account}. */
@Component
final class AccountTable {

    private static final String COLUMNS =
            "select id, person_id, name, state, since, reason from access.account ";

    private final JdbcClient sql;

    AccountTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Account account) {
        sql.sql(
                        """
                        insert into access.account (id, person_id, name, state, since)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                account.id(),
                                account.owner().person(),
                                account.owner().name(),
                                account.code(),
                                Moments.column(account.since())))
                .update();
    }

    void update(Account account) {
        String reason =
                switch (account) {
                    case Account.Suspended(_, _, String why) -> why;
                    case Account.Closed(_, _, String why) -> why;
                    case Account.Invited _, Account.Active _ -> null;
                };
        sql.sql("update access.account set state = ?, since = ?, reason = ? where id = ?")
                .params(
                        Arrays.asList(
                                account.code(),
                                Moments.column(account.since()),
                                reason,
                                account.id()))
                .update();
    }

    Optional<Account> find(UUID id) {
        return sql.sql(COLUMNS + "where id = ?").param(id).query(AccountTable::account).optional();
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<Account> lock(UUID id) {
        return sql.sql(COLUMNS + "where id = ? for update")
                .param(id)
                .query(AccountTable::account)
                .optional();
    }

    boolean anyEverActive() {
        return sql.sql("select exists (select from access.account where state <> 'invited')")
                .query(Boolean.class)
                .single();
    }

    boolean inUse(UUID person) {
        return sql.sql(
                        "select exists (select from access.account where person_id = ? and state <>"
                                + " 'closed')")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** All that a person ever had, the newest first. */
    List<Account> ofPerson(UUID person) {
        return sql.sql(COLUMNS + "where person_id = ? order by id desc")
                .param(person)
                .query(AccountTable::account)
                .list();
    }

    /** At most so many accounts after an id, the newest first. */
    List<Account> page(@Nullable String state, @Nullable UUID before, int most) {
        return sql.sql(
                        COLUMNS
                                + """
                                where (:state::text is null or state = :state)
                                and (:before::uuid is null or id < :before)
                                order by id desc limit :most
                                """)
                .param("state", state)
                .param("before", before)
                .param("most", most)
                .query(AccountTable::account)
                .list();
    }

    /**
     * The accounts that hold or may get a role in these structures, or were invited by somebody,
     * the newest first.
     */
    List<Account> within(Set<UUID> structures, UUID inviter, int most) {
        return sql.sql(
                        COLUMNS
                                + """
                                where id in (
                                    select account_id from access.role_assignment
                                    where ended_at is null and structure_id = any (:structures)
                                    union select account_id from access.role_proposal
                                    where structure_id = any (:structures)
                                    union select account_id from access.invitation
                                    where made_by = :inviter)
                                order by id desc limit :most
                                """)
                .param("structures", structures.toArray(UUID[]::new))
                .param("inviter", inviter)
                .param("most", most)
                .query(AccountTable::account)
                .list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Account.Owner owner =
                new Account.Owner(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"));
        Instant since = Moments.of(row, "since");
        return switch (row.getString("state")) {
            case "invited" -> new Account.Invited(owner, since);
            case "active" -> new Account.Active(owner, since);
            case "suspended" -> new Account.Suspended(owner, since, row.getString("reason"));
            case "closed" -> new Account.Closed(owner, since, row.getString("reason"));
            case String other -> throw new SQLException("No such state: " + other);
        };
    }
}

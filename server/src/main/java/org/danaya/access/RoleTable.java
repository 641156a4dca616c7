package org.danaya.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access.role_assignment}. */
@Component
final class RoleTable {

    private static final String COLUMNS =
            """
            select id, account_id, role, structure_id, valid_from, valid_to, how
            from access.role_assignment
            """;

    private final JdbcClient sql;

    RoleTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(RoleAssignment given, @Nullable UUID by, @Nullable UUID approvedBy, Instant at) {
        sql.sql(
                        """
                        insert into access.role_assignment (id, account_id, role, structure_id,
                            valid_from, valid_to, how, granted_by, approved_by, granted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                given.id(),
                                given.account(),
                                given.role().code(),
                                given.structure(),
                                Moments.column(given.from()),
                                Moments.orNull(given.to()),
                                given.how().code(),
                                by,
                                approvedBy,
                                Moments.column(at)))
                .update();
    }

    /** What an account holds or will hold. */
    List<RoleAssignment> of(UUID account, Instant at) {
        return sql.sql(
                        COLUMNS
                                + """
                                where account_id = ? and ended_at is null
                                and (valid_to is null or valid_to > ?) order by id
                                """)
                .params(Arrays.asList(account, Moments.column(at)))
                .query(RoleTable::assignment)
                .list();
    }

    /** What several accounts hold or will hold. */
    List<RoleAssignment> of(Collection<UUID> accounts, Instant at) {
        return sql.sql(
                        COLUMNS
                                + """
                                where account_id = any (?) and ended_at is null
                                and (valid_to is null or valid_to > ?) order by id
                                """)
                .params(Arrays.asList(accounts.toArray(UUID[]::new), Moments.column(at)))
                .query(RoleTable::assignment)
                .list();
    }

    Optional<RoleAssignment> find(UUID id, Instant at) {
        return sql.sql(
                        COLUMNS
                                + """
                                where id = ? and ended_at is null
                                and (valid_to is null or valid_to > ?)
                                """)
                .params(Arrays.asList(id, Moments.column(at)))
                .query(RoleTable::assignment)
                .optional();
    }

    void end(UUID id, UUID by, Instant at) {
        sql.sql(
                        """
                        update access.role_assignment set ended_at = ?, ended_by = ?
                        where id = ? and ended_at is null
                        """)
                .params(Arrays.asList(Moments.column(at), by, id))
                .update();
    }

    void endAll(UUID account, @Nullable UUID by, Instant at) {
        sql.sql(
                        """
                        update access.role_assignment set ended_at = ?, ended_by = ?
                        where account_id = ? and ended_at is null
                        """)
                .params(Arrays.asList(Moments.column(at), by, account))
                .update();
    }

    /** Marks as ended what ran out, so that the same role can be given again. */
    void endPast(UUID account, Instant at) {
        sql.sql(
                        """
                        update access.role_assignment set ended_at = valid_to
                        where account_id = ? and ended_at is null and valid_to <= ?
                        """)
                .params(Arrays.asList(account, Moments.column(at)))
                .update();
    }

    /** The accounts, among the active ones, that hold a role for the whole platform. */
    List<UUID> holders(Role role, Instant at) {
        return sql.sql(
                        """
                        select distinct r.account_id from access.role_assignment r
                        join access.account a on a.id = r.account_id and a.state = 'active'
                        where r.role = :role and r.structure_id is null and r.ended_at is null
                        and r.valid_from <= :at and (r.valid_to is null or r.valid_to > :at)
                        """)
                .param("role", role.code())
                .param("at", Moments.column(at))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What active accounts hold of some roles for structures, not for the whole platform. */
    List<RoleAssignment> scoped(Collection<Role> roles, Instant at) {
        return sql.sql(
                        """
                        select r.id, r.account_id, r.role, r.structure_id, r.valid_from, r.valid_to, r.how
                        from access.role_assignment r
                        join access.account a on a.id = r.account_id and a.state = 'active'
                        where r.role = any (:roles) and r.structure_id is not null
                        and r.ended_at is null and r.valid_from <= :at
                        and (r.valid_to is null or r.valid_to > :at) order by r.id
                        """)
                .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
                .param("at", Moments.column(at))
                .query(RoleTable::assignment)
                .list();
    }

    /** Makes decisions about the holders of one role wait for each other. */
    void lock(Role role) {
        sql.sql("select pg_advisory_xact_lock(hashtext('access.role.' || ?))")
                .param(role.code())
                .query((_, _) -> true)
                .single();
    }

    private static RoleAssignment assignment(ResultSet row, int number) throws SQLException {
        return new RoleAssignment(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Role.of(row.getString("role")).orElseThrow(),
                row.getObject("structure_id", UUID.class),
                Moments.of(row, "valid_from"),
                Moments.ofNullable(row, "valid_to"),
                RoleAssignment.How.of(row.getString("how")));
    }
}

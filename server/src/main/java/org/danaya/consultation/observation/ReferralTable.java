package org.danaya.consultation.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.consultation.Stage;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.referral}. */
final class ReferralTable {

    private final JdbcClient sql;

    ReferralTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Inserts a referral; false where the structure is asked about that version already. */
    boolean insert(Referral.Head head) {
        return sql.sql(
                                """
                                insert into consultation.referral (id, version, structure, structure_name,
                                    identifier, asked_by, asked_at, deadline)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (version, structure) do nothing
                                """)
                        .params(
                                head.id(),
                                head.version(),
                                head.structure().id(),
                                head.structure().name(),
                                head.structure().identifier(),
                                head.askedBy(),
                                Moments.column(head.askedAt()),
                                Moments.column(head.deadline()))
                        .update()
                > 0;
    }

    Optional<Referral> find(UUID id) {
        return sql.sql("select * from consultation.referral where id = ?")
                .param(id)
                .query(ReferralTable::row)
                .optional();
    }

    /** Nobody changes the drafts of a referral until the transaction ends. */
    void lockDrafts(UUID referral) {
        sql.sql(
                        """
                        select id from consultation.observation
                        where referral = ? and state = 'draft' order by id for update
                        """)
                .param(referral)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** A referral that nobody else changes until the transaction ends. */
    Optional<Referral> lock(UUID id) {
        return sql.sql("select * from consultation.referral where id = ? for update")
                .param(id)
                .query(ReferralTable::row)
                .optional();
    }

    /** Its version neither moves on nor gets another number until the transaction ends. */
    void lockVersion(UUID version) {
        sql.sql("select id from consultation.version where id = ? for update")
                .param(version)
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<Referral> ofVersion(UUID version) {
        return sql.sql(
                        """
                        select * from consultation.referral where version = ?
                        order by structure_name collate "und-x-icu", id
                        """)
                .param(version)
                .query(ReferralTable::row)
                .list();
    }

    /** Those of some structures, what is awaited first. */
    List<Referral> within(Reach reach, int most) {
        String where =
                switch (reach) {
                    case Reach.Everywhere() -> "true";
                    case Reach.Structures _ -> "structure = any (:reach)";
                };
        Collection<UUID> ids =
                reach instanceof Reach.Structures(var structures) ? structures : List.of();
        return sql.sql(
                        "select * from consultation.referral where "
                                + where
                                + " order by state <> 'awaited', deadline desc, id limit :most")
                .param("reach", ids.toArray(UUID[]::new))
                .param("most", most)
                .query(ReferralTable::row)
                .list();
    }

    /** Those that are awaited although their deadline passed while observations were taken. */
    List<UUID> overdue(Instant now, int most) {
        return sql.sql(
                        """
                        select id from consultation.referral where state = 'awaited' and deadline <= ?
                        order by deadline, id limit ?
                        """)
                .params(Moments.column(now), most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that are awaited about a version that is in consultation, what is due first. */
    List<Referral> awaited(Instant now, int most) {
        return sql.sql(
                        """
                        select r.* from consultation.referral r
                        join consultation.version v on v.id = r.version
                        where r.state = 'awaited' and r.deadline > ? and v.state = ?
                        order by r.deadline, r.id limit ?
                        """)
                .params(Moments.column(now), Stage.IN_CONSULTATION.code(), most)
                .query(ReferralTable::row)
                .list();
    }

    /** What a referral that is locked has come to. */
    void change(Referral after) {
        sql.sql(
                        """
                        update consultation.referral set state = ?, settled_at = ?, deadline = ?
                        where id = ?
                        """)
                .params(
                        Arrays.asList(
                                after.code(),
                                Moments.orNull(
                                        switch (after) {
                                            case Referral.Awaited _ -> null;
                                            case Referral.Received received -> received.at();
                                            case Referral.Nothing nothing -> nothing.at();
                                            case Referral.Silent silent -> silent.since();
                                        }),
                                Moments.column(after.head().deadline()),
                                after.id()))
                .update();
    }

    static Referral.Structure structure(ResultSet row) throws SQLException {
        return new Referral.Structure(
                row.getObject("structure", UUID.class),
                row.getString("structure_name"),
                row.getString("identifier"));
    }

    private static Referral row(ResultSet row, int number) throws SQLException {
        Referral.Head head =
                new Referral.Head(
                        row.getObject("id", UUID.class),
                        row.getObject("version", UUID.class),
                        structure(row),
                        row.getObject("asked_by", UUID.class),
                        Moments.of(row, "asked_at"),
                        Moments.of(row, "deadline"));
        Instant settled = Moments.ofNullable(row, "settled_at");
        String state = row.getString("state");
        if (settled == null) {
            return new Referral.Awaited(head);
        }
        return switch (state) {
            case "none" -> new Referral.Nothing(head, Receipt.IN_TIME, settled);
            case "none-late" -> new Referral.Nothing(head, Receipt.LATE, settled);
            case "silent" -> new Referral.Silent(head, settled);
            default -> new Referral.Received(head, Receipt.of(state), settled);
        };
    }
}

package org.danaya.consultation.answer;

import java.util.UUID;
import org.danaya.base.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what is said of a version may still change: until the next one is frozen. */
final class Fixing {

    private final JdbcClient sql;

    Fixing(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether the next version is frozen. */
    boolean isFixed(UUID version) {
        return sql.sql(
                        """
                        select exists (select from consultation.version one
                            join consultation.version next
                                on next.dossier = one.dossier and next.number > one.number
                            where one.id = ? and next.frozen_at is not null)
                        """)
                .param(version)
                .query(Boolean.class)
                .single();
    }

    /**
     * Nobody freezes the next version until the transaction ends; others may answer meanwhile.
     *
     * @throws Fault {@link AnswerFault#FIXED} where it is frozen
     */
    void hold(UUID version) {
        hold(version, "share");
    }

    /** The same, while nobody else answers: of two duplicates of each other neither is answered. */
    void holdAlone(UUID version) {
        hold(version, "no key update");
    }

    private void hold(UUID version, String lock) {
        sql.sql(
                        """
                        select dossier.id from consultation.dossier
                        join consultation.version on version.dossier = dossier.id
                        where version.id = ? for %s of dossier
                        """
                                .formatted(lock))
                .param(version)
                .query((row, _) -> row.getString(1))
                .list();
        if (isFixed(version)) {
            throw new Fault(AnswerFault.FIXED);
        }
    }
}

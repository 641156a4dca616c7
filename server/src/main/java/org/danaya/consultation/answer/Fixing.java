package org.danaya.consultation.answer;

import java.util.UUID;
import org.danaya.base.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether what is said of a version may still change: what explains the next one until that one is
 * frozen, and what became of observations until then or until the version itself is adopted.
 */
final class Fixing {

    private final JdbcClient sql;

    Fixing(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether the next version is frozen. */
    boolean isFollowed(UUID version) {
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

    /** Whether the answers to the observations on a version are final. */
    boolean isFinal(UUID version) {
        return isFollowed(version) || isAdopted(version);
    }

    /** Whether an act adopted a version, or the Council took note of it. */
    boolean isAdopted(UUID version) {
        return sql.sql("select exists (select from consultation.adoption where version = ?)")
                .param(version)
                .query(Boolean.class)
                .single();
    }

    /**
     * Nobody freezes the next version until the transaction ends.
     *
     * @throws Fault {@link AnswerFault#FIXED} where it is frozen
     */
    void holdCauses(UUID version) {
        lock(version, "share");
        need(isFollowed(version));
    }

    /**
     * Nobody makes answers final until the transaction ends; others may answer meanwhile.
     *
     * @throws Fault {@link AnswerFault#FIXED} where they are
     */
    void holdAnswers(UUID version) {
        lock(version, "share");
        need(isFinal(version));
    }

    /** The same, while nobody else answers: of two duplicates of each other neither is answered. */
    void holdAnswersAlone(UUID version) {
        lock(version, "no key update");
        need(isFinal(version));
    }

    private static void need(boolean fixed) {
        if (fixed) {
            throw new Fault(AnswerFault.FIXED);
        }
    }

    private void lock(UUID version, String lock) {
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
    }
}

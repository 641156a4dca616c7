package org.danaya.consultation.observation;

import org.danaya.base.Ids;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.TextRegister;
import org.danaya.log.Leaves;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that can be done with observations.
 *
 * @param register who was asked, and what was submitted
 * @param referrals structures are asked
 * @param drafts their people write
 * @param submission one of them hands in
 * @param places where it is in later versions
 */
public record Observations(
        ObservationRegister register,
        Referrals referrals,
        ObservationDrafts drafts,
        Submission submission,
        Places places) {

    /** On a database. */
    static Observations on(
            JdbcClient jdbc,
            TextRegister texts,
            Submission.People people,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Calendar calendar) {
        return new Observations(
                new ObservationRegister(jdbc),
                new Referrals(jdbc, texts, transaction, news, ids, calendar),
                new ObservationDrafts(jdbc, texts, transaction, news, ids, calendar),
                new Submission(jdbc, texts, people, leaves, transaction, news, ids, calendar),
                new Places(texts));
    }
}

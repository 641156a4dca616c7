package org.danaya.mandates;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.people.InWhoseName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that can be done with mandates.
 *
 * @param register what there is, at any instant
 * @param offices the powers that go with positions
 * @param drafts mandates until they are approved
 * @param approvals another person's look
 * @param signatures the grantor's
 * @param endings suspensions and revocations
 * @param bases by what people may act
 * @param whole the whole register in one pass
 */
public record Mandates(
        Register register,
        Offices offices,
        Drafts drafts,
        Approvals approvals,
        Signatures signatures,
        Endings endings,
        InWhoseName bases,
        WholeRegister whole) {

    static Mandates on(
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Assertions assertions,
            UnaryOperator<UUID> persons,
            Drafts.People people,
            Ids ids,
            SecureRandom random,
            Days days) {
        Register register = new Register(jdbc, days);
        Granting granting = new Granting(jdbc, register, people.incumbencies(), persons, days);
        Offices offices =
                new Offices(
                        jdbc,
                        people.positions(),
                        granting,
                        persons,
                        assertions,
                        leaves,
                        transaction,
                        news,
                        ids,
                        days);
        Recording recording = new Recording(jdbc, leaves, news, days);
        Drafts drafts =
                new Drafts(
                        jdbc,
                        register,
                        granting,
                        recording,
                        people,
                        transaction,
                        news,
                        ids,
                        random,
                        days);
        return new Mandates(
                register,
                offices,
                drafts,
                new Approvals(recording, granting, assertions, persons, transaction),
                new Signatures(jdbc, recording, granting, assertions, persons, leaves, transaction),
                new Endings(
                        jdbc, recording, drafts, people.incumbencies(), persons, transaction, days),
                new Bases(register, offices, people, days),
                new WholeRegister(jdbc, transaction, days));
    }
}

package org.danaya.mandates.position;

import java.security.SecureRandom;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.mandates.Assertions;
import org.danaya.mandates.Days;
import org.danaya.mandates.Mandates;
import org.danaya.people.Incumbencies;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that can be done with official positions and communiqués.
 *
 * @param register what there is, at any instant
 * @param drafts until another person validates them
 * @param decisions validation, signature, withdrawal
 * @param effects what follows a signature
 * @param speaking who may sign
 */
public record OfficialPositions(
        PositionRegister register,
        PositionDrafts drafts,
        PositionDecisions decisions,
        PositionEffects effects,
        Speaking speaking) {

    static OfficialPositions on(
            JdbcClient jdbc,
            Mandates mandates,
            Organisation organisation,
            Assertions assertions,
            PositionDecisions.People people,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            SecureRandom random,
            Days days) {
        PositionRegister register = new PositionRegister(jdbc, days);
        PositionRecording recording = new PositionRecording(jdbc, leaves, news, days);
        Speaking speaking =
                new Speaking(
                        mandates,
                        organisation.positions(),
                        organisation.incumbencies(),
                        organisation.country(),
                        days);
        return new OfficialPositions(
                register,
                new PositionDrafts(
                        jdbc,
                        register,
                        mandates.register(),
                        organisation.structures(),
                        transaction,
                        news,
                        ids,
                        random,
                        days),
                new PositionDecisions(
                        jdbc, recording, speaking, assertions, people, leaves, transaction, days),
                new PositionEffects(jdbc, recording, leaves, transaction, days),
                speaking);
    }

    /**
     * The State as it is organised.
     *
     * @param country ISO 3166, two letters
     */
    record Organisation(
            Structures structures,
            Positions positions,
            Incumbencies incumbencies,
            String country) {}
}

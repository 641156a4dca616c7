package org.danaya.mandates.delegation;

import java.time.Clock;
import org.danaya.base.Ids;
import org.danaya.mandates.Mandates;
import org.danaya.page.Offer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Delegations on the platform. */
@Configuration(proxyBeanMethods = false)
class DelegationConfiguration {

    @Bean
    Delegations delegations(
            JdbcClient jdbc,
            Mandates mandates,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Delegations(jdbc, mandates, transaction, news, ids, clock);
    }

    @Bean
    Preparations delegationPreparations(
            JdbcClient jdbc,
            Mandates mandates,
            Delegations delegations,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Preparations(jdbc, mandates, delegations, transaction, news, ids, clock);
    }

    @Bean
    Offer delegationsOffer() {
        return new Offer("delegations", PublicDelegationPages.PATH, 5);
    }
}

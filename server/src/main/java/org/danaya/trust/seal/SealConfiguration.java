package org.danaya.trust.seal;

import java.time.Clock;
import java.time.Duration;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.edge.EdgeHandler;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.page.Section;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.signature.AdesEngine;
import org.danaya.trust.signature.CertifiedKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals with our own certificates, status and timestamps. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    Seals seals(
            JdbcClient jdbc,
            SealCertificates certificates,
            CertifiedKeys keys,
            AdesEngine engine,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock,
            Settings settings,
            ObjectProvider<EdgeHandler> services) {
        return new Seals(
                new SealTable(jdbc),
                certificates,
                keys,
                engine,
                leaves,
                transaction,
                news,
                ids,
                clock,
                settings,
                () -> services.stream().anyMatch(each -> each.name().equals("ocsp")));
    }

    @Bean
    Sheets sheets(
            JdbcClient jdbc,
            Seals seals,
            SealCertificates certificates,
            FreshAssertions assertions,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Sheets(
                new SheetTable(jdbc),
                seals,
                certificates,
                assertions,
                transaction,
                news,
                ids,
                clock);
    }

    @Bean
    RecurringJob forgetSealed(Seals seals, Sheets sheets) {
        return new RecurringJob(
                "seal.forget",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                () -> {
                    seals.forget();
                    sheets.forget();
                });
    }

    @Bean
    Section sealsSection() {
        return new Section("seals", SealPages.PATH, Right.READ_SEALS, 22);
    }
}

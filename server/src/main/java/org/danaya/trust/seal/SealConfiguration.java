package org.danaya.trust.seal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.danaya.access.ActingFor;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.edge.EdgeHandler;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.page.Section;
import org.danaya.page.Words;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.signature.AdesEngine;
import org.danaya.trust.signature.CertifiedKeys;
import org.danaya.trust.validation.RecordedNames;
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
    SealNames sealNames(ActingFor acting, Words words) {
        return new SealNames(acting, words);
    }

    /** What was recorded with a sealed document, for whoever checks it. */
    @Bean
    RecordedNames sealedNames(JdbcClient jdbc, Certificates certificates) {
        SealTable seals = new SealTable(jdbc);
        return sha256 ->
                seals.leaving(sha256).stream()
                        .flatMap(seal -> recorded(seal, certificates).stream())
                        .toList();
    }

    private static Optional<RecordedNames.Name> recorded(Seal seal, Certificates certificates) {
        return seal.name()
                .flatMap(
                        name ->
                                certificates
                                        .find(seal.certificate())
                                        .map(
                                                found ->
                                                        new RecordedNames.Name(
                                                                found.sha256(), name.role())));
    }

    @Bean
    Seals seals(
            JdbcClient jdbc,
            SealCertificates certificates,
            CertifiedKeys keys,
            SealNames names,
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
                names,
                engine,
                transaction,
                new SealRecords(leaves, news),
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
            SealNames names,
            FreshAssertions assertions,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Sheets(
                new SheetTable(jdbc),
                seals,
                certificates,
                names,
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

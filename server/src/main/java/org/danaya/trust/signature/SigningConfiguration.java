package org.danaya.trust.signature;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.danaya.access.Accounts;
import org.danaya.access.ActingFor;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.crypto.Tokens;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.jobs.JobHandler;
import org.danaya.jobs.Jobs;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.page.PageSettings;
import org.danaya.page.Section;
import org.danaya.page.Words;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.validation.OwnStatus;
import org.danaya.trust.validation.RecordedNames;
import org.danaya.trust.validation.StatusSources;
import org.danaya.trust.validation.TrustAnchors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing, with our own authorities, status and timestamps, asked in process. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    CertifiedKeys certifiedKeys(
            Certificates certificates, Authorities authorities, Tokens tokens, Clock clock) {
        return new CertifiedKeys(certificates, authorities, tokens.holders(), clock);
    }

    @Bean
    TrustAnchors ownAnchors(CertifiedKeys keys) {
        return _ -> keys.roots();
    }

    @Bean
    StatusSources ownStatus(
            ObjectProvider<EdgeHandler> services, Authorities authorities, CertifiedKeys keys) {
        return new StatusSources(
                Optional.of(OwnStatus.ocsp(request -> asked(services, "ocsp", request))),
                Optional.of(
                        OwnStatus.crl(
                                new OwnLists(authorities::all, path -> list(services, path)))),
                keys::issuers);
    }

    @Bean
    SigningMeans signingMeans(ObjectProvider<SigningKeys> keys, ActingFor acting, Words words) {
        return new SigningMeans(all(keys), acting, words);
    }

    /** What was recorded with the signatures of a file, for whoever checks it. */
    @Bean
    RecordedNames signedNames(JdbcClient jdbc) {
        DocumentTable documents = new DocumentTable(jdbc);
        return sha256 ->
                documents.madeUntil(sha256).stream()
                        .flatMap(made -> made.name().stream().map(name -> recorded(made, name)))
                        .toList();
    }

    private static RecordedNames.Name recorded(DocumentTable.Made made, SignedFor name) {
        return new RecordedNames.Name(made.certificate(), name.role());
    }

    @Bean
    SigningRequests signingRequests(
            JdbcClient jdbc,
            SigningMeans means,
            SigningWork work,
            FreshAssertions assertions,
            Accounts accounts,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            SecureRandom random,
            Ids ids,
            Clock clock) {
        DocumentTable documents = new DocumentTable(jdbc);
        SignerTable signers = new SignerTable(jdbc);
        return new SigningRequests(
                new RequestTable(jdbc, documents, signers),
                documents,
                signers,
                work,
                means,
                assertions::answer,
                accounts,
                transaction,
                news,
                random,
                ids,
                clock);
    }

    @Bean
    AdesEngine adesEngine(
            List<TrustAnchors> anchors,
            StatusSources status,
            ObjectProvider<EdgeHandler> services,
            SecureRandom random,
            Clock clock) {
        return new AdesEngine(
                anchors, status, request -> asked(services, "tsa", request), random, clock);
    }

    @Bean
    Archives archives(
            JdbcClient jdbc,
            AdesEngine engine,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Archives(
                new DocumentTable(jdbc),
                new ArchiveTable(jdbc),
                engine,
                leaves,
                transaction,
                news,
                ids,
                clock);
    }

    @Bean
    RecurringJob renewArchives(Archives archives) {
        return new RecurringJob(
                "signature.renew-archives",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(30),
                archives::renew);
    }

    @Bean
    Section archivesSection() {
        return new Section("signature-archives", ArchivePages.PATH, Right.READ_HEALTH, 75);
    }

    @Bean
    SigningWork signingWork(
            JdbcClient jdbc,
            AdesEngine engine,
            ObjectProvider<SigningKeys> keys,
            SigningMeans means,
            Words words,
            Settings settings,
            Archives archives,
            Leaves leaves,
            Jobs jobs,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        DocumentTable documents = new DocumentTable(jdbc);
        SignerTable signers = new SignerTable(jdbc);
        return new SigningWork(
                new RequestTable(jdbc, documents, signers),
                documents,
                signers,
                engine,
                all(keys),
                means,
                new Appearances(words, settings.get(PageSettings.TIME_ZONE)),
                archives,
                leaves,
                jobs,
                transaction,
                news,
                ids,
                clock);
    }

    @Bean
    JobHandler<SigningWork.Piece> signingJob(SigningWork work) {
        return new JobHandler<>(SigningWork.TYPE, work::run);
    }

    @Bean
    Section signingSection() {
        return new Section("signature", SigningPages.PATH, null, 20);
    }

    /** Whether a service stands on the edge of this process. */
    static boolean has(ObjectProvider<EdgeHandler> services, String name) {
        return services.stream().anyMatch(each -> each.name().equals(name));
    }

    private static byte[] asked(ObjectProvider<EdgeHandler> services, String name, byte[] request) {
        return services.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(SignatureFault.NO_TIMESTAMP, name))
                .answer(request("POST", "/" + name, request))
                .body();
    }

    /** A published revocation list, where there is one. */
    private static Optional<byte[]> list(ObjectProvider<EdgeHandler> services, String path) {
        try {
            return services.stream()
                    .filter(each -> each.name().equals("crl"))
                    .findFirst()
                    .map(each -> each.answer(request("GET", path, new byte[0])).body());
        } catch (Fault _) {
            return Optional.empty();
        }
    }

    private static EdgeRequest request(String method, String path, byte[] body) {
        return new EdgeRequest(
                method,
                path,
                "",
                _ -> Optional.empty(),
                body,
                new ClientAddress(InetAddress.getLoopbackAddress()));
    }

    /** Every source of keys, asked in turn. */
    private static SigningKeys all(ObjectProvider<SigningKeys> keys) {
        return new SigningKeys() {
            @Override
            public List<Holder> of(java.util.UUID account) {
                return keys.stream().flatMap(each -> each.of(account).stream()).toList();
            }

            @Override
            public SigningKey open(Holder holder) {
                Fault last = new Fault(SignatureFault.NO_CERTIFICATE);
                for (SigningKeys each : keys.stream().toList()) {
                    try {
                        return each.open(holder);
                    } catch (Fault other) {
                        last = other;
                    }
                }
                throw last;
            }
        };
    }
}

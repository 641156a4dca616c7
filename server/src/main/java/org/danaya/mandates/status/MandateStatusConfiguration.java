package org.danaya.mandates.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.danaya.access.PublicAddress;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.crypto.Tokens;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.log.PublicLog;
import org.danaya.mandates.Mandates;
import org.danaya.page.PageSettings;
import org.danaya.page.Purpose;
import org.danaya.page.Words;
import org.danaya.store.Store;
import org.danaya.store.StoreFault;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.witness.WitnessSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys, seals and status lists, on the platform. */
@Configuration(proxyBeanMethods = false)
class MandateStatusConfiguration {

    private static final int MOST_ROOTS = 16;

    @Bean
    MandateKeys mandateKeys(
            JdbcClient jdbc,
            Tokens tokens,
            Settings settings,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        return new MandateKeys(
                jdbc,
                new MandateKeys.Tokens(tokens.authorities(), tokens.edge()),
                settings.get(MandateSettings.STATUS_KEY_LIFE),
                leaves,
                transaction,
                news,
                clock);
    }

    @Bean
    ScopeWords scopeWords(Words words) {
        return new ScopeWords(words);
    }

    @Bean
    MandateSeals mandateSeals(
            JdbcClient jdbc,
            MandateKeys keys,
            ScopeWords words,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Settings settings,
            Clock clock) {
        ZoneId zone = settings.get(PageSettings.TIME_ZONE);
        return new MandateSeals(jdbc, keys, words, transaction, news, zone, clock);
    }

    @Bean
    StatusPublisher mandateStatusPublisher(
            Mandates mandates,
            MandateKeys keys,
            PublicLog log,
            PublicAddress address,
            Store store,
            Authorities authorities,
            Settings settings,
            Clock clock) {
        String edge = settings.get(AuthoritySettings.ADDRESS).toString().replaceAll("/+$", "");
        return new StatusPublisher(
                mandates.whole(),
                keys,
                new StatusTokens(keys, edge, settings.get(MandateSettings.STATUS_VALIDITY)),
                LogView.of(log),
                new Installation(
                        settings.get(PageSettings.COUNTRY),
                        settings.get(PageSettings.COUNTRY_FR),
                        settings.get(PageSettings.COUNTRY_EN),
                        settings.get(PageSettings.PURPOSE) != Purpose.REAL,
                        settings.find(WitnessSettings.POLICY_FILE)
                                .map(MandateStatusConfiguration::text)
                                .orElse(""),
                        address::origin,
                        edge,
                        () -> roots(authorities)),
                PublishedFolder.of(store.home().published()),
                store.home().restored(),
                settings.get(MandateSettings.STATUS_EVERY),
                clock);
    }

    private static List<String> roots(Authorities authorities) {
        return authorities.all().stream()
                .filter(each -> each.kind() == AuthorityKind.ROOT)
                .map(each -> Base64.getEncoder().encodeToString(each.certificate()))
                .limit(MOST_ROOTS)
                .toList();
    }

    @Bean
    StatusUpkeep mandateStatusUpkeep(StatusPublisher publisher) {
        return new StatusUpkeep(publisher);
    }

    @Bean
    MandateFiles mandateFiles(Store store) {
        return new MandateFiles(store.home().published());
    }

    @Bean
    RecurringJob mandatesKeys(StatusPublisher publisher) {
        return new RecurringJob(
                "mandates.keys",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(5),
                publisher::renewKeys);
    }

    /** The witnesses' module has read the same file by now, and refused it where it is wrong. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Fault(e, StoreFault.HOME_UNUSABLE, file, String.valueOf(e.getMessage()));
        }
    }
}

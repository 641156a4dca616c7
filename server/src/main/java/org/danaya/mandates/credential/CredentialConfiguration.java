package org.danaya.mandates.credential;

import java.security.SecureRandom;
import java.time.Clock;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.mandates.status.MandateKeys;
import org.danaya.mandates.status.StatusTokens;
import org.danaya.page.PageSettings;
import org.danaya.page.Words;
import org.danaya.trust.authority.AuthoritySettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Credentials for wallets, on the platform. */
@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

    @Bean
    Credentials mandateCredentials(
            MandateKeys keys,
            PublicAddress address,
            Words words,
            Settings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            SecureRandom random,
            Clock clock) {
        String edge = settings.get(AuthoritySettings.ADDRESS).toString().replaceAll("/+$", "");
        return new Credentials(
                keys,
                new Credentials.Places(address::origin, edge + StatusTokens.PATH),
                words,
                settings.get(PageSettings.TIME_ZONE),
                transaction,
                news,
                random,
                clock);
    }
}

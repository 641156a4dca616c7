package org.danaya.trust.status;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.base.Settings;
import org.danaya.crypto.Tokens;
import org.danaya.page.Offer;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.AuthorityKeys;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.authority.KnownProfiles;
import org.danaya.trust.authority.StatusFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The status of certificates on the platform's edge. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    @Bean
    StatusService statusService(
            StatusFeed feed,
            Authorities authorities,
            Tokens tokens,
            Settings settings,
            Store store,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Infrastructure infrastructure,
            JdbcClient jdbc,
            Clock clock) {
        Set<Integer> changed = ConcurrentHashMap.newKeySet();
        Path published = store.home().published();
        StatusParts parts =
                StatusParts.of(
                        feed,
                        authorities::all,
                        tokens.edge(),
                        published,
                        settings,
                        changed::add,
                        clock);
        StatusPublisher publisher =
                new StatusPublisher(
                        parts.keeper(),
                        parts.standing(),
                        changed,
                        new Crls(
                                parts.index(),
                                new CrlTable(jdbc),
                                published.resolve("crl"),
                                settings.get(StatusSettings.LIST_VALIDITY),
                                clock),
                        parts.responders(),
                        keys,
                        profiles,
                        infrastructure,
                        published.resolve("aia"),
                        settings.get(StatusSettings.RESPONDER_LIFE),
                        clock);
        return new StatusService(parts, publisher);
    }

    @Bean
    Offer statusOffer() {
        return new Offer("trust", "/trust", 15);
    }

    @Bean
    OcspHttp ocspHttp(StatusService service) {
        return service.parts().ocsp();
    }

    @Bean
    PublishedFiles publishedLists(Store store) {
        return PublishedFiles.lists(store.home().published());
    }

    @Bean
    PublishedFiles publishedCertificates(Store store) {
        return PublishedFiles.certificates(store.home().published());
    }
}

package org.danaya.trust.trustlist;

import java.time.Duration;
import java.time.LocalTime;
import org.danaya.base.Right;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.page.Offer;
import org.danaya.page.Section;
import org.danaya.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list's jobs, its files at the edge, its places on the portal and in the console. */
@Configuration(proxyBeanMethods = false)
class TrustlistConfiguration {

    @Bean
    TrustListFiles trustListFiles(Store store) {
        return new TrustListFiles(store.home().published());
    }

    /** What the news of the leaf didn't do: after a restore, a full disk, a crash. */
    @Bean
    RecurringJob publishTrustList(Publication publication, Deadline deadline) {
        return new RecurringJob(
                "trustlist.publish",
                new Rhythm.Every(Duration.ofMinutes(1)),
                Duration.ofMinutes(1),
                () -> {
                    publication.publish();
                    deadline.look();
                });
    }

    @Bean
    RecurringJob remindOfTrustList(Deadline deadline) {
        return new RecurringJob(
                "trustlist.remind",
                new Rhythm.Daily(LocalTime.of(7, 0)),
                Duration.ofMinutes(1),
                deadline::remind);
    }

    @Bean
    Section trustListSection() {
        return new Section("trust-list", "/console/trust-list", Right.READ_TRUST_LIST, 45);
    }

    @Bean
    Offer trustListOffer() {
        return new Offer("trust-list", "/trust-list", 20);
    }
}

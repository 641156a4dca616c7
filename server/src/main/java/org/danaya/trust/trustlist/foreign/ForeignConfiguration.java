package org.danaya.trust.trustlist.foreign;

import java.time.Duration;
import org.danaya.base.Settings;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.trust.trustlist.TrustlistSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that looks at foreign lists; with none named it does nothing. */
@Configuration(proxyBeanMethods = false)
class ForeignConfiguration {

    @Bean
    RecurringJob lookAtForeignLists(ForeignLists lists, Settings settings) {
        return new RecurringJob(
                "trustlist.foreign",
                new Rhythm.Every(settings.get(TrustlistSettings.FOREIGN_INTERVAL)),
                Duration.ofMinutes(30),
                lists::look);
    }
}

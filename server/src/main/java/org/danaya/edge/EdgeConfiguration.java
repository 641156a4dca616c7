package org.danaya.edge;

import java.time.Clock;
import org.danaya.base.Settings;
import org.danaya.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers that the platform's edge has. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    LogFiles logFiles(Store store, Settings settings, Clock clock) {
        return new LogFiles(
                new PublishedLog(store.home().log(), clock),
                new TileCache(settings.get(EdgeSettings.CACHE)));
    }
}

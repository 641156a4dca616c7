package org.danaya.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.danaya.base.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database as the modules see it: migrated, pooled. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    DataSource dataSource(Store store, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(store.address().dataSource());
        config.setMaximumPoolSize(settings.get(StoreSettings.DATABASE_CONNECTIONS));
        config.setMinimumIdle(2);
        config.setPoolName("danaya");
        DataSource source = new HikariDataSource(config);
        Migrations.run(source);
        return source;
    }
}

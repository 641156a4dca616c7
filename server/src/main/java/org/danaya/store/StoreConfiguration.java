package org.danaya.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.danaya.base.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database as the modules see it: migrated, pooled, and guarded against a full disk. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Long enough for a dead server to be there again. */
    private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(8);

    @Bean
    SqlFaults sqlFaults(Store store) {
        return new SqlFaults(store.guard());
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(Store store, Settings settings, SqlFaults faults) {
        Migrations.run(store.address().dataSource());
        HikariConfig config = new HikariConfig();
        config.setDataSource(store.address().dataSource());
        config.setMaximumPoolSize(settings.get(StoreSettings.DATABASE_CONNECTIONS));
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECTION_LIMIT.toMillis());
        config.setPoolName("danaya");
        return new GuardedDataSource(new HikariDataSource(config), store.guard(), faults);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource source, SqlFaults faults) {
        return new StoreTransactions(source, faults);
    }
}

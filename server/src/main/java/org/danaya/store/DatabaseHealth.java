package org.danaya.store;

import org.danaya.base.Fault;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the health page whether the database answers. */
@Component("databaseHealthIndicator")
final class DatabaseHealth implements HealthIndicator {

    private final Store store;
    private final JdbcClient client;

    DatabaseHealth(Store store, JdbcClient client) {
        this.store = store;
        this.client = client;
    }

    @Override
    public Health health() {
        return switch (store.database()) {
            case DatabaseState.Up() -> asked();
            case DatabaseState.Restarting restarting ->
                    Health.outOfService().withDetail("attempt", restarting.attempt()).build();
            case DatabaseState.Stopped() -> Health.down().build();
        };
    }

    private Health asked() {
        try {
            client.sql("select 1").query(Integer.class).single();
            return Health.up().build();
        } catch (DataAccessException | Fault e) {
            return Health.outOfService().build();
        }
    }
}

package org.danaya.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells the health page whether there is room to write. Without it the platform is {@code
 * READ_ONLY}: pages are served, so it isn't down.
 */
@Component("diskHealthIndicator")
final class DiskHealth implements HealthIndicator {

    private final Store store;

    DiskHealth(Store store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return switch (store.disk()) {
            case DiskState.Roomy() -> Health.up().build();
            case DiskState.Full(long freeBytes, long reserveBytes) ->
                    Health.status("READ_ONLY")
                            .withDetail("freeBytes", freeBytes)
                            .withDetail("reserveBytes", reserveBytes)
                            .build();
        };
    }
}

package org.danaya.trust.status;

import org.springframework.context.SmartLifecycle;

/** The status of certificates as a part of the platform: kept current, and published. */
final class StatusService implements SmartLifecycle {

    private final StatusParts parts;
    private final StatusPublisher publisher;
    private volatile boolean running;

    StatusService(StatusParts parts, StatusPublisher publisher) {
        this.parts = parts;
        this.publisher = publisher;
    }

    StatusParts parts() {
        return parts;
    }

    StatusPublisher publisher() {
        return publisher;
    }

    @Override
    public void start() {
        parts.keeper().start();
        publisher.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        publisher.close();
        parts.keeper().close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package org.danaya.mandates.status;

import org.danaya.mandates.MandateChanged;
import org.danaya.mandates.Offices;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The publisher as a part of the platform: it runs with it, and hears what changed. */
class StatusUpkeep implements SmartLifecycle {

    private final StatusPublisher publisher;
    private volatile boolean running;

    StatusUpkeep(StatusPublisher publisher) {
        this.publisher = publisher;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(MandateChanged news) {
        publisher.wake();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(Offices.Changed news) {
        publisher.wake();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(MandateKeys.Changed news) {
        publisher.wake();
    }

    @Override
    public void start() {
        publisher.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        publisher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package org.danaya.jobs;

import org.springframework.stereotype.Component;

/** Tells the engine that new work waits, so that it needn't find out by itself. */
@Component
class Bell {

    private volatile Runnable listener = () -> {};

    void ring() {
        listener.run();
    }

    void answer(Runnable listener) {
        this.listener = listener;
    }
}

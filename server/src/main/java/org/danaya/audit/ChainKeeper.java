package org.danaya.audit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the chain going while the program runs, in a virtual thread. */
@Component
class ChainKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);

    /** How long it waits for news before it looks by itself. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** How long it lets entries come together after the first. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** How long it may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Chainer chainer;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean ending;

    ChainKeeper(Chainer chainer) {
        this.chainer = chainer;
    }

    /** Says that an entry was committed. */
    void tell() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @Override
    public void start() {
        ending = false;
        thread = Thread.ofVirtual().name("journal chain").start(this::keep);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            ending = true;
            news.release();
            try {
                // What was just told is chained first: a query that is interrupted breaks its
                // connection, and tells of it.
                if (!running.join(PATIENCE)) {
                    running.interrupt();
                    running.join(PATIENCE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void keep() {
        while (!ending && !Thread.currentThread().isInterrupted()) {
            try {
                if (news.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS) && !ending) {
                    Thread.sleep(GATHERING);
                    news.drainPermits();
                }
                while (chainer.chain() == Chainer.BATCH) {
                    Thread.onSpinWait();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(RuntimeException problem) {
        if (thread == null) {
            return;
        }
        LOG.error("The journal's chain stands still", problem);
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

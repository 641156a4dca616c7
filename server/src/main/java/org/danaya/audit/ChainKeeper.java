package org.danaya.audit;

import java.time.Duration;
import org.danaya.base.Loop;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the chain going while the program runs. */
@Component
class ChainKeeper implements SmartLifecycle {

    /** How long it waits for news before it looks by itself. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** How long it lets entries come together after the first. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Chainer chainer;
    private volatile @Nullable Loop loop;

    ChainKeeper(Chainer chainer) {
        this.chainer = chainer;
    }

    /** Says that an entry was committed. */
    void tell() {
        Loop running = loop;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public void start() {
        Loop begun = new Loop("journal chain", "The journal's chain", AFTER_FAILURE, this::keep);
        loop = begun;
        begun.start();
    }

    @Override
    public void stop() {
        Loop running = loop;
        loop = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    /** What was told before the end is chained in the last round. */
    private void keep(Loop round) throws InterruptedException {
        if (round.pause(LONGEST_WAIT) && !round.isClosed()) {
            Thread.sleep(GATHERING);
            round.drain();
        }
        while (chainer.chain() == Chainer.BATCH) {
            Thread.onSpinWait();
        }
    }
}

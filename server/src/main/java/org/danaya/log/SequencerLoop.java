package org.danaya.log;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a sequencer at work as long as the platform runs: one turn, a short rest; a new sequencer
 * after whatever went wrong; none while the log is halted.
 */
final class SequencerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);

    /** Between two tries to start a sequencer. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final SequencerStart start;
    private final IdentityTable identity;
    private final Publications publications;
    private final LogMetrics metrics;
    private final Duration interval;
    private volatile SequencerState state = new SequencerState.Standby();
    private volatile @Nullable CountDownLatch stop;
    private @Nullable Thread thread;

    /** Only the loop's thread uses it, after {@link #start}. */
    private @Nullable Sequencer sequencer;

    /** Whether more leaves wait than one turn could place. */
    private boolean hurry;

    /** Whether the database doesn't know of the halt yet; it is told until it does. */
    private boolean unrecorded;

    SequencerLoop(
            SequencerStart start,
            IdentityTable identity,
            Publications publications,
            LogMetrics metrics,
            Duration interval) {
        this.start = start;
        this.identity = identity;
        this.publications = publications;
        this.metrics = metrics;
        this.interval = interval;
    }

    /** What it does. */
    SequencerState state() {
        return state;
    }

    /**
     * Begins the log the first time, and starts the sequencer.
     *
     * @throws Fault where the configuration and the log don't fit together
     */
    @Override
    public void start() {
        open();
        CountDownLatch signal = new CountDownLatch(1);
        stop = signal;
        thread = Thread.ofPlatform().name("sequencer").start(() -> run(signal));
    }

    @Override
    public void stop() {
        CountDownLatch signal = stop;
        Thread running = thread;
        if (signal == null || running == null) {
            return;
        }
        signal.countDown();
        try {
            running.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop = null;
    }

    @Override
    public boolean isRunning() {
        return stop != null;
    }

    private void run(CountDownLatch signal) {
        try {
            while (!signal.await(rest().toMillis(), TimeUnit.MILLISECONDS)) {
                turn();
            }
            // What was committed before the stop is published before the end.
            turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private Duration rest() {
        if (sequencer == null) {
            return RETRY;
        }
        return hurry ? Duration.ZERO : interval;
    }

    private void turn() {
        hurry = false;
        try {
            publications.tellActs();
            Sequencer current = sequencer;
            if (current != null) {
                told(current.cycle());
            } else if (!halted()) {
                open();
            }
        } catch (RuntimeException e) {
            close();
            if (state instanceof SequencerState.Halted) {
                LOG.warn("The log's database doesn't answer", e);
            } else {
                LOG.warn("The sequencer failed and starts again", e);
                state = new SequencerState.Failing(String.valueOf(e.getMessage()));
            }
        }
        metrics.state(state);
    }

    private void open() {
        switch (start.start()) {
            case SequencerStart.Started.Running(Sequencer started) -> {
                sequencer = started;
                state = new SequencerState.Running();
            }
            case SequencerStart.Started.Standby() -> state = new SequencerState.Standby();
            case SequencerStart.Started.Halted(Halt halt) -> halt(halt);
        }
        metrics.state(state);
    }

    private void told(Sequencer.Cycle cycle) {
        switch (cycle) {
            case Sequencer.Cycle.Idle() -> state = new SequencerState.Running();
            case Sequencer.Cycle.Published(long _, long leaves, boolean more) -> {
                state = new SequencerState.Running();
                hurry = more;
                metrics.published(leaves);
            }
            case Sequencer.Cycle.Withheld(long size, String why) -> {
                LOG.warn("The checkpoint of size {} is withheld: {}", size, why);
                state = new SequencerState.Failing(why);
            }
            case Sequencer.Cycle.Stopped(Halt halt) -> {
                halt(halt);
                record(halt);
                close();
            }
        }
    }

    private void halt(Halt halt) {
        if (!(state instanceof SequencerState.Halted)) {
            LOG.error("The log halts: {}, {}", halt.reason().code(), halt.detail());
        }
        state = new SequencerState.Halted(halt);
    }

    /** Whether the log is still halted; a recovery clears it in the database. */
    private boolean halted() {
        if (!(state instanceof SequencerState.Halted(Halt halt))) {
            return false;
        }
        if (unrecorded) {
            record(halt);
            return true;
        }
        return identity.read().map(IdentityTable.Identity::halt).orElse(null) != null;
    }

    private void record(Halt halt) {
        unrecorded = true;
        identity.halt(halt);
        unrecorded = false;
    }

    private void close() {
        Sequencer current = sequencer;
        sequencer = null;
        if (current != null) {
            current.close();
        }
    }
}

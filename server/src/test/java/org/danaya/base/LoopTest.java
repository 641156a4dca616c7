package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void whateverFailsTheNextRoundComes() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        try (Loop loop =
                new Loop(
                        "example",
                        "An example",
                        Duration.ofMillis(1),
                        it -> {
                            switch (rounds.incrementAndGet()) {
                                case 1 -> throw new OutOfMemoryError("an example");
                                case 2 -> throw new IllegalStateException("an example");
                                case 3 -> third.countDown();
                                default -> it.pause(LONG);
                            }
                        })) {
            loop.start();
            assertThat(third.await(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aPauseEndsWhenItIsWokenAndWhenItIsClosed() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        Loop loop =
                new Loop(
                        "example",
                        "An example",
                        LONG,
                        it -> {
                            if (it.pause(LONG)) {
                                woken.countDown();
                            }
                            it.pause(LONG);
                            finished.set(it.isClosed());
                        });
        loop.start();
        loop.wake();
        assertThat(woken.await(2, TimeUnit.MINUTES)).isTrue();
        loop.close();
        assertThat(finished).as("the round that it was in was finished").isTrue();
    }

    @Test
    void oneThatNeverBeganCanBeClosed() {
        new Loop("example", "An example", LONG, _ -> {}).close();
    }
}

package org.danaya.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void aMinutesWorthGoesThroughAtOnceAndThenOnlyWhatFillsAgain() {
        Buckets buckets = new Buckets(60, 10, now::get);
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("a")).isInstanceOf(Buckets.Turn.Granted.class);
        }
        assertThat(buckets.take("a")).isInstanceOf(Buckets.Turn.Refused.class);
        assertThat(buckets.take("b")).isInstanceOf(Buckets.Turn.Granted.class);
        now.addAndGet(1_000_000_000L);
        assertThat(buckets.take("a")).isInstanceOf(Buckets.Turn.Granted.class);
        assertThat(buckets.take("a")).isInstanceOf(Buckets.Turn.Refused.class);
    }

    @Test
    void noMoreClientsAreCountedThanTheLimit() {
        Buckets buckets = new Buckets(60, 10, now::get);
        for (int i = 0; i < 1_000; i++) {
            buckets.take("client " + i);
        }
        assertThat(buckets.size()).isEqualTo(10);
    }
}

package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Kept<String, String> kept = new Kept<>(2);

    private String get(String key) {
        return kept.get(key, () -> key + made.incrementAndGet());
    }

    @Test
    void theLastUsedAreKept() {
        assertThat(List.of(get("a"), get("b"), get("a"))).containsExactly("a1", "b2", "a1");
        assertThat(get("c")).isEqualTo("c3");
        assertThat(get("a")).as("used after b").isEqualTo("a1");
        assertThat(get("b")).as("made again").isEqualTo("b4");
    }

    @Test
    void manyWaitForTheOneThatMakesIt() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            answers.add(
                    threads.submit(
                            () ->
                                    kept.get(
                                            "x",
                                            () -> {
                                                asked.countDown();
                                                await(go);
                                                return "x" + made.incrementAndGet();
                                            })));
            await(asked);
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> get("x")));
            }
            go.countDown();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("x1");
            }
        }
    }

    @Test
    void aFailureIsToldAndForgotten() {
        assertThatThrownBy(
                        () ->
                                kept.get(
                                        "y",
                                        () -> {
                                            throw new IllegalStateException("not now");
                                        }))
                .hasMessage("not now");
        assertThat(get("y")).isEqualTo("y1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

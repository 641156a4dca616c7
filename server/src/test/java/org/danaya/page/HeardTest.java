package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeardTest {

    @Test
    void whatThreadsOfBeforeSayIsNotHeard() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(1);
        Thread before =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        listening.await();
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                    System.out.println("a log line of another thread");
                                });
        try (Heard heard = Heard.together()) {
            System.out.println("ɲ");
            listening.countDown();
            before.join();
            System.err.println("own");
            Thread.ofVirtual().start(() -> System.out.println("started")).join();
            assertThat(heard.out()).isEqualTo("ɲ\nown\nstarted\n").isEqualTo(heard.err());
        }
        try (Heard next = Heard.apart()) {
            System.err.println("wrong");
            assertThat(next.out()).isEmpty();
            assertThat(next.err()).isEqualTo("wrong\n");
        }
    }
}

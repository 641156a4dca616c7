package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody's files keep everybody's waiting. */
class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    /** Somebody inside, until they are let go. */
    private final class Guest {

        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch leaves = new CountDownLatch(1);
        private final Future<String> work;

        Guest(Turns turns, String address) {
            this.work =
                    threads.submit(
                            () ->
                                    turns.take(
                                            address,
                                            () -> {
                                                inside.countDown();
                                                done.add(address);
                                                await(leaves);
                                                return address;
                                            }));
        }

        Guest enters() {
            await(inside);
            return this;
        }

        void goes() throws Exception {
            leaves.countDown();
            work.get(2, TimeUnit.MINUTES);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoFilesOfOneAddressLeaveAPlaceForAnother() throws Exception {
        Turns turns = new Turns(2, LONG);
        Guest first = new Guest(turns, "192.0.2.1").enters();
        Guest second = new Guest(turns, "192.0.2.1");
        Guest other = new Guest(turns, "192.0.2.2").enters();
        assertThat(second.inside.getCount()).as("one at a time").isOne();
        first.goes();
        second.enters().goes();
        other.goes();
    }

    @Test
    void anIpv6SiteIsOneAddress() throws Exception {
        Turns turns = new Turns(2, SHORT);
        Guest first = new Guest(turns, "2001:db8:1::1").enters();
        assertThatThrownBy(() -> turns.take("2001:db8:1:ffff::2", () -> ""))
                .isInstanceOfSatisfying(
                        Fault.class, e -> assertThat(e.code()).isEqualTo(CheckFault.TURN));
        assertThat(turns.take("2001:db8:2::1", () -> "in")).isEqualTo("in");
        first.goes();
    }

    @Test
    void whoWaitsIsServedInTurnHoweverManyFilesAnotherSent() throws Exception {
        Turns turns = new Turns(1, LONG);
        List<Guest> guests = new ArrayList<>();
        guests.add(new Guest(turns, "192.0.2.1").enters());
        for (int i = 0; i < Turns.WAITING_OF_ONE; i++) {
            guests.add(waiting(turns, "192.0.2.1", guests.size()));
        }
        guests.add(waiting(turns, "192.0.2.2", guests.size()));
        guests.add(waiting(turns, "192.0.2.3", guests.size()));
        assertThatThrownBy(() -> turns.take("192.0.2.1", () -> ""))
                .isInstanceOfSatisfying(
                        Fault.class, e -> assertThat(e.code()).isEqualTo(CheckFault.TURN));
        guests.forEach(guest -> guest.leaves.countDown());
        for (Guest guest : guests) {
            guest.goes();
        }
        assertThat(done)
                .containsExactly(
                        "192.0.2.1",
                        "192.0.2.1",
                        "192.0.2.2",
                        "192.0.2.3",
                        "192.0.2.1",
                        "192.0.2.1");
    }

    /** The next guest, once they stand in the line. */
    private Guest waiting(Turns turns, String address, int before) throws InterruptedException {
        Guest guest = new Guest(turns, address);
        long deadline = System.nanoTime() + LONG.toNanos();
        while (turns.waiting() < before && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return guest;
    }

    @Test
    void whoWaitedTooLongIsToldAndLeavesNothingBehind() throws Exception {
        Turns turns = new Turns(1, SHORT);
        Guest first = new Guest(turns, "192.0.2.1").enters();
        assertThatThrownBy(() -> turns.take("192.0.2.2", () -> ""))
                .isInstanceOfSatisfying(
                        Fault.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(CheckFault.BUSY);
                            assertThat(e.code().kind().status()).isEqualTo(503);
                        });
        assertThat(turns.waiting()).isZero();
        first.goes();
        assertThat(turns.take("192.0.2.2", () -> "in")).isEqualTo("in");
    }
}

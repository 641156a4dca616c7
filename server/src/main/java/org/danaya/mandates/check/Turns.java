package org.danaya.mandates.check;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;

/**
 * Who may have a file examined now: so many at once, of each address one, an IPv6 site (/48)
 * counting as one address. Addresses that wait have their turn one after the other, however many
 * files each of them sent: nobody's files can keep everybody's waiting. For any number of threads.
 */
final class Turns {

    /** How many of one address wait; what comes then is told to come again. */
    static final int WAITING_OF_ONE = 3;

    /** How many wait in all: each holds its file in memory. */
    static final int WAITING = 40;

    private final int atOnce;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> inside = new HashSet<>();

    /** In the order of their turns; no entry is empty. */
    private final Map<String, Deque<CountDownLatch>> waiting = new LinkedHashMap<>();

    /**
     * @param patience how long one waits
     */
    Turns(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /**
     * Does work when it is its turn.
     *
     * @param address of whoever asks
     * @throws Fault {@link CheckFault#BUSY}, {@link CheckFault#TURN}
     */
    <T> T take(String address, Supplier<T> work) {
        String site = ClientAddress.site(address);
        enter(site);
        try {
            return work.get();
        } finally {
            leave(site);
        }
    }

    private void enter(String site) {
        CountDownLatch turn = asked(site);
        boolean come = false;
        try {
            come = turn.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!come && !comeMeanwhile(site, turn)) {
            throw new Fault(busy(site));
        }
    }

    private CountDownLatch asked(String site) {
        lock.lock();
        try {
            Deque<CountDownLatch> own = waiting.getOrDefault(site, new ArrayDeque<>());
            if (own.size() >= WAITING_OF_ONE) {
                throw new Fault(CheckFault.TURN);
            }
            if (waiting() >= WAITING) {
                throw new Fault(CheckFault.BUSY);
            }
            CountDownLatch turn = new CountDownLatch(1);
            own.add(turn);
            waiting.putIfAbsent(site, own);
            admit();
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up the place in the line; whether the turn came just before. */
    private boolean comeMeanwhile(String site, CountDownLatch turn) {
        lock.lock();
        try {
            Deque<CountDownLatch> own = waiting.get(site);
            boolean gone = own != null && own.remove(turn);
            if (own != null && own.isEmpty()) {
                waiting.remove(site);
            }
            return !gone;
        } finally {
            lock.unlock();
        }
    }

    private CheckFault busy(String site) {
        lock.lock();
        try {
            return inside.contains(site) ? CheckFault.TURN : CheckFault.BUSY;
        } finally {
            lock.unlock();
        }
    }

    private void leave(String site) {
        lock.lock();
        try {
            inside.remove(site);
            admit();
        } finally {
            lock.unlock();
        }
    }

    /** Lets in whose turn it is; who came in goes to the end of the line with the rest. */
    private void admit() {
        while (inside.size() < atOnce) {
            String next =
                    waiting.keySet().stream()
                            .filter(each -> !inside.contains(each))
                            .findFirst()
                            .orElse("");
            Deque<CountDownLatch> own = waiting.remove(next);
            if (own == null) {
                return;
            }
            own.remove().countDown();
            inside.add(next);
            if (!own.isEmpty()) {
                waiting.put(next, own);
            }
        }
    }
}

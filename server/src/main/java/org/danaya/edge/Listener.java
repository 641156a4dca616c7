package org.danaya.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongSupplier;
import org.danaya.base.ClientAddress;
import org.danaya.base.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections, so many in all and so many for each client address, and gives them to the
 * event loops in turns. Accepting is done by the first loop.
 */
final class Listener implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Listener.class);
    private static final int SLOTS = 1 << 14;

    /** Connections that the system holds before they are taken. */
    private static final int BACKLOG = 1_024;

    /** Connections that are taken before others are looked after. */
    private static final int AT_ONCE = 64;

    /** Into this fraction of all, a connection displaces one that waits for its client. */
    private static final int LAST = 16;

    /** How many times the connections of one address an IPv6 /48 may hold. */
    private static final int OF_SITE = 4;

    /**
     * What the system holds of an answer that its client hasn't read: without a bound it is
     * megabytes for each, and says nothing of how fast the client reads.
     */
    private static final int SEND_BYTES = 131_072;

    /** What a client takes of an answer at the least, on average over a request's time. */
    private static final long BYTES_A_SECOND = 1_024;

    /** A head is some hundred bytes: it must have come in this fraction of a request's time. */
    private static final int HEAD_FRACTION = 4;

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ServerSocketChannel server;
    private final SelectionKey key;
    private final List<EventLoop> loops;
    private final Answers answers;
    private final Figures figures;
    private final Set<InetAddress> unlimited;
    private final int secret;
    private final int most;
    private final int mostOfOne;
    private final int headerBytes;
    private final long timeoutNanos;
    private final Semaphore answering;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicIntegerArray held = new AtomicIntegerArray(SLOTS);
    private final AtomicIntegerArray heldBySites = new AtomicIntegerArray(SLOTS);
    private int next;

    private Listener(
            ServerSocketChannel server,
            List<EventLoop> loops,
            Settings settings,
            Answers answers,
            Figures figures,
            Set<InetAddress> unlimited,
            int secret)
            throws IOException {
        this.server = server;
        this.loops = loops;
        this.answers = answers;
        this.figures = figures;
        this.unlimited = unlimited;
        this.secret = secret;
        this.most = settings.get(EdgeSettings.CONNECTIONS);
        this.mostOfOne = settings.get(EdgeSettings.CONNECTIONS_PER_ADDRESS);
        this.headerBytes = settings.get(EdgeSettings.HEADER_BYTES);
        this.timeoutNanos = settings.get(EdgeSettings.REQUEST_TIMEOUT).toNanos();
        this.answering = new Semaphore(settings.get(EdgeSettings.REQUESTS));
        server.configureBlocking(false);
        this.key = server.register(loops.getFirst().selector(), SelectionKey.OP_ACCEPT, this);
    }

    /**
     * Listens, with an event loop for each processor.
     *
     * @param unlimited addresses of proxies
     * @param secret random, of this start of the program
     * @param nanoTime what time limits are held to
     */
    static Listener start(
            InetSocketAddress address,
            Settings settings,
            Answers answers,
            Figures figures,
            Set<InetAddress> unlimited,
            int secret,
            LongSupplier nanoTime)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
            List<EventLoop> loops = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                loops.add(new EventLoop("edge-loop-" + i, nanoTime));
            }
            Listener listener =
                    new Listener(server, loops, settings, answers, figures, unlimited, secret);
            loops.forEach(EventLoop::start);
            return listener;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    Answers answers() {
        return answers;
    }

    int headerBytes() {
        return headerBytes;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    /** How long a request's head may take to come, from its first byte. */
    long headNanos() {
        return timeoutNanos / HEAD_FRACTION;
    }

    /** What a client takes of an answer at the least within {@link #timeoutNanos}. */
    long paceBytes() {
        return timeoutNanos / 1_000_000_000 * BYTES_A_SECOND;
    }

    /** Whether one more request may wait for its answer; {@link #answered} then follows. */
    boolean mayAnswer() {
        return answering.tryAcquire();
    }

    void answered() {
        answering.release();
    }

    /** Takes some of those that wait. */
    void accept() {
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                if (open.get() >= most) {
                    pause();
                    return;
                }
                SocketChannel channel = server.accept();
                if (channel == null) {
                    return;
                }
                take(channel);
            }
        } catch (IOException e) {
            LOGGER.warn("No connection can be taken for a moment", e);
            pause();
        }
    }

    /** Goes on where it was paused. */
    void resume() {
        if (open.get() >= most) {
            loops.forEach(loop -> loop.execute(() -> makeRoom(loop)));
        } else if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    /** On the loop's thread. */
    private void makeRoom(EventLoop loop) {
        if (isCrowded() && loop.makeRoom()) {
            figures.displacedConnection();
        }
    }

    /** A connection has ended. */
    void closed(ClientAddress peer) {
        if (open.getAndDecrement() == most) {
            loops.getFirst().execute(this::resume);
        }
        if (counts(peer)) {
            giveBack(peer);
        }
    }

    private void giveBack(ClientAddress peer) {
        held.decrementAndGet(peer.slot(secret, SLOTS));
        if (peer.hasSite()) {
            heldBySites.decrementAndGet(peer.siteSlot(secret, SLOTS));
        }
    }

    /** Counts one more, and whether it may be. */
    private boolean mayHold(ClientAddress peer) {
        boolean may = held.incrementAndGet(peer.slot(secret, SLOTS)) <= mostOfOne;
        if (peer.hasSite()) {
            int all = heldBySites.incrementAndGet(peer.siteSlot(secret, SLOTS));
            may &= all <= OF_SITE * mostOfOne;
        }
        return may;
    }

    private boolean isCrowded() {
        return open.get() > most - Math.max(1, most / LAST);
    }

    private void pause() {
        if (key.isValid()) {
            key.interestOps(0);
        }
    }

    private void take(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BYTES);
            ClientAddress peer =
                    new ClientAddress(
                            ((InetSocketAddress) channel.getRemoteAddress()).getAddress());
            if (counts(peer) && !mayHold(peer)) {
                giveBack(peer);
                figures.refusedConnection();
                channel.close();
                return;
            }
            open.incrementAndGet();
            EventLoop loop = loops.get(next);
            next = (next + 1) % loops.size();
            loop.serve(channel, peer, this);
            if (isCrowded()) {
                loop.execute(() -> makeRoom(loop));
            }
        } catch (IOException _) {
            // It went before it was taken.
            channel.close();
        }
    }

    private boolean counts(ClientAddress peer) {
        return mostOfOne > 0 && !unlimited.contains(peer.address());
    }

    /** Takes no more; what is being answered gets two seconds. */
    @Override
    public void close() {
        close(GRACE);
    }

    /** Takes no more, and gives what is being answered so long. */
    void close(Duration grace) {
        loops.getFirst()
                .execute(
                        () -> {
                            key.cancel();
                            server.close();
                        });
        loops.forEach(EventLoop::goSoon);
        long end = System.nanoTime() + grace.toNanos();
        try {
            while (open.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops.forEach(EventLoop::close);
    }
}

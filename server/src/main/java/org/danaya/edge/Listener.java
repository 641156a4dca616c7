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
     */
    static Listener start(
            InetSocketAddress address,
            Settings settings,
            Answers answers,
            Figures figures,
            Set<InetAddress> unlimited,
            int secret)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
            List<EventLoop> loops = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                loops.add(new EventLoop("edge-loop-" + i));
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
        if (key.isValid() && open.get() < most) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    /** A connection has ended. */
    void closed(ClientAddress peer) {
        if (open.getAndDecrement() == most) {
            loops.getFirst().execute(this::resume);
        }
        if (counts(peer)) {
            held.decrementAndGet(peer.slot(secret, SLOTS));
        }
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
            ClientAddress peer =
                    new ClientAddress(
                            ((InetSocketAddress) channel.getRemoteAddress()).getAddress());
            if (counts(peer)) {
                int slot = peer.slot(secret, SLOTS);
                if (held.incrementAndGet(slot) > mostOfOne) {
                    held.decrementAndGet(slot);
                    figures.refusedConnection();
                    channel.close();
                    return;
                }
            }
            open.incrementAndGet();
            loops.get(next).serve(channel, peer, this);
            next = (next + 1) % loops.size();
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
        loops.getFirst()
                .execute(
                        () -> {
                            key.cancel();
                            server.close();
                        });
        loops.forEach(EventLoop::goSoon);
        long end = System.nanoTime() + GRACE.toNanos();
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

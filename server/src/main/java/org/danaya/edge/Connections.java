package org.danaya.edge;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.danaya.base.ClientAddress;

/**
 * HTTP connections, so many for each client address, none of which may hold a request back for
 * longer than the timeout.
 *
 * <p>Helidon closes a connection that waits too long between requests; a request that drips in byte
 * by byte it would wait for. Here every connection past its time is interrupted, whatever it does.
 */
final class Connections implements ServerConnectionSelector {

    private static final int SLOTS = 1 << 14;

    private final ServerConnectionSelector http;
    private final int most;
    private final Duration timeout;
    private final Set<InetAddress> unlimited;
    private final int key;
    private final Figures figures;
    private final AtomicIntegerArray held = new AtomicIntegerArray(SLOTS);

    /**
     * @param most for each client address; 0 for no limit
     * @param unlimited addresses of proxies
     * @param key random, of this start of the program
     */
    Connections(
            ServerConnectionSelector http,
            int most,
            Duration timeout,
            Set<InetAddress> unlimited,
            int key,
            Figures figures) {
        this.http = http;
        this.most = most;
        this.timeout = timeout;
        this.unlimited = unlimited;
        this.key = key;
        this.figures = figures;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        ServerConnection connection = http.connection(OldHttp.heard(context));
        if (most == 0
                || !(context.remotePeer().address() instanceof InetSocketAddress peer)
                || unlimited.contains(peer.getAddress())) {
            return new Watched(connection, -1);
        }
        int slot = new ClientAddress(peer.getAddress()).slot(key, SLOTS);
        if (held.incrementAndGet(slot) > most) {
            held.decrementAndGet(slot);
            figures.refusedConnection();
            throw new CloseConnectionException("Too many connections of one address");
        }
        return new Watched(connection, slot);
    }

    /** One connection, and the slot that it counts in, or -1. */
    private final class Watched implements ServerConnection {

        private final ServerConnection connection;
        private final int slot;

        Watched(ServerConnection connection, int slot) {
            this.connection = connection;
            this.slot = slot;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                connection.handle(limit);
            } finally {
                if (slot >= 0) {
                    held.decrementAndGet(slot);
                }
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt || connection.idleTime().compareTo(timeout) > 0);
        }
    }
}

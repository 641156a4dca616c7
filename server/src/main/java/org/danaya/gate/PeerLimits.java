package org.danaya.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.danaya.base.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses and cuts the connections for {@link HttpConnections}. */
final class PeerLimits extends NioEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(PeerLimits.class);

    private int most;
    private long headNanos = Long.MAX_VALUE;
    private Set<InetAddress> unlimited = Set.of();

    void limit(int most, Duration head, Set<InetAddress> unlimited) {
        this.most = most;
        this.headNanos = head.toNanos();
        this.unlimited = unlimited;
    }

    /** One thread accepts connections, so that what it counts stays true until it is done. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        Optional<ClientAddress> peer = peer(socket);
        if (peer.isPresent() && isFull(peer.get())) {
            LOG.debug("Too many connections of {}", peer.get());
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean isFull(ClientAddress peer) {
        return most > 0
                && !unlimited.contains(peer.address())
                && connections.keySet().stream()
                                .flatMap(held -> peer(held).stream())
                                .filter(peer::sameNetwork)
                                .limit(most)
                                .count()
                        == most;
    }

    private static Optional<ClientAddress> peer(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress remote
                    ? Optional.of(new ClientAddress(remote.getAddress()))
                    : Optional.empty();
        } catch (ClosedChannelException _) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.debug("A connection without an address", e);
            return Optional.empty();
        }
    }

    /** Closes every connection whose head has been coming for too long. */
    void cutSlowHeads() {
        for (SocketWrapperBase<NioChannel> connection : getConnections()) {
            ReentrantLock lock = connection.getLock();
            // Whoever has it is at work on this connection; the next round comes soon.
            if (lock.tryLock()) {
                try {
                    if (isLate(connection)) {
                        connection.close();
                    }
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /**
     * Between two reads, a connection has a processor only where a head isn't whole yet, or where
     * an answer is made elsewhere.
     */
    private boolean isLate(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof AbstractProcessor processor
                && !processor.isAsync()
                && processor.getRequest().getStartTimeNanos() >= 0
                && System.nanoTime() - processor.getRequest().getStartTimeNanos() > headNanos;
    }
}

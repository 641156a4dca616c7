package org.danaya.gate;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * The server's connections, so many for each client address, none of which may hold the head of a
 * request back for longer than its time. The server's own timeout begins again with every byte.
 */
public final class HttpConnections extends Http11NioProtocol {

    private final PeerLimits peers;
    private @Nullable ScheduledFuture<?> watch;

    /** Called by the server, which knows the class by its name. */
    public HttpConnections() {
        this(new PeerLimits());
    }

    private HttpConnections(PeerLimits peers) {
        super(peers);
        this.peers = peers;
    }

    /**
     * Gives the limits, before the start.
     *
     * @param most connections for each client address; 0 for no limit
     * @param head from a head's first byte to its last
     * @param unlimited addresses of proxies, which may have any number
     */
    void limit(int most, Duration head, Set<InetAddress> unlimited) {
        peers.limit(most, head, unlimited);
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch =
                getUtilityExecutor()
                        .scheduleWithFixedDelay(peers::cutSlowHeads, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }
}

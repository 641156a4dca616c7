package org.danaya.bench.peers.percolator;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.common.lifecycle.AbstractLifecycleComponent;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.transport.BoundTransportAddress;
import org.opensearch.core.common.transport.TransportAddress;
import org.opensearch.http.HttpInfo;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.http.HttpStats;
import org.opensearch.transport.ConnectTransportException;
import org.opensearch.transport.ConnectionProfile;
import org.opensearch.transport.Transport;
import org.opensearch.transport.TransportMessageListener;
import org.opensearch.transport.TransportStats;

/** What a node would speak to other nodes by: it has none, and calls to itself don't come here. */
final class NoNetwork extends AbstractLifecycleComponent implements Transport {

    private final ResponseHandlers responses = new ResponseHandlers();
    private final RequestHandlers requests = new RequestHandlers();

    /** An address that nobody listens at. */
    private static BoundTransportAddress nowhere() {
        TransportAddress address = new TransportAddress(InetAddress.getLoopbackAddress(), 0);
        return new BoundTransportAddress(new TransportAddress[] {address}, address);
    }

    @Override
    public void setMessageListener(TransportMessageListener listener) {}

    @Override
    public BoundTransportAddress boundAddress() {
        return nowhere();
    }

    @Override
    public Map<String, BoundTransportAddress> profileBoundAddresses() {
        return Map.of();
    }

    @Override
    public TransportAddress[] addressesFromString(String address) {
        return new TransportAddress[0];
    }

    @Override
    public List<String> getDefaultSeedAddresses() {
        return List.of();
    }

    @Override
    public void openConnection(
            DiscoveryNode node, ConnectionProfile profile, ActionListener<Connection> listener) {
        listener.onFailure(new ConnectTransportException(node, "no network"));
    }

    @Override
    public TransportStats getStats() {
        return new TransportStats.Builder().build();
    }

    @Override
    public ResponseHandlers getResponseHandlers() {
        return responses;
    }

    @Override
    public RequestHandlers getRequestHandlers() {
        return requests;
    }

    @Override
    protected void doStart() {}

    @Override
    protected void doStop() {}

    @Override
    protected void doClose() {}

    /** What a node would answer HTTP by. */
    static final class NoHttp extends AbstractLifecycleComponent implements HttpServerTransport {

        @Override
        public BoundTransportAddress boundAddress() {
            return nowhere();
        }

        @Override
        public HttpInfo info() {
            return new HttpInfo(nowhere(), 0);
        }

        @Override
        public HttpStats stats() {
            return new HttpStats.Builder().build();
        }

        @Override
        protected void doStart() {}

        @Override
        protected void doStop() {}

        @Override
        protected void doClose() {}
    }
}

package org.danaya.edge;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of the edge. */
public final class EdgeSettings {

    /** The port of the edge. */
    public static final Setting<Integer> PORT = Setting.port("edge-port", 8081);

    /** The address that the edge listens on: a name or a literal of this machine. */
    public static final Setting<String> ADDRESS = Setting.text("edge.address", "127.0.0.1");

    /** How many connections it holds at once. */
    public static final Setting<Integer> CONNECTIONS =
            Setting.number("edge.connections", 8, 100_000, 2_000);

    /** How many of them one client address may hold; 0 for no limit. */
    public static final Setting<Integer> CONNECTIONS_PER_ADDRESS =
            Setting.number("edge.connections-per-address", 0, 100_000, 256);

    /** How many requests are answered at the same time; the next one is told to come later. */
    public static final Setting<Integer> REQUESTS = Setting.number("edge.requests", 1, 10_000, 500);

    /**
     * How many requests one client address may make each second, on average over two seconds; 0 for
     * no limit. A mobile network may hide a whole town behind one address.
     */
    public static final Setting<Integer> REQUESTS_PER_ADDRESS =
            Setting.number("edge.requests-per-address", 0, 1_000_000, 1_000);

    /**
     * How long a request may take to arrive and be answered, and how long a connection may idle.
     */
    public static final Setting<Duration> REQUEST_TIMEOUT =
            Setting.duration("edge.request-timeout", "60s");

    /** How long all headers of a request together may be. */
    public static final Setting<Integer> HEADER_BYTES =
            Setting.number("edge.header-bytes", 1_024, 65_536, 16_384);

    /** How much memory holds tiles of the log. */
    public static final Setting<Long> CACHE = Setting.bytes("edge.cache", "64m");

    /** Whether the edge that runs alone answers {@code /metrics} to whoever reaches it. */
    public static final Setting<Boolean> METRICS = Setting.flag("edge.metrics", false);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(
                    PORT,
                    ADDRESS,
                    CONNECTIONS,
                    CONNECTIONS_PER_ADDRESS,
                    REQUESTS,
                    REQUESTS_PER_ADDRESS,
                    REQUEST_TIMEOUT,
                    HEADER_BYTES,
                    CACHE,
                    METRICS);

    private EdgeSettings() {}
}

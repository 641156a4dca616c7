package org.danaya.gate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets, one for each client: a full one lets a minute's worth through at once, and fills
 * again evenly. Bounded: the client unseen for the longest is forgotten first.
 */
public final class Buckets {

    /** What a client gets. */
    public sealed interface Turn {
        /** It may go on. */
        record Granted() implements Turn {}

        /** It must wait. */
        record Refused(Duration delay) implements Turn {}
    }

    private static final double NANOS_PER_MINUTE = 60e9;

    private final double perMinute;
    private final LongSupplier nanos;

    /** Guarded by itself. */
    private final Map<String, Bucket> clients;

    /** Buckets on this clock, which counts nanoseconds. */
    public Buckets(int perMinute, int most, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.clients =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > most;
                    }
                };
    }

    /** Takes one token of a client. */
    public Turn take(String client) {
        long now = nanos.getAsLong();
        synchronized (clients) {
            Bucket bucket = clients.get(client);
            double tokens =
                    bucket == null
                            ? perMinute
                            : Math.min(
                                    perMinute,
                                    bucket.tokens
                                            + (now - bucket.at) * perMinute / NANOS_PER_MINUTE);
            boolean granted = tokens >= 1;
            clients.put(client, new Bucket(granted ? tokens - 1 : tokens, now));
            return granted
                    ? new Turn.Granted()
                    : new Turn.Refused(
                            Duration.ofNanos(
                                    (long) Math.ceil((1 - tokens) * NANOS_PER_MINUTE / perMinute)));
        }
    }

    /** How many clients are counted. */
    int size() {
        synchronized (clients) {
            return clients.size();
        }
    }

    private record Bucket(double tokens, long at) {}
}

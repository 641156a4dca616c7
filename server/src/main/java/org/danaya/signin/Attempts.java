package org.danaya.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;
import org.springframework.stereotype.Component;

/**
 * Limits how often one address tries to enrol, sign in or recover: a bucket of tries that fills
 * again with time. Kept in memory: a restart forgets it, which a stranger can't bring about.
 */
@Component
final class Attempts {

    /** A room of twenty people who enrol together behind one address: three tries each. */
    private static final int BURST = 60;

    private static final Duration PER_TRY = Duration.ofSeconds(6);
    private static final int MOST_ADDRESSES = 50_000;

    private record Bucket(double left, Instant at) {}

    private final Clock clock;

    /** The address used longest ago goes first; guarded by itself. */
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try, or faults with {@link SigninFault#TOO_MANY_ATTEMPTS}. */
    void count(String address) {
        Instant at = clock.instant();
        String network = ClientAddress.network(address);
        double left;
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(network, new Bucket(BURST, at));
            double back =
                    Duration.between(bucket.at(), at).toMillis() / (double) PER_TRY.toMillis();
            left = Math.min(BURST, bucket.left() + Math.max(0, back)) - 1;
            buckets.put(network, new Bucket(Math.max(left, 0), at));
        }
        if (left < 0) {
            throw new Fault(SigninFault.TOO_MANY_ATTEMPTS, PER_TRY.toSeconds());
        }
    }
}

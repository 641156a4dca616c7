package org.danaya.trust.timestamp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the operator's time servers in turns, and tells {@link TrustedTime} what most say. */
final class TimeServers {

    private static final Logger LOGGER = LoggerFactory.getLogger(TimeServers.class);

    private final List<String> names;
    private final Sntp sntp;
    private final TrustedTime time;
    private final Clock clock;
    private final Duration silence;
    private volatile Map<String, Optional<Duration>> last = Map.of();
    private volatile Instant heardAt;

    /**
     * @param names each a host, or a host and a port with a colon between
     * @param silence how long none may answer before the clock is doubted
     */
    TimeServers(List<String> names, Sntp sntp, TrustedTime time, Clock clock, Duration silence) {
        this.names = names;
        this.sntp = sntp;
        this.time = time;
        this.clock = clock;
        this.silence = silence;
        this.heardAt = Instant.MIN;
    }

    /** Whether the operator named none. */
    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Asks each of them once; for at most their timeouts. */
    void ask() {
        Map<String, Optional<Duration>> answers = new LinkedHashMap<>();
        for (String name : names) {
            answers.put(name, ask(name));
        }
        last = answers;
        List<Duration> heard = new ArrayList<>();
        answers.values().forEach(answer -> answer.ifPresent(heard::add));
        if (heard.isEmpty()) {
            Instant since = heardAt;
            if (since.equals(Instant.MIN)
                    || Duration.between(since, clock.instant()).compareTo(silence) > 0) {
                time.unheard();
            }
            return;
        }
        heard.sort(null);
        heardAt = clock.instant();
        time.heard(heard.get(heard.size() / 2));
    }

    /** What each said last: how far our clock is ahead of it; nothing where it didn't answer. */
    Map<String, Optional<Duration>> last() {
        return last;
    }

    private Optional<Duration> ask(String name) {
        try {
            return Optional.of(sntp.ahead(address(name)));
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.warn("The time server {} doesn't tell the time: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static InetSocketAddress address(String name) {
        int colon = name.lastIndexOf(':');
        boolean withPort = colon > 0 && name.indexOf(':') == colon;
        return withPort
                ? new InetSocketAddress(
                        name.substring(0, colon), Integer.parseInt(name.substring(colon + 1)))
                : new InetSocketAddress(name, Sntp.PORT);
    }
}

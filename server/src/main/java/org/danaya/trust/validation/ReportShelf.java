package org.danaya.trust.validation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.danaya.trust.validation.ValidationOutcome.Reports;

/**
 * Reports that somebody may still download: in memory alone, for some minutes, under a name that
 * nobody can guess.
 */
final class ReportShelf {

    static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 500;
    private static final long MOST_BYTES = 64L << 20;

    private record Shelved(Reports reports, Instant until) {}

    private final SecureRandom random;
    private final Clock clock;

    /** Oldest first. Guarded by this. */
    private final Map<String, Shelved> shelved = new LinkedHashMap<>();

    /** Guarded by this. */
    private long bytes;

    ReportShelf(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Puts reports on the shelf; the oldest make room. */
    synchronized String put(Reports reports) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String id = HexFormat.of().formatHex(name);
        shelved.put(id, new Shelved(reports, clock.instant().plus(KEPT)));
        bytes += reports.size();
        makeRoom();
        return id;
    }

    synchronized Optional<Reports> find(String id) {
        makeRoom();
        return Optional.ofNullable(shelved.get(id)).map(Shelved::reports);
    }

    private void makeRoom() {
        Iterator<Shelved> oldest = shelved.values().iterator();
        while (oldest.hasNext()) {
            Shelved next = oldest.next();
            if (shelved.size() <= MOST
                    && bytes <= MOST_BYTES
                    && next.until().isAfter(clock.instant())) {
                return;
            }
            bytes -= next.reports().size();
            oldest.remove();
        }
    }
}

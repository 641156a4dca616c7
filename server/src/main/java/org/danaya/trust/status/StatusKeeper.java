package org.danaya.trust.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.danaya.base.Loop;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.CertificateStatus;
import org.danaya.trust.authority.CertificateStatus.State;
import org.danaya.trust.authority.StatusFeed;

/**
 * Keeps the index as current as the database: reads all at the start, then what changes, told by
 * notification and asked for every second. It needs nothing but a database that may be read only.
 */
final class StatusKeeper implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StatusFeed feed;
    private final Supplier<List<Authority>> authorities;
    private final StatusIndex index;
    private final Standing standing;
    private final IntConsumer changed;
    private final Consumer<List<Authority>> afterRead;
    private final Clock clock;
    private final Loop loop;

    // Of the thread alone.
    private StatusFeed.Mark mark = StatusFeed.Mark.START;
    private volatile List<Authority> known = List.of();

    /**
     * @param authorities reads them from the database
     * @param changed hears of an authority, one of whose certificates was revoked, suspended or
     *     released
     * @param afterRead hears of all authorities when all is current, every second
     */
    StatusKeeper(
            StatusFeed feed,
            Supplier<List<Authority>> authorities,
            StatusIndex index,
            Standing standing,
            IntConsumer changed,
            Consumer<List<Authority>> afterRead,
            Clock clock) {
        this.feed = feed;
        this.authorities = authorities;
        this.index = index;
        this.standing = standing;
        this.changed = changed;
        this.afterRead = afterRead;
        this.clock = clock;
        this.loop = new Loop("status-feed", "The status of certificates", PAUSE, this::follow);
    }

    void start() {
        loop.start();
    }

    /** The authorities as they were read last. */
    List<Authority> authorities() {
        return known;
    }

    /** Reads what is new. */
    void read() {
        Instant before = clock.instant();
        List<Authority> now = authorities.get();
        if (now.size() != known.size()) {
            standing.issuers(
                    new Issuers(
                            now.stream()
                                    .map(
                                            one ->
                                                    Issuer.of(
                                                            one.id(),
                                                            one.keyLabel().isEmpty(),
                                                            one.certificate()))
                                    .toList()));
        }
        known = now;
        mark = feed.read(mark, index.hashes(), this::take);
        standing.knownAt(before.getEpochSecond());
        afterRead.accept(now);
    }

    private void take(CertificateStatus status) {
        byte[] serial = status.serial();
        int entry = index.find(status.authority(), serial, 0, serial.length);
        long before = entry == StatusIndex.NONE ? StatusWord.GOOD : index.word(entry);
        long word = word(status.state());
        index.put(
                status.authority(),
                serial,
                status.profile(),
                status.notAfter().getEpochSecond(),
                word,
                status.state() instanceof State.Revoked revoked
                        ? revoked.invalidSince().map(Instant::getEpochSecond).orElse(0L)
                        : 0,
                status.sha256());
        if (word != before) {
            changed.accept(status.authority());
        }
    }

    private static long word(State state) {
        return switch (state) {
            case State.Good() -> StatusWord.GOOD;
            case State.Suspended(Instant at) ->
                    StatusWord.revoked(at.getEpochSecond(), StatusWord.HOLD, false);
            case State.Revoked(Instant at, var reason, var invalidSince) ->
                    StatusWord.revoked(
                            at.getEpochSecond(), reason.code(), invalidSince.isPresent());
        };
    }

    private void follow(Loop round) throws InterruptedException {
        try (StatusFeed.Watch watch = feed.watch()) {
            while (!round.isClosed()) {
                read();
                round.goesWell();
                watch.await(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}

package org.danaya.trust.timestamp;

import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.danaya.base.Fault;
import org.danaya.base.Loop;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.status.DelegatedKeys;
import org.danaya.trust.status.DelegatedKeys.Delegated;
import org.danaya.trust.status.TrustService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Timestamps as a part of the platform: a unit that renews itself, a clock that is watched. */
final class TimestampService implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(TimestampService.class);
    private static final String PURPOSE = "timestamp";
    private static final String NAME = "timestamp.service";
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration UNIT_LOOK = Duration.ofSeconds(5);
    private static final Duration SERVERS_LOOK = Duration.ofSeconds(64);

    /** After half of its time, a unit gets a successor. */
    private static final double RENEWAL = 0.5;

    private final DelegatedKeys keys;
    private final Authorities authorities;
    private final Infrastructure infrastructure;
    private final AtomicReference<@Nullable TimestampUnit> unit;
    private final TrustedTime time;
    private final TimeServers servers;
    private final TokenLog log;
    private final Duration life;
    private final Clock clock;
    private volatile @Nullable Loop loop;
    private volatile Optional<String> problem = Optional.empty();

    // Of the thread alone.
    private @Nullable Delegated used;
    private Instant unitAt = Instant.MIN;
    private Instant serversAt = Instant.MIN;
    private ClockState last = new ClockState.Trusted();

    TimestampService(
            DelegatedKeys keys,
            Authorities authorities,
            Infrastructure infrastructure,
            AtomicReference<@Nullable TimestampUnit> unit,
            TrustedTime time,
            TimeServers servers,
            TokenLog log,
            Duration life,
            Clock clock) {
        this.keys = keys;
        this.authorities = authorities;
        this.infrastructure = infrastructure;
        this.unit = unit;
        this.time = time;
        this.servers = servers;
        this.log = log;
        this.life = life;
        this.clock = clock;
    }

    /** What hinders the unit: its certificate can't be had. */
    Optional<String> problem() {
        return problem;
    }

    /** Until when the unit signs; nothing as long as there is none. */
    Optional<Instant> unitUntil() {
        return Optional.ofNullable(unit.get()).map(now -> Instant.ofEpochSecond(now.until()));
    }

    /** How the service is, for the public page. */
    TrustService.State told() {
        ClockState clockState = time.state();
        if (!(clockState instanceof ClockState.Trusted)) {
            String why =
                    switch (clockState) {
                        case ClockState.Trusted() -> "trusted";
                        case ClockState.Stepped _ -> "stepped";
                        case ClockState.Behind _ -> "behind";
                        case ClockState.Drifted _ -> "drifted";
                        case ClockState.Unheard() -> "unheard";
                    };
            return state("timestamp.state.doubt", Tone.DANGER, "timestamp.clock." + why);
        }
        Optional<Instant> until = unitUntil();
        return until.isEmpty()
                ? state("timestamp.state.none", Tone.NEUTRAL, "timestamp.unit.none")
                : new TrustService.State(
                        NAME,
                        new Tag("timestamp.state.good", Tone.SUCCESS),
                        "timestamp.unit.until",
                        until);
    }

    private static TrustService.State state(String tag, Tone tone, String about) {
        return new TrustService.State(NAME, new Tag(tag, tone), about, Optional.empty());
    }

    /** Takes the youngest unit, and makes one where there is none or half of its time is over. */
    void renew() {
        Instant now = clock.instant();
        Optional<Authority> issuer =
                authorities.all().stream()
                        .filter(one -> one.kind() == AuthorityKind.INFRASTRUCTURE)
                        .filter(one -> one.issues(now))
                        .reduce((_, later) -> later);
        if (issuer.isEmpty()) {
            return;
        }
        try {
            Delegated before = used;
            Delegated found = before == null ? keys.find(PURPOSE, now).orElse(null) : before;
            if (found == null || found.isPast(RENEWAL, now)) {
                found = keys.make(PURPOSE, now, key -> issued(issuer.get(), key.publicKey()));
            }
            if (!found.equals(before)) {
                used = found;
                unit.set(
                        TimestampUnit.of(
                                found.key(),
                                List.of(found.certificate(), issuer.get().certificate())));
            }
            problem = Optional.empty();
        } catch (Fault | DataAccessException | UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            if (!problem.equals(Optional.of(message))) {
                LOGGER.warn("The timestamp unit can't be renewed: {}", message);
            }
            problem = Optional.of(message);
        }
    }

    private byte[] issued(Authority issuer, PublicKey key) {
        return infrastructure.issue(issuer.id(), PURPOSE, "Horodatage", key, life).der();
    }

    private void round(Loop round) throws InterruptedException {
        Instant now = clock.instant();
        if (now.isAfter(unitAt)) {
            renew();
            unitAt = now.plus(UNIT_LOOK);
        }
        if (!servers.isEmpty() && now.isAfter(serversAt)) {
            servers.ask();
            serversAt = now.plus(SERVERS_LOOK);
        }
        tell(time.state());
        log.refuseLate();
        round.pause(TICK);
    }

    private void tell(ClockState now) {
        if (now.getClass() != last.getClass()) {
            if (now instanceof ClockState.Trusted) {
                LOGGER.info("The clock is trusted again: timestamps are given");
            } else {
                LOGGER.warn("The clock is in doubt, no timestamp is given: {}", now);
            }
        }
        last = now;
    }

    @Override
    public void start() {
        Loop begun = new Loop("timestamp-clock", "The timestamp unit", TICK, this::round);
        loop = begun;
        begun.start();
    }

    @Override
    public void stop() {
        Loop running = loop;
        loop = null;
        if (running != null) {
            running.close();
        }
        log.close();
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}

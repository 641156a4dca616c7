package org.danaya.trust.timestamp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.danaya.base.Settings;
import org.danaya.crypto.Tokens;
import org.danaya.log.Leaves;
import org.danaya.page.Words;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.status.DelegatedKeys;
import org.danaya.trust.status.TrustService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Timestamps on the platform's edge. */
@Configuration(proxyBeanMethods = false)
class TimestampConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    AtomicReference<@Nullable TimestampUnit> timestampUnit() {
        return new AtomicReference<>();
    }

    @Bean
    TrustedTime trustedTime(JdbcClient jdbc, Settings settings, Clock clock) {
        return new TrustedTime(
                clock,
                System::nanoTime,
                new TimestampTable(jdbc).latest().orElse(Instant.EPOCH),
                settings.get(TimestampSettings.HOLD),
                settings.get(TimestampSettings.NTP_TOLERANCE),
                settings.get(TimestampSettings.NTP).isEmpty()
                        ? new ClockState.Trusted()
                        : new ClockState.Unheard());
    }

    /** A block of serials that nobody ever had. */
    @Bean
    Serials serials(JdbcClient jdbc, SecureRandom random, Clock clock) {
        TimestampTable table = new TimestampTable(jdbc);
        while (true) {
            long block = random.nextLong(1, Long.MAX_VALUE);
            if (table.reserve(block, clock.instant())) {
                return new Serials(block);
            }
        }
    }

    @Bean(destroyMethod = "close")
    TokenLog tokenLog(
            Leaves leaves, JdbcClient jdbc, TransactionTemplate transactions, Serials serials) {
        return new TokenLog(
                leaf -> leaves.append(leaf),
                new TimestampTable(jdbc),
                transactions,
                serials.block());
    }

    @Bean
    TimestampService timestampService(
            Tokens tokens,
            Store store,
            Authorities authorities,
            Infrastructure infrastructure,
            AtomicReference<@Nullable TimestampUnit> unit,
            TrustedTime time,
            TokenLog log,
            Settings settings,
            SecureRandom random,
            Clock clock) {
        return new TimestampService(
                new DelegatedKeys(tokens.edge(), store.home().published().resolve("timestamp")),
                authorities,
                infrastructure,
                unit,
                time,
                new TimeServers(
                        settings.get(TimestampSettings.NTP),
                        new Sntp(clock, random, PATIENCE),
                        time,
                        clock,
                        settings.get(TimestampSettings.NTP_SILENCE)),
                log,
                settings.get(TimestampSettings.UNIT_LIFE),
                clock);
    }

    @Bean
    TrustService timestampState(TimestampService service) {
        return service::told;
    }

    @Bean
    TimestampHttp timestampHttp(
            AtomicReference<@Nullable TimestampUnit> unit,
            Profiles profiles,
            TrustedTime time,
            Serials serials,
            TokenLog log,
            Settings settings,
            Words words) {
        String policy =
                settings.find(TimestampSettings.POLICY)
                        .orElseGet(() -> profiles.country().arc() + ".5.1");
        return new TimestampHttp(
                new Timestamps(
                        unit,
                        TimestampPolicy.of(
                                policy,
                                settings.get(TimestampSettings.ACCURACY),
                                settings.get(TimestampSettings.ORDERING)),
                        time,
                        serials,
                        log,
                        words));
    }
}

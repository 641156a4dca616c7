package org.danaya.trust.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TestTokens;
import org.danaya.crypto.Token;
import org.danaya.trust.authority.TestAuthority;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.status.DelegatedKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampServiceTest {

    @TempDir Path folder;

    private final Clock clock = Clock.systemUTC();

    @Test
    void aUnitIsMadeOnceItWasApprovedAndFoundAgainAfterARestart() {
        TestAuthority test = new TestAuthority(folder, KeyAlgorithm.EC_P256, clock);
        Token edge = TestTokens.inFiles(folder.resolve("edge"));
        AtomicReference<@Nullable TimestampUnit> unit = new AtomicReference<>();
        TimestampService first = service(test, edge, unit);
        first.renew();
        assertThat(first.told().about()).as("no authority").isEqualTo("timestamp.unit.none");
        test.approve(test.below(AuthorityKind.INFRASTRUCTURE), "timestamp");
        first.renew();
        TimestampUnit made = unit.get();
        assertThat(made).isNotNull();
        assertThat(first.problem()).isEmpty();
        assertThat(first.told().about()).isEqualTo("timestamp.unit.until");
        assertThat(Instant.ofEpochSecond(made.until()))
                .isAfter(clock.instant().plus(Duration.ofDays(300)));

        AtomicReference<@Nullable TimestampUnit> again = new AtomicReference<>();
        service(test, edge, again).renew();
        assertThat(again.get()).isNotNull();
        assertThat(again.get().certificates()).isEqualTo(made.certificates());
    }

    private TimestampService service(
            TestAuthority test, Token edge, AtomicReference<@Nullable TimestampUnit> unit) {
        TrustedTime time =
                new TrustedTime(
                        clock,
                        System::nanoTime,
                        Instant.EPOCH,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        new ClockState.Trusted());
        return new TimestampService(
                new DelegatedKeys(edge, folder.resolve("timestamp")),
                test.authorities,
                test.infrastructure,
                unit,
                time,
                new TimeServers(
                        List.of(),
                        new Sntp(clock, new SecureRandom(), Duration.ofSeconds(1)),
                        time,
                        clock,
                        Duration.ofHours(1)),
                new TokenLog(_ -> {}, new TimestampTable(test.jdbc), test.transaction, 1),
                Duration.ofDays(730),
                clock);
    }
}

package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00.123Z");

    @Test
    void thoseOfOneMillisecondSortAsTheyWereMade() {
        Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
        List<String> made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theyAreOfVersionSevenAndTellTheirTime() {
        UUID made = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom()).next();
        assertThat(made.version()).isEqualTo(7);
        assertThat(made.variant()).isEqualTo(2);
        assertThat(made.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void onlyTheUsualFormIsRead() {
        UUID made = new Ids(Clock.systemUTC(), new SecureRandom()).next();
        assertThat(Ids.read(made.toString())).contains(made);
        assertThat(Ids.read("1-1-1-1-1")).isEmpty();
        assertThat(Ids.read("z".repeat(36))).isEmpty();
    }
}

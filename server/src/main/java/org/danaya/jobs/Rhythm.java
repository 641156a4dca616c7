package org.danaya.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When a recurring job comes back. */
public sealed interface Rhythm {

    /** The first time after an instant. */
    Instant after(Instant instant);

    /** A pause after the end of each run, and no wait before the first. */
    record Every(Duration pause) implements Rhythm {

        public Every {
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("A pause is longer than nothing");
            }
        }

        @Override
        public Instant after(Instant instant) {
            return instant.plus(pause);
        }
    }

    /** Once a day, at a time of UTC. */
    record Daily(LocalTime time) implements Rhythm {

        @Override
        public Instant after(Instant instant) {
            ZonedDateTime today = instant.atZone(ZoneOffset.UTC).with(time);
            return (today.toInstant().isAfter(instant) ? today : today.plusDays(1)).toInstant();
        }
    }
}

package org.danaya.log;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the log is, for pages. */
@Component
public final class LogWatch {

    private final JdbcClient jdbc;
    private final SequencerLoop loop;
    private final Clock clock;

    LogWatch(JdbcClient jdbc, SequencerLoop loop, Clock clock) {
        this.jdbc = jdbc;
        this.loop = loop;
        this.clock = clock;
    }

    /** From the database. */
    public LogFigures figures() {
        return LogFigures.read(jdbc);
    }

    /** What the sequencer of this process does. */
    public SequencerState state() {
        return loop.state();
    }

    /** When the latest checkpoint was published; nothing before the first. */
    public Optional<Instant> publishedAt() {
        return new IdentityTable(jdbc)
                .read()
                .flatMap(identity -> Optional.ofNullable(identity.publishedAt()));
    }

    /** The time that the figures are compared with. */
    public Instant now() {
        return clock.instant();
    }
}

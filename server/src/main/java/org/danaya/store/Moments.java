package org.danaya.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as PostgreSQL keeps them, and as its driver takes and gives them. */
public final class Moments {

    private Moments() {}

    /** Now, as exactly as PostgreSQL keeps it: in microseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A moment for a column. */
    public static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The same for one that may be missing. */
    public static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : column(at);
    }

    /** The moment in a column that is never null. */
    public static Instant of(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment that may be missing. */
    public static @Nullable Instant ofNullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

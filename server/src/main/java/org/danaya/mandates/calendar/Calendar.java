package org.danaya.mandates.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.danaya.base.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ends when, and who stands for two on the same days. For any number of threads. */
public final class Calendar {

    /** The most lines of one answer. */
    public static final int MOST = 2_000;

    private final EndTable ends;
    private final ConflictTable conflicts;
    private final Supplier<LocalDate> today;

    /**
     * A calendar.
     *
     * @param today the country's day
     */
    Calendar(JdbcClient jdbc, Supplier<LocalDate> today) {
        this.ends = new EndTable(jdbc);
        this.conflicts = new ConflictTable(jdbc);
        this.today = today;
    }

    /**
     * What ends within so many days, from today on.
     *
     * @return at most {@link #MOST}, by day
     */
    public List<End> within(Reach reach, int days) {
        LocalDate day = today.get();
        return ends.between(reach, day, day.plusDays(days + 1L), MOST);
    }

    /**
     * Who stands for two on the same days, today or later.
     *
     * @return at most {@link #MOST}, by day
     */
    public List<Conflict> conflicts(Reach reach) {
        return conflicts.all(reach, today.get(), MOST);
    }
}

package org.danaya.jobs;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of background work. */
public final class JobsSettings {

    /** How many pieces of one-time work run at once. */
    public static final Setting<Integer> PERMITS = Setting.number("jobs.permits", 1, 100, 6);

    /** How many recurring jobs run at once. */
    public static final Setting<Integer> RECURRING_PERMITS =
            Setting.number("jobs.recurring-permits", 1, 50, 3);

    /** How long a stopping program waits for what runs, before it interrupts it. */
    public static final Setting<Duration> STOP_LIMIT = Setting.duration("jobs.stop-limit", "10s");

    /** How long the history of runs is kept. */
    public static final Setting<Duration> HISTORY = Setting.duration("jobs.history", "30d");

    /** How many runs of each job the history keeps at most. */
    public static final Setting<Integer> HISTORY_RUNS =
            Setting.number("jobs.history-runs", 1, 100_000, 1_000);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(PERMITS, RECURRING_PERMITS, STOP_LIMIT, HISTORY, HISTORY_RUNS);

    private JobsSettings() {}
}

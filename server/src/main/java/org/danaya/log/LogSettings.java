package org.danaya.log;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;
import org.danaya.verify.CosignedMessage;

/** The settings of the public log. */
public final class LogSettings {

    /** The origin that stands where the operator chose none; for trying only. */
    public static final String EXAMPLE_ORIGIN = "localhost/danaya-log";

    /**
     * The name of the log in every checkpoint and signature: the address of its files without
     * {@code https://}. It can't change once the log has begun.
     */
    public static final Setting<String> ORIGIN =
            new Setting<>(
                    "log.origin",
                    "host and path such as danaya.example/log, no space and no plus, at most 255"
                            + " bytes",
                    EXAMPLE_ORIGIN,
                    false,
                    LogSettings::origin);

    /** How long the sequencer rests between two looks at the waiting leaves. */
    public static final Setting<Duration> INTERVAL = Setting.duration("log.interval", "200ms");

    /** How many leaves are placed at once, at most. */
    public static final Setting<Integer> BATCH = Setting.number("log.batch", 1, 65_536, 4_096);

    /** After how long a checkpoint is signed again although nothing was appended. */
    public static final Setting<Duration> REFRESH = Setting.duration("log.refresh", "1h");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(ORIGIN, INTERVAL, BATCH, REFRESH);

    private LogSettings() {}

    private static String origin(String text) {
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+');
        if (!plain || !CosignedMessage.fits(text) || text.contains("://") || text.endsWith("/")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}

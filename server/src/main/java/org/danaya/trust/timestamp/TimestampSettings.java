package org.danaya.trust.timestamp;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of timestamps. */
public final class TimestampSettings {

    /** The policy that tokens name; without one, the country's arc with .5.1 behind it. */
    public static final Setting<String> POLICY =
            new Setting<>(
                    "timestamp.policy",
                    "object identifier such as 1.3.6.1.4.1.32473.1.5.1",
                    null,
                    false,
                    TimestampSettings::oid);

    /** The accuracy that tokens tell: at most a second under ETSI EN 319 421. */
    public static final Setting<Duration> ACCURACY = Setting.duration("timestamp.accuracy", "1s");

    /** Whether any two tokens can be ordered by their times (RFC 3161 §2.4.2). */
    public static final Setting<Boolean> ORDERING = Setting.flag("timestamp.ordering", false);

    /** How long the clock must run without a step before it is trusted again. */
    public static final Setting<Duration> HOLD = Setting.duration("timestamp.hold", "1m");

    /** The time servers that are asked; none where it is empty. */
    public static final Setting<List<String>> NTP =
            new Setting<>(
                    "timestamp.ntp",
                    "hosts, each with or without :PORT, with commas between, or nothing",
                    "",
                    false,
                    TimestampSettings::servers);

    /** How far the clock may be away from what most time servers say. */
    public static final Setting<Duration> NTP_TOLERANCE =
            Setting.duration("timestamp.ntp-tolerance", "500ms");

    /** How long no time server may answer before the clock is doubted. */
    public static final Setting<Duration> NTP_SILENCE =
            Setting.duration("timestamp.ntp-silence", "1h");

    /** How long the certificate of a timestamp unit lives; its successor comes after half of it. */
    public static final Setting<Duration> UNIT_LIFE =
            Setting.duration("timestamp.unit-life", "730d");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(POLICY, ACCURACY, ORDERING, HOLD, NTP, NTP_TOLERANCE, NTP_SILENCE, UNIT_LIFE);

    private TimestampSettings() {}

    private static String oid(String text) {
        if (!text.matches("[0-2](\\.(0|[1-9][0-9]{0,17})){1,30}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static List<String> servers(String text) {
        List<String> servers =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (servers.size() > 16
                || !servers.stream().allMatch(name -> name.matches("[A-Za-z0-9.:-]{1,253}"))) {
            throw new IllegalArgumentException(text);
        }
        return servers;
    }
}

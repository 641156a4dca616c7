package org.danaya.gate;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The limits of what comes in, and the form of the logs. */
public final class GateSettings {

    /** How many pages one address may ask for in a minute, on average. */
    public static final Setting<Integer> REQUESTS_PER_MINUTE =
            Setting.number("limits.requests-per-minute", 1, 10_000_000, 600);

    /** How many forms one address may send in a minute, on average. */
    public static final Setting<Integer> FORMS_PER_MINUTE =
            Setting.number("limits.forms-per-minute", 1, 10_000_000, 60);

    /** How many addresses are counted at once; the one unseen for the longest is forgotten. */
    public static final Setting<Integer> COUNTED_ADDRESSES =
            Setting.number("limits.counted-addresses", 100, 1_000_000, 20_000);

    /** The largest body of a request, files included. */
    public static final Setting<Long> BODY = Setting.bytes("limits.body", "16m");

    /** The largest form without a file; a letter with an accent takes six bytes of it. */
    public static final Setting<Long> FORM = Setting.bytes("limits.form", "1m");

    /** The largest head of a request: its line and its headers. */
    public static final Setting<Long> HEAD = Setting.bytes("limits.head", "16k");

    /** The most fields of a form and parameters of an address. */
    public static final Setting<Integer> FIELDS = Setting.number("limits.fields", 20, 10_000, 300);

    /** The longest silence of a client in the middle of a request. */
    public static final Setting<Duration> SILENCE = Setting.duration("limits.silence", "15s");

    /** The most connections at once. */
    public static final Setting<Integer> CONNECTIONS =
            Setting.number("limits.connections", 10, 100_000, 2_000);

    /** How many of them one client address may hold; 0 for no limit. */
    public static final Setting<Integer> CONNECTIONS_PER_ADDRESS =
            Setting.number("limits.connections-per-address", 0, 100_000, 256);

    /** How long the head of a request may take from its first byte to its last. */
    public static final Setting<Duration> HEAD_TIME = Setting.duration("limits.head-time", "30s");

    /** How long a body may take to come before its pace counts. */
    public static final Setting<Duration> BODY_GRACE = Setting.duration("limits.body-grace", "60s");

    /** The slowest pace of a body after that, in bytes a second since its beginning. */
    public static final Setting<Long> BODY_PACE = Setting.bytes("limits.body-pace", "500");

    /** The form of the logs. */
    public static final Setting<LogFormat> LOG_FORMAT =
            Setting.choice("logging.format", LogFormat.class, LogFormat.AUTO);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(
                    REQUESTS_PER_MINUTE,
                    FORMS_PER_MINUTE,
                    COUNTED_ADDRESSES,
                    BODY,
                    FORM,
                    HEAD,
                    FIELDS,
                    SILENCE,
                    BODY_GRACE,
                    BODY_PACE,
                    CONNECTIONS,
                    CONNECTIONS_PER_ADDRESS,
                    HEAD_TIME,
                    LOG_FORMAT);

    private GateSettings() {}
}
